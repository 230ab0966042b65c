#!/usr/bin/env bash
# Builds the wasm modules and the broadsheet command, publishes a folder of posts and prints what a
# reader downloads. Installs what is missing where apt is; run it again and it does almost nothing.
set -euo pipefail

usage() {
  cat <<'TEXT'
usage: ./build-wasm.sh [--posts DIR] [--out DIR] [--base /blog/] [--serve [PORT]]

  --posts DIR      the folder of posts to publish        (posts)
  --out DIR        where the site is written             (dist)
  --base PATH      the path the site will live under     (/)
  --serve [PORT]   serve the site on 127.0.0.1 and publish again when a post is saved (8000)
TEXT
}

fail() {
  echo "build-wasm.sh: $1" >&2
  exit "${2:-1}"
}

posts=posts out=dist base=/ serve='' port=8000
started_in=$PWD
while [ $# -gt 0 ]; do
  case $1 in
    --posts | --out | --base)
      [ $# -ge 2 ] || fail "$1 needs a value; see --help" 2
      declare "${1#--}=$2"
      shift
      ;;
    --posts=* | --out=* | --base=*)
      name=${1%%=*}
      declare "${name#--}=${1#*=}"
      ;;
    --serve)
      serve=yes
      if [[ ${2:-} =~ ^[0-9]+$ ]]; then
        port=$2
        shift
      fi
      ;;
    --serve=*) serve=yes port=${1#*=} ;;
    -h | --help)
      usage
      exit 0
      ;;
    *)
      usage >&2
      fail "unknown option $1" 2
      ;;
  esac
  shift
done

# Paths are meant from where the script was called; it works from its own folder.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$root"
from_caller() { case $1 in /*) echo "$1" ;; *) echo "$started_in/$1" ;; esac }
[ "$posts" = posts ] || posts=$(from_caller "$posts")
[ "$out" = dist ] || out=$(from_caller "$out")
[ -d "$posts" ] || fail "no folder of posts at $posts; name one with --posts DIR"

# 1. Tools: a command each, and Debian's package for it.
node_version() { node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0; }
missing=()
need() { command -v "$1" >/dev/null 2>&1 || missing+=("$2"); }
[ -z "${EMSDK:-}" ] || PATH=$PATH:$EMSDK/upstream/emscripten
need emcc emscripten
need cmake cmake
need ninja ninja-build
need c++ g++
need patch patch
need node nodejs

if [ ${#missing[@]} -gt 0 ]; then
  if ! command -v apt-get >/dev/null; then
    echo "build-wasm.sh: please install: ${missing[*]}" >&2
    echo "  (these are Debian's names for Emscripten, CMake 3.22+, Ninja, a C++ compiler, patch and Node 18+;" >&2
    echo "   Homebrew: brew install emscripten cmake ninja node" >&2
    echo "   Fedora:   dnf install emscripten cmake ninja-build gcc-c++ patch nodejs)" >&2
    exit 1
  fi
  as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null ||
      fail "please run as root: apt-get install --no-install-recommends ${missing[*]}"
    as_root=(sudo)
  fi
  echo "Installing ${missing[*]}"
  apt_get=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
  "${apt_get[@]}" update
  "${apt_get[@]}" install -y --no-install-recommends "${missing[@]}"
fi
[ "$(node_version)" -ge 18 ] || fail "Node 18 or newer is needed, found $(node --version)"

# 2. Modules and command. Configured once; afterwards Ninja knows what changed. On a terminal one
# sees it work, in a log only what went wrong.
run() {
  if [ -t 1 ]; then
    "$@" || fail "failed: $*"
  else
    "$@" >build/wasm.log 2>&1 || {
      cat build/wasm.log >&2
      fail "failed: $*"
    }
  fi
}
mkdir -p build
cache=build/wasm/CMakeCache.txt
if [ -e $cache ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" $cache; then
  rm -rf build/wasm # the folder has been moved or copied, and CMake keeps whole paths
fi
if [ ! -e build/wasm/build.ninja ]; then
  echo "Configuring (sources that are not here yet are fetched and checked)"
  run cmake --preset wasm
fi
echo "Building"
run cmake --build --preset wasm

# 3. The site.
build/broadsheet build --posts "$posts" --out "$out" --base "$base"
node tools/sizes.mjs "$out"

if [ -n "$serve" ]; then
  exec node tools/serve.mjs "$out" --port "$port" --base "$base" --watch "$posts" -- \
    build/broadsheet build --posts "$posts" --out "$out" --base "$base"
fi
echo "The site is in $out: copy it to any static host, or look at it with ./build-wasm.sh --serve"
