npm publish
cargo publish
twine upload dist/*
docker push acme/app
gem push x.gem
