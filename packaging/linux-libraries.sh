#!/usr/bin/env bash
# Qt's wheels bring Qt, not the system libraries it loads; a bare Debian or Ubuntu lacks some.
# Installs what is missing where it may (root, apt-get), says what to install where it may not.
set -euo pipefail

# What the program loads: soname -> Debian package.
declare -A libraries=(
  [libEGL.so.1]=libegl1
  [libGL.so.1]=libgl1
  [libxkbcommon.so.0]=libxkbcommon0
  [libfontconfig.so.1]=libfontconfig1
  [libdbus-1.so.3]=libdbus-1-3
)

[ "$(uname -s)" = Linux ] || exit 0
known="$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p)"
missing=()
for soname in "${!libraries[@]}"; do
  grep -q "$soname" <<<"$known" || missing+=("${libraries[$soname]}")
done
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
