#!/usr/bin/env bash
# Installs a wheel (built here, or the one given) into a clean environment and uses it from an empty
# folder, so that nothing of the checkout can help. Usage: packaging/check-wheel.sh [WHEEL]
set -euo pipefail

python="${PYTHON:-python3}"
root="$(cd "$(dirname "$0")/.." && pwd)"
work="$(mktemp -d "${TMPDIR:-/tmp}/latent-explorer-wheel.XXXXXX")"
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

if [ "$#" -gt 0 ]; then
  wheel="$(realpath "$1")"
else
  "$python" -m pip wheel --quiet --no-deps --wheel-dir "$work" "$root"
  wheel="$(echo "$work"/latent_explorer-*.whl)"
fi
"$python" -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet "$wheel"

mkdir "$work/empty"
cd "$work/empty"
explorer="$work/venv/bin/latent-explorer"
"$explorer" models
for model in $("$explorer" models | tail -n +2 | cut -d ' ' -f 1); do
  "$explorer" inspect "$model" >/dev/null
  "$explorer" sample "$model" --count 4 --steps 8 -o "$model.png"
done
QT_QPA_PLATFORM=offscreen "$explorer" tour tour
echo "$(basename "$wheel") works"
