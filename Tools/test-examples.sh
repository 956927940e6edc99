#!/usr/bin/env bash
# Build every example with its own Makefile, as an outside author would, run its test script with what that built, and run a
# short demo whose results are all checked. usage: test-examples.sh PATH-TO-BATON
set -euo pipefail
cd "$(dirname "$0")/.."
baton=$(realpath "$1")

passed=0
for folder in Examples/Compression Examples/Hashing Examples/Matrix Examples/Image Examples/WordCount; do
    make --no-print-directory -C "$folder" clean all BATON="$baton"
    library=$(basename "$(ls "$folder"/*.so)" .so)
    BATON_PATH=$folder timeout 300 "$baton" call "$library.__name__" | grep -qx "'$library'"
    BATON_PATH=$folder timeout 300 "$baton" "$folder/test_$library.py" > .build/example-test.log ||
        { tail -n 20 .build/example-test.log >&2; exit 1; }
    make --no-print-directory -C "$folder" clean
    passed=$((passed + 1))
done
echo "examples: $passed built by their own Makefiles and tested"

timeout 600 "$baton" demo --seconds 0.05 --threads 1,2 --json > .build/demo.json
python3 - .build/demo.json <<'PYTHON'
import json, sys
rows = json.load(open(sys.argv[1]))["rows"]
unverified = [row for row in rows if not row["verified"]]
assert rows and not unverified, f"unverified rows: {unverified or 'no rows at all'}"
assert {row["mode"] for row in rows} == {"held", "released"}
print(f"demo: {len(rows)} rows, all verified")
PYTHON

Tools/test-scripts.sh "$baton"
