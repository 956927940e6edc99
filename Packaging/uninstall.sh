#!/usr/bin/env bash
# Remove what install.sh made, by its list: files, then folders that are empty and were not there before.
# usage: PREFIX=/usr/local [DESTDIR=…] uninstall.sh
set -euo pipefail
verb=uninstall
source "$(dirname "$(realpath "${BASH_SOURCE[0]}")")/place.sh"

if [ ! -f "$manifest" ]; then
    echo "make uninstall: nothing was installed in $root: there is no $manifest. Name the place: make uninstall PREFIX=…" >&2
    exit 1
fi
if [ ! -w "$(dirname "$manifest")" ]; then
    echo "make uninstall: $root cannot be written. Run it as the user who installed it" >&2
    exit 1
fi
mapfile -t listed <"$manifest"
files=0
for entry in "${listed[@]}"; do
    [[ $entry != */ ]] || continue
    rm -f "$root/$entry"
    files=$((files + 1))
done
# The deepest first; the root and what is above it, written as ./ and ./../, last.
mapfile -t folders < <(printf '%s\n' "${listed[@]}" | grep '/$' | grep -v '^\.' | sort -r)
for entry in "${folders[@]}"; do
    rmdir --ignore-fail-on-non-empty "$root/$entry" 2>/dev/null || true
done
mapfile -t above < <(printf '%s\n' "${listed[@]}" | grep '^\./' | awk '{ print length, $0 }' | sort -n | cut -d' ' -f2-)
path=$root
for entry in "${above[@]}"; do
    rmdir --ignore-fail-on-non-empty "$path" 2>/dev/null || break
    path=$(dirname "$path")
done
echo "removed $files files from $root"
