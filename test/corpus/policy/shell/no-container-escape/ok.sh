docker run --rm -v "$PWD":/work node:20 npm test
docker run -it alpine sh
docker build .
