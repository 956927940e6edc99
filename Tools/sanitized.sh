# Sourced by test-threads.sh and test-address.sh: building and running the tests under a sanitizer, each with its own
# scratch folder.

# build_sanitized SANITIZER [FLAG...]
build_sanitized() {
    local sanitizer=$1
    shift
    swift build --build-tests --sanitize "$sanitizer" --scratch-path ".build/$sanitizer-sanitizer" --jobs "${JOBS:-2}" "$@"
}

# run_sanitized SANITIZER [ARGUMENT...]: the tests, by the built program itself, since `swift test` would plan a build.
run_sanitized() {
    local sanitizer=$1
    shift
    ".build/$sanitizer-sanitizer/debug/BatonPackageTests.xctest" --testing-library swift-testing "$@"
}

# expect_report SANITIZER DEFECT MESSAGE: the defect, a function of seeded_test.c, ends the tests with the message and
# names the function.
expect_report() {
    local sanitizer=$1 defect=$2 message=$3 log=".build/$1-sanitizer/seeded-$2.log"
    if BATON_SEEDED_DEFECT=$defect run_sanitized "$sanitizer" --filter 'A seeded defect' >"$log" 2>&1 ||
        ! grep -q "$message" "$log" || ! grep -q "seeded_test\.c" "$log"; then
        tail -n 40 "$log" >&2
        echo "not ok: the $sanitizer sanitizer does not report the seeded $defect ($log)" >&2
        exit 1
    fi
    echo "ok: the $sanitizer sanitizer reports the seeded $defect"
}
