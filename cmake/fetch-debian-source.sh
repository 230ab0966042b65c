#!/bin/sh
# fetch-debian-source.sh SUITE WORK NAME
# Leaves the upstream tarball of Debian's source package NAME in the folder WORK. The archive's
# address comes from the machine's own package sources, whose configuration stays as it is: apt is
# given lists and sources of its own inside WORK. Needs no root. Fails where there is no Debian.
set -eu
suite=$1 work=$2 name=$3

command -v apt-get >/dev/null
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
test -r "$keyring"

# The first archive named by the machine's sources that is not the security one.
archive() {
  for file in /etc/apt/sources.list.d/*.sources; do
    if [ -r "$file" ]; then sed -n 's/^URIs:[[:space:]]*\([^[:space:]]*\).*/\1/p' "$file"; fi
  done
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
    if [ -r "$file" ]; then
      sed -n 's/^deb[[:space:]]\{1,\}\(\[[^]]*\][[:space:]]*\)\{0,1\}\([^[:space:]]*\).*/\2/p' "$file"
    fi
  done
}
uri=$(archive | grep -v security | head -n 1)
test -n "$uri"

mkdir -p "$work/parts" "$work/lists/partial" "$work/cache/archives/partial"
cat >"$work/parts/source.sources" <<STANZA
Types: deb-src
URIs: $uri
Suites: $suite
Components: main
Signed-By: $keyring
STANZA

apt() {
  apt-get -q -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$work/parts" \
    -o Dir::State::lists="$work/lists" -o Dir::Cache="$work/cache" \
    -o APT::Sandbox::User="$(id -un)" "$@"
}
cd "$work"
# One update serves all packages of a configure run.
if [ ! -e "$work/updated" ] || [ -n "$(find "$work/updated" -mmin +10)" ]; then
  apt update
  touch "$work/updated"
fi
apt source --download-only --tar-only "$name"
