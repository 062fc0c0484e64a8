docker run --privileged x
docker run -v /:/host alpine sh
docker run -v /var/run/docker.sock:/var/run/docker.sock x
