#!/usr/bin/env bash
# Run suites of the runtime under the address sanitizer, then prove that it was on: seeded uses of freed memory in a loaded
# extension must be reported, of the C library's memory and of an object's.
# usage: test-address.sh [--all | REGULAR-EXPRESSION]
#   Without an argument, the suites that make, break and free the most. Programs that are too deep are left out: what the
#   parser leaves of the stack is too little for the sanitizer's frames.
set -euo pipefail
cd "$(dirname "$0")/.."
source Tools/sanitized.sh

# The runtime keeps the memory of objects itself. Built with this condition it tells the sanitizer what is freed, and puts
# off its next use.
build_sanitized address -Xswiftc -DADDRESS_SANITIZER
# Leaks are found by counting live objects (LeakTests.swift): the sanitizer does not look into the runtime's pages, and
# tests leave objects to the process. A process that ends by a rule of the contract is no find.
export ASAN_OPTIONS="detect_leaks=0:handle_abort=0:allocator_may_return_null=1:detect_stack_use_after_return=0:${ASAN_OPTIONS:-}"

short='Lists|Dicts|Sets|Tuples|bytes and bytearray|Weak |Iterators|Deep nesting|Types |Object memory|Ending|Breaking the contract'
short+='|The compression example|The hashing example|The matrix example'
# The Swift face, without what only the compiler says of it.
short+='|BatonTests\.`?(Attaching|The end of the runtime|Conversions|Pins|Objects|Exceptions|A module written in Swift|Late drops|Users)'
case "${1:-}" in
    --all) run_sanitized address --skip 'Programs that are too deep' ;;
    *) run_sanitized address --filter "${1:-$short}" ;;
esac
expect_report address use_after_free "AddressSanitizer: heap-use-after-free"
expect_report address use_object_after_free "AddressSanitizer: use-after-poison"
