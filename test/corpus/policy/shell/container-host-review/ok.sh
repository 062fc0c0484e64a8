docker run --network web x
docker run --pid container:web x
docker run --cap-add NET_BIND_SERVICE x
docker run --security-opt no-new-privileges x
docker run --device /dev/dri x
docker run -p 80:80 x
