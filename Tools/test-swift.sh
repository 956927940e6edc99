#!/usr/bin/env bash
# `swift test` with the arguments given, ended where it does not end by itself: after TEST_SECONDS (1500) the programs that
# run are shown and the test program is killed, so that what was printed until then is not lost.
set -uo pipefail
cd "$(dirname "$0")/.."

limit=${TEST_SECONDS:-1500}
swift build --build-tests --jobs "${JOBS:-2}" || exit
swift test --skip-build "$@" &
tests=$!
{
    sleep "$limit"
    echo "not ok: the tests have not ended within $limit s; a test that has started and not passed hangs. What runs:" >&2
    ps -N --ppid 2 -o pid,ppid,etime,args --forest >&2
    pkill -KILL -P "$tests"
} &
watch=$!
wait "$tests"
status=$?
pkill -P "$watch"
kill "$watch" 2>/dev/null
exit "$status"
