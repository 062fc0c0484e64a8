# The image that GitLab jobs run in, and the gateway (deploy/): Node, the bundle, setpriv, git and the PostgreSQL clients. Nothing is
# fetched when it runs. Pin the base by digest when you build your own.
FROM node:24-bookworm-slim

RUN apt-get update \
 && apt-get install -y --no-install-recommends bash ca-certificates git postgresql-client-15 util-linux \
 && rm -rf /var/lib/apt/lists/*

COPY dist/ /opt/ostiary/dist/
COPY package.json LICENSE /opt/ostiary/
RUN ln -s /opt/ostiary/dist/cli.js /usr/local/bin/ostiary

# Where the gateway keeps its store (deploy/): a volume that is mounted there for the first time is its user's, and nobody else's.
RUN install -d -o 10001 -g 10001 -m 0700 /var/lib/ostiary

# `isolation: user` needs root to become somebody else; COMMAND never runs as root. The gateway needs no root: run it as any other user.
ENTRYPOINT ["ostiary"]
