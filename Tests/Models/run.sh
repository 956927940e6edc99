#!/usr/bin/env bash
# Check the lock's models with spin: each must hold, and each mutant must be rejected.
# usage: run.sh [--whole]    --whole adds the sizes that take many minutes
set -euo pipefail
models=$(cd "$(dirname "$0")" && pwd)
command -v spin >/dev/null || { echo "models: spin is not installed (Debian: spin)" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
passed=0
failed=0

# check EXPECTED NAME MACRO... : EXPECTED is "holds" or "rejected".
check() {
    local expected=$1 name=$2 outcome states
    shift 2
    rm -f ./pan* ./*.trail
    if ! { spin -a "${@/#/-D}" "$models/lock.pml" && cc -O2 -w -DSAFETY -DCOLLAPSE -DMEMLIM=16000 -o pan pan.c; } >log 2>&1; then
        cat log >&2
        echo "not ok  $name: the model does not compile"
        failed=$((failed + 1))
        return
    fi
    ./pan -m1000000 >log 2>&1 || true
    states=$(sed -n 's/^ *\([0-9.e+]*\) states, stored.*/\1/p' log)
    if grep -q 'errors: 0$' log && ! grep -qE 'not completed|out of memory|max search depth' log; then
        outcome=holds
    elif grep -qE '^pan:[0-9]+: (assertion violated|invalid end state)' log; then
        outcome=rejected
    else
        outcome="search not finished"
    fi
    if [ "$outcome" = "$expected" ]; then
        echo "ok      $name: $outcome ($states states)"
        passed=$((passed + 1))
    else
        cat log >&2
        echo "not ok  $name: $outcome, expected: $expected"
        failed=$((failed + 1))
    fi
}

check holds "lazy lock, 2 threads, 3 and 4 rounds" THREADS=2 ROUNDS=3
check holds "lazy lock, 3 threads, 1 and 2 rounds" THREADS=3 ROUNDS=1
check holds "portable path, 2 threads, 3 and 4 rounds" THREADS=2 ROUNDS=3 PORTABLE
check holds "portable path, 3 threads, 1 and 2 rounds" THREADS=3 ROUNDS=1 PORTABLE
check rejected "mutant: no membarrier" THREADS=2 ROUNDS=2 NO_MEMBARRIER
check rejected "mutant: no re-check after the store in restore" THREADS=2 ROUNDS=2 NO_RECHECK_RESTORE
check rejected "mutant: no re-check after the store in save" THREADS=2 ROUNDS=2 NO_RECHECK_SAVE
if [ "${1:-}" = --whole ]; then
    check holds "lazy lock, 2 threads, 8 and 9 rounds" THREADS=2 ROUNDS=8
    check holds "portable path, 3 threads, 2 and 3 rounds" THREADS=3 ROUNDS=2 PORTABLE
fi
echo "models: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
