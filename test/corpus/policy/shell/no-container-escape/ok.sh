docker run --rm -v "$PWD":/work node:20 npm test
docker run -it alpine sh
docker build .
docker run -v "$PWD:/app" x
docker run -v /var/lib/postgresql/data:/data x
docker run -v data:/data x
docker volume create data
