#!/usr/bin/env bash
# Run every script of Examples/Scripts, small, under python3 and under baton, and look for what each must say.
# usage: test-scripts.sh PATH-TO-BATON
set -euo pipefail
self=$(realpath "$0")
baton=$(realpath "$1")
cd "$(dirname "$self")/.."
scripts=Examples/Scripts
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export BATON_PATH=${baton%/*}

mkdir "$folder/files"
for name in a b c; do head -c 200000 /dev/urandom >"$folder/files/$name"; done
head -c 3000000 /dev/zero | tr '\0' 'x' >"$folder/big"

runs=0
# expect SCRIPT WORDS [ARGUMENT...]: both print a line that has the words.
expect() {
    local script=$1 words=$2
    shift 2
    for host in python3 "$baton"; do
        if [ "$script" = block_matmul.py ] && [ "$host" = python3 ] && ! python3 -c 'import numpy' 2>/dev/null; then
            echo "scripts: python3 has no numpy, so block_matmul.py ran under baton alone"
            continue
        fi
        timeout 300 "$host" "$scripts/$script" "$@" >"$folder/out" 2>"$folder/errors" || {
            cat "$folder/out" "$folder/errors" >&2
            echo "$script failed under $host" >&2
            exit 1
        }
        grep -q -- "$words" "$folder/out" || {
            cat "$folder/out" >&2
            echo "$script under $host: no line has '$words'" >&2
            exit 1
        }
        [ "$script" != parallel_compress.py ] || gunzip -c "$2" | cmp - "$1"
        [ "$script" != switch_interval.py ] || cp "$folder/out" "$folder/$(basename "$host").said"
        runs=$((runs + 1))
    done
}

expect switch_interval.py 'after sys.setswitchinterval(0.001): 0.001 s'
cmp "$folder/python3.said" "$folder/$(basename "$baton").said"
expect cpu_work.py 'sum: 49999995000000'
expect parallel_hash.py 'same digests: True' "$folder/files" 2
expect parallel_compress.py 'decompresses to the input: True' "$folder/big" "$folder/big.gz" 2
expect block_matmul.py 'same products: True' 64 32 2
expect bank_transfer.py 'with a lock: .*kept' 2 2000
expect lock_battle.py 'switches: ' 0.1
expect fetch_urls.py 'same pages: True'
expect convoy.py 'echo beside a busy thread: ' 0.1
for scheduler in ticks interval adaptive; do
    for script in lock_battle convoy; do
        timeout 300 "$baton" --scheduler "$scheduler" "$scripts/$script.py" 0.1 | grep -q 'Notice: '
        runs=$((runs + 1))
    done
done
for script in "$scripts"/*.py; do
    grep -q "$(basename "$script")" "$self" || { echo "test-scripts.sh does not run $script" >&2; exit 1; }
done
echo "scripts: $runs runs under python3 and baton"
