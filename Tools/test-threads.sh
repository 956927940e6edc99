#!/usr/bin/env bash
# Run the suites tagged `threads` under the thread sanitizer, then prove that it was on: a seeded race in a loaded extension
# must be reported.
set -euo pipefail
cd "$(dirname "$0")/.."
source Tools/sanitized.sh

build_sanitized thread
suites=$(grep -rhE '^@Suite\(.*\.threads\b' --include='*.swift' Tests/BatonRuntimeTests Tests/BatonTests |
    sed -nE 's/^@Suite.* struct (`[^`]+`|[A-Za-z0-9_]+) \{$/\1/p' | tr -d '`' | paste -sd '|')
[ -n "$suites" ] || { echo "test-threads: no suite is tagged" >&2; exit 1; }

TSAN_OPTIONS="halt_on_error=1:allocator_may_return_null=1 ${TSAN_OPTIONS:-}" run_sanitized thread --filter "$suites"
TSAN_OPTIONS="halt_on_error=1:allocator_may_return_null=1 ${TSAN_OPTIONS:-}" expect_report thread race "ThreadSanitizer: data race"
