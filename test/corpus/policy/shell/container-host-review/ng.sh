docker run --network host x
docker run --pid=host x
docker run --ipc host x
docker run --cap-add NET_ADMIN x
docker run --security-opt seccomp=unconfined x
docker run --device /dev/kmsg x
podman run --userns=host x
