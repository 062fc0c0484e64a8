npm publish --dry-run
npm install
cargo build
docker pull x
npm run build
