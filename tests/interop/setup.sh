# Installs other people's packages once, into the cache. Sourced by `run` and `theirs`.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
repo=$(cd "$here/../.." && pwd)
cache=${AIMARK_INTEROP_CACHE:-$repo/target/interop}
python=${PYTHON:-python3}

die() {
  echo "interop: $*" >&2
  exit 2
}

# fresh STAMP KEY: is STAMP the record of an installation made from KEY?
fresh() { [[ -f $1 && $(cat "$1") == "$2" ]]; }

digest() { sha256sum | cut -d ' ' -f 1; }

open_cache() {
  local tool
  for tool in "$python" sha256sum; do
    command -v "$tool" >/dev/null || die "$tool is not installed"
  done
  mkdir -p "$cache"
  cache=$(cd "$cache" && pwd)
  venv=$cache/python
  modules=$cache/node
  if command -v flock >/dev/null; then # two runs at once take turns
    exec 9>"$cache/lock"
    flock 9
  fi
}

install_python() {
  local key
  key=$({ echo "$venv" && "$python" --version && cat "$here/requirements.txt"; } | digest)
  if ! fresh "$cache/python.stamp" "$key"; then
    echo "interop: installing the Python packages" >&2
    rm -rf "$venv" "$cache/python.stamp"
    "$python" -m venv "$venv" >&2 || die "could not make a Python environment"
    "$venv/bin/pip" install --quiet --no-deps --only-binary :all: --disable-pip-version-check \
      -r "$here/requirements.txt" >&2 || die "could not install the Python packages"
    "$venv/bin/pip" check --quiet --disable-pip-version-check >&2 || die "requirements.txt is not complete"
    echo "$key" >"$cache/python.stamp"
  fi
}

install_node() {
  local tool key
  for tool in node npm; do
    command -v "$tool" >/dev/null || die "$tool is not installed"
  done
  key=$({ echo "$modules" && node --version && cat "$here"/package{,-lock}.json "$here/.npmrc"; } | digest)
  if ! fresh "$cache/node.stamp" "$key"; then
    echo "interop: installing the JavaScript packages" >&2
    rm -rf "$modules" "$cache/node.stamp"
    mkdir "$modules"
    cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$modules/"
    (cd "$modules" && npm ci >&2) || die "could not install the JavaScript packages"
    echo "$key" >"$cache/node.stamp"
  fi
  cp "$here"/check_*.mjs "$modules/" # node looks for packages beside the script
}

install_encypher() {
  command -v cargo >/dev/null || die "cargo is not installed"
  CARGO_TARGET_DIR=$cache/encypher cargo build --quiet --locked --manifest-path "$here/encypher-2.5/Cargo.toml" >&2 ||
    die "could not build encypher-2.5"
}

python_driver() { "$venv/bin/python" -B "$here/$1" "${@:2}"; }
node_driver() { node --no-warnings "$modules/$1" "${@:2}"; }
encypher_driver() { "$cache/encypher/debug/aimark-interop-encypher" "$@"; }
