npx jest@latest
npx -p create-x@^1 create-x
pnpm dlx create-x
yarn dlx create-x
pnpx create-x
uvx ruff
uv tool run ruff
uv run --with rich x.py
pipx run black
npm init vite
npm create vite@latest
yarn create vite
sudo pnpm dlx create-x
go run golang.org/x/tools/cmd/stringer@latest
