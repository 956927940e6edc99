#!/usr/bin/env bash
# Install the Debian packages that Baton is built and tested with, if any is missing.
# usage: setup.sh build|bench ...
set -euo pipefail

declare -A packages=(
    [build]="gcc g++ make procps pkg-config python3 python3-pip spin zlib1g-dev libssl-dev libb2-dev libopenblas-dev liblapacke-dev libgmp-dev libdw1 libffi-dev libsqlite3-0 cmake patchelf mandoc"
    [bench]="python3-dev python3-numpy"
)

command -v swift >/dev/null || {
    echo "setup: no swift on PATH. Baton needs Swift 6.3: https://www.swift.org/install/linux/" >&2
    exit 1
}
# Sanitized extensions and the lock harness are built by the compiler that brings the same sanitizers.
[ -x "$(dirname "$(realpath "$(command -v swift)")")/clang" ] || {
    echo "setup: no clang beside $(realpath "$(command -v swift)"). Install the whole toolchain: https://www.swift.org/install/linux/" >&2
    exit 1
}

missing=()
for group in "$@"; do
    for package in ${packages[$group]:?"setup: no group of packages is named '$group'"}; do
        dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
done
[ ${#missing[@]} -gt 0 ] || exit 0

run=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null || ! sudo -n true 2>/dev/null; then
        echo "setup: missing Debian packages: ${missing[*]}" >&2
        echo "setup: not root, and sudo does not work without a password here. As root, run:" >&2
        echo "    apt-get update && apt-get install ${missing[*]}" >&2
        exit 1
    fi
    run=(sudo)
fi
echo "setup: installing ${missing[*]}"
# Package lists may be older than the mirror: fetch them first. Output is shown only if something fails.
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { "${run[@]}" apt-get update && DEBIAN_FRONTEND=noninteractive "${run[@]}" apt-get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    cat "$log" >&2
    echo "setup: could not install ${missing[*]} (apt-get's words are above)" >&2
    exit 1
fi
