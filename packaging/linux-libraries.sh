#!/usr/bin/env bash
# Qt's wheels bring Qt, not the system libraries it loads; a bare Debian or Ubuntu lacks some.
# Installs what is missing where it may (root, apt-get), says what to install where it may not.
# With --window also what a window on an X11 screen needs; without, enough for the tour and tests.
set -euo pipefail

[ "$(uname -s)" = Linux ] || exit 0
cd "$(dirname "$0")/.."
read -ra missing < <("${PYTHON:-python3}" -m explorer.cli.libraries "$@")
# Without any font, Qt draws no text.
find /usr/share/fonts /usr/local/share/fonts -name '*.[ot]tf' -print -quit 2>/dev/null |
  grep -q . || missing+=(fonts-dejavu-core)

if [ "${#missing[@]}" -eq 0 ]; then
  echo "all there"
elif [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  apt-get update -q
  DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
else
  echo "missing; on Debian or Ubuntu: sudo apt-get install ${missing[*]}" >&2
  exit 1
fi
