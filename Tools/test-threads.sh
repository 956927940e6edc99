#!/usr/bin/env bash
# Run the suites that put several threads on one thing under the thread sanitizer, then prove that it was on: a seeded
# race in a loaded extension must be reported.
set -euo pipefail
cd "$(dirname "$0")/.."

# Suites tagged `threads` carry the word in their type's name, which is what the filter sees.
swift build --build-tests --sanitize thread --scratch-path .build/thread-sanitizer --jobs 2
TSAN_OPTIONS="halt_on_error=1 ${TSAN_OPTIONS:-}" \
    swift test --skip-build --sanitize thread --scratch-path .build/thread-sanitizer --filter 'Threads'
