#!/usr/bin/env bash
# Run every script of Examples/Scripts as a reader would, under python3 and baton, and write what they print into the README
# there, between its marks. Wants a quiet machine. usage: record-scripts.sh PATH-TO-BATON [PYTHON3]
set -euo pipefail
self=$(realpath "$0")
baton=$(realpath "$1")
python=${2:-python3}
cd "$(dirname "$self")/.."
export BATON_PATH=${baton%/*}
readme=Examples/Scripts/README.md
record=$(mktemp)
trap 'rm -f "$record"' EXIT

# show COMMAND-AS-TYPED HOST ARGUMENT...
show() {
    echo "\$ $1"
    shift
    "$@" 2>&1
    echo
}

{
    echo "Recorded $(date +%Y-%m-%d) on $(nproc) cores, load before the run $(cut -d" " -f1 /proc/loadavg), with $("$python" --version) and Baton $("$baton" --version)."
    for script in switch_interval cpu_work parallel_hash parallel_compress block_matmul bank_transfer lock_battle fetch_urls convoy; do
        file=Examples/Scripts/$script.py
        printf '\n### %s.py\n\n```\n' "$script"
        if [ $script = block_matmul ] && ! "$python" -c 'import numpy' 2>/dev/null; then
            show "python3 $script.py" /usr/bin/python3 "$file"
        else
            show "python3 $script.py" "$python" "$file"
        fi
        case $script in
            lock_battle | convoy)
                for scheduler in ticks interval adaptive; do
                    show "baton --scheduler $scheduler $script.py" "$baton" --scheduler "$scheduler" "$file"
                done ;;
            *) show "baton $script.py" "$baton" "$file" ;;
        esac
        echo '```'
    done
} | cat -s | sed -e ':a;N;$!ba;s/\n\n```\n/\n```\n/g' >"$record"

"$python" - "$readme" "$record" <<'PYTHON'
import sys
readme, record = sys.argv[1:]
begin, end = "<!-- recorded by Tools/record-scripts.sh -->\n", "<!-- end of the record -->"
text = open(readme).read()
before, _, rest = text.partition(begin)
_, _, after = rest.partition(end)
open(readme, "w").write(before + begin + open(record).read() + end + after)
PYTHON
