npx jest
npx jest@29.7.0
pnpm exec jest
npm exec jest
npx --no-install create-x
npx ./tools/x
uvx ruff@0.5.1
uvx ruff==0.5.1
pipx run black==24.4.2
uv run pytest
npm init -y
npm ci
pip install -r requirements.txt
go run ./cmd/x
go run golang.org/x/tools/cmd/stringer@v0.24.0
