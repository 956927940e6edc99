#!/usr/bin/env bash
# Run the suites under the address sanitizer, then prove that it was on: seeded uses of freed memory in a loaded extension
# must be reported, of the C library's memory and of an object's.
# usage: test-address.sh [REGULAR-EXPRESSION]   only the suites and tests whose name has it
set -euo pipefail
cd "$(dirname "$0")/.."
source Tools/sanitized.sh

# The runtime keeps the memory of objects itself. Built with this condition it tells the sanitizer what is freed, and puts
# off its next use.
build_sanitized address -Xswiftc -DADDRESS_SANITIZER
# Leaks are found by counting live objects (LeakTests.swift): the sanitizer does not look into the runtime's pages, and
# tests leave objects to the process. A process that ends by a rule of the contract is no find.
export ASAN_OPTIONS="detect_leaks=0:handle_abort=0:allocator_may_return_null=1:detect_stack_use_after_return=0:${ASAN_OPTIONS:-}"

run_sanitized address ${1:+--filter "$1"}
expect_report address use_after_free "AddressSanitizer: heap-use-after-free"
expect_report address use_object_after_free "AddressSanitizer: use-after-poison"
