#!/usr/bin/env bash
# Check the lock's models with spin: each must hold, and each mutant must be rejected.
# usage: run.sh [--whole]    --whole adds what takes minutes and gigabytes
set -euo pipefail
models=$(cd "$(dirname "$0")" && pwd)
command -v spin >/dev/null || { echo "models: spin is not installed (Debian: spin)" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
passed=0
failed=0

# check EXPECTED MODEL NAME MACRO... : EXPECTED is "holds" or "rejected".
check() {
    local expected=$1 model=$2 name=$3 outcome states
    shift 3
    rm -f ./pan* ./*.trail
    if ! { spin -a "${@/#/-D}" "$models/$model.pml" && cc -O2 -w -DSAFETY -DCOLLAPSE -DMEMLIM=16000 -o pan pan.c; } >log 2>&1; then
        cat log >&2
        echo "not ok  $name: the model does not compile"
        failed=$((failed + 1))
        return
    fi
    ./pan -m20000000 >log 2>&1 || true
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

check holds lock "lazy lock, 2 threads, for ever" THREADS=2
check holds lock "lazy lock without the short way, 3 threads, 1 and 2 rounds" THREADS=3 ROUNDS=1 NO_SHORT_WAY
check rejected lock "mutant: no membarrier" THREADS=2 NO_MEMBARRIER
check rejected lock "mutant: no re-check after the store in restore" THREADS=2 NO_RECHECK_RESTORE
check rejected lock "mutant: no re-check after the store in save" THREADS=2 NO_RECHECK_SAVE
check rejected lock "mutant: an heir resigns without a membarrier" THREADS=2 NO_RESIGN_BARRIER
check rejected lock "mutant: an heir resigns without a look at the holder" THREADS=2 NO_RESIGN_LOOK
check rejected lock "mutant: an answer does not set WAITERS" THREADS=2 ANSWER_WITHOUT_WAITERS
check rejected lock "mutant: an answer to one that turns lazy passes no membarrier" THREADS=2 ANSWER_WITHOUT_BARRIER
check holds portable "portable path, 2 threads, for ever" THREADS=2
check holds portable "portable path, 3 threads, for ever" THREADS=3
check rejected portable "mutant: no look for waiters after the release" THREADS=2 NO_RECHECK_SAVE
check rejected portable "mutant: no look at the holder after saying that one waits" THREADS=2 NO_RECHECK_RESTORE
check rejected portable "mutant: a release by a plain store" THREADS=2 PLAIN_RELEASE
check rejected portable "mutant: the lock is given on before the giver queues up" THREADS=2 GRANT_BEFORE_QUEUE
if [ "${1:-}" = --whole ]; then
    check holds lock "lazy lock without the short way, 3 threads, for ever" THREADS=3 NO_SHORT_WAY
    check holds lock "lazy lock, the short way of two of 3 threads, 1 and 2 rounds" THREADS=3 ROUNDS=1 FEW
fi
echo "models: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
