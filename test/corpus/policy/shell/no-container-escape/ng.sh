docker run --privileged x
docker run -v /:/host alpine sh
docker run -v /var/run/docker.sock:/var/run/docker.sock x
docker run -v /var/run:/var/run x
docker run -v //:/h x
docker run -v /etc/../:/h x
docker run --mount "target=/h,source=/,type=bind" x
docker run --cap-add=CAP_SYS_ADMIN x
docker run --device /dev/sda x
docker volume create --opt device=/ --opt o=bind x
docker buildx build --allow security.insecure .
