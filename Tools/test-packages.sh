#!/usr/bin/env bash
# Build real CPython packages, unmodified, for Baton, import them and run a check on each: Tests/PythonPackages/packages.tsv. Their
# sources come from PyPI by pip and stay under .build/packages; with --all also those of further.tsv. A row without sources is
# built by baton pip-build. usage: test-packages.sh PATH-TO-BATON [--all] [MODULE...]
set -uo pipefail
cd "$(dirname "$0")/.."
baton=$(realpath "$1")
shift
tables=(Tests/PythonPackages/packages.tsv)
if [ "${1:-}" = --all ]; then
    tables+=(Tests/PythonPackages/further.tsv)
    shift
fi
place=$PWD/.build/packages
mkdir -p "$place/sources" "$place/site"

# fetch NAME VERSION: the folder of the unpacked source distribution.
fetch() {
    local name=$1 version=$2 folder=$place/sources/$1-$2
    if [ ! -d "$folder" ]; then
        local archives
        archives=$(mktemp -d)
        timeout 300 python3 -m pip download --quiet --no-deps --no-binary "$name" --dest "$archives" "$name==$version" \
            >"$place/$name.log" 2>&1 || { rm -rf "$archives"; return 1; }
        mkdir -p "$folder.part"
        tar -xf "$archives"/*.tar.gz -C "$folder.part" --strip-components 1 && mv "$folder.part" "$folder"
        rm -rf "$archives"
    fi
    echo "$folder"
}

passed=0 failed=0 skipped=0
while IFS=$'\t' read -r -u 3 package version module sources include define check; do
    [ "$package" != package ] || continue
    [ $# -eq 0 ] || [[ " $* " == *" $module "* ]] || continue
    if ! folder=$(fetch "$package" "$version"); then
        echo "skipped: $package $version: pip cannot fetch its source: $(tail -n 1 "$place/$package.log")"
        skipped=$((skipped + 1))
        continue
    fi
    flags=()
    for path in $include; do [ "$path" = - ] || flags+=(-I "$path"); done
    for macro in $define; do [ "$macro" = - ] || flags+=(-D "$macro"); done
    log=$place/$module.log
    if [ "$sources" = - ]; then
        command=("$baton" pip-build "$folder" --only "$module" -o "$place/site")
    else
        # The sources are globs, relative to the package.
        # shellcheck disable=SC2206
        command=("$baton" build --python-h --name "$module" $(cd "$folder" && echo $sources) "${flags[@]}" -o "$place/site/$module.so")
    fi
    if (cd "$folder" && "${command[@]}") >"$log" 2>&1 &&
        printf 'import %s as m\n%s\n' "$module" "${check//; /$'\n'}" | BATON_PATH=$place/site timeout 300 "$baton" - >>"$log" 2>&1; then
        echo "ok: $package $version: $module"
        passed=$((passed + 1))
    else
        echo "FAILED: $package $version: $module ($log)"
        grep -E 'error|Error|baton:' "$log" | head -n 5
        failed=$((failed + 1))
    fi
done 3< <(cat "${tables[@]}")
echo "packages: $passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
