#!/usr/bin/env bash
# fuzz.sh [SECONDS [SEED]]: libFuzzer over the parser, the compiler and the verifier, guided by what the code covers. It begins
# with the scripts of Tests/Scripts, prints its seed, and keeps an input that fails as .build/fuzz/crash-….
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-60}
seed=${2:-$(date +%s)}
folder=.build/fuzz
mkdir -p "$folder/modules" "$folder/corpus" "$folder/seeds"

# Built anew where a source is newer than the program.
program=$folder/fuzz-compiler
if [ ! -x "$program" ] || [ -n "$(find Sources/BatonSyntax Sources/BatonCompiler Tests/Fuzzing -name '*.swift' -newer "$program" -print -quit)" ]; then
    options=(-O -whole-module-optimization -swift-version 6 -parse-as-library -sanitize=fuzzer -I "$folder/modules")
    for module in BatonSyntax BatonCompiler; do
        find "Sources/$module" -name '*.swift' -print0 | xargs -0 swiftc "${options[@]}" -module-name "$module" \
            -emit-module -emit-module-path "$folder/modules/$module.swiftmodule" -c -o "$folder/$module.o"
    done
    swiftc "${options[@]}" -module-name Fuzzing Tests/Fuzzing/*.swift "$folder/BatonSyntax.o" "$folder/BatonCompiler.o" \
        -o "$program"
fi

# A folder of its own for each script's folder would hide equal names.
find Tests/Scripts -name '*.py' | while read -r script; do
    cp -u "$script" "$folder/seeds/$(echo "${script#Tests/Scripts/}" | tr / -)"
done
# The signal is the fuzzer's, which keeps the input.
export SWIFT_BACKTRACE=enable=no
echo "seed $seed, $seconds seconds"
"$program" "$folder/corpus" "$folder/seeds" -dict=Tests/Fuzzing/words.dict -seed="$seed" -max_total_time="$seconds" \
    -max_len=4096 -timeout=10 -rss_limit_mb=2048 -artifact_prefix="$folder/" -print_final_stats=1 -verbosity=1 2>&1 |
    grep -v -E '^#[0-9]+.(NEW|REDUCE|RELOAD)|^INFO: *(Loaded|seed corpus)' | tail -n 60
exit "${PIPESTATUS[0]}"
