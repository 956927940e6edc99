#!/usr/bin/env bash
# Install into an empty folder, hide this checkout, build extensions and a host application against the installed tree in each
# way that it offers, run them, and see that make uninstall leaves what was there before.
set -euo pipefail
cd "$(dirname "$0")/.."
checkout=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
prefix="$work/a place/baton"
fail() {
    echo "installation: $1" >&2
    exit 1
}

# What stands in the prefix already stays.
mkdir -p "$prefix/lib/baton" "$prefix/include"
echo 'mine = 1' >"$prefix/lib/baton/mine.py"
listing() { (cd "$work/a place" && find . -printf '%P %y %s\n' | sort); }
listing >"$work/before"
make --no-print-directory install PREFIX="$prefix" >"$work/install.log" 2>&1 || { cat "$work/install.log" >&2; fail "make install failed"; }
make --no-print-directory install PREFIX="$prefix" >"$work/again.log" 2>&1 || fail "a second make install failed"
sources=$work/sources
cp -r Tests/Install "$sources"

# A place that cannot be written is told before anything is built.
if make --no-print-directory install PREFIX=/proc/baton >"$work/refused" 2>&1; then fail "installed into /proc"; fi
grep -q '^make install: /proc.* cannot be written' "$work/refused" || { cat "$work/refused" >&2; fail "no word on /proc/baton"; }

cat >"$work/use.sh" <<'USE'
set -euo pipefail
export PATH="$prefix/bin:$PATH" PKG_CONFIG_PATH="$prefix/lib/pkgconfig"
cd "$sources"
say() { echo "installation: $*"; }

ldd "$prefix/bin/baton" "$prefix"/lib/*.so "$prefix"/lib/baton/*.so >libraries
if grep -E "not found|/swift/usr/|$checkout" libraries; then say "a library is not in the tree"; exit 1; fi
baton -c 'import zlib, hashlib, matrix, image, wordcount, mine, threading, json, ctypes'
baton info >info
if grep -F "$checkout" info; then say "baton info names the checkout"; exit 1; fi
baton --check -c 'import threading; threading.Lock()' 2>check.log
[ ! -s check.log ] || { cat check.log; exit 1; }
say "the command runs with no checkout around"

mkdir -p by-build by-pkg-config by-cmake
baton build plain.c -D MODULE=plain_build --name plain_build -o by-build/plain_build.so
baton build classy.cpp --compiler-flag -std=c++17 -o by-build/classy.so
baton build --python-h ported.c -o by-build/ported.so
baton check plain.c -D MODULE=plain_build
BATON_PATH=by-build baton check.py plain_build:plain classy:classy ported:ported

# The flags of a folder whose name has a space are quoted for a shell.
eval "cc -O2 -shared -fPIC $(pkg-config --cflags baton) -DMODULE=plain_pkg plain.c -o by-pkg-config/plain_pkg.so"
eval "c++ -std=c++17 -O2 -shared -fPIC $(pkg-config --cflags baton) classy.cpp -o by-pkg-config/classy.so"
BATON_PATH=by-pkg-config baton check.py plain_pkg:plain classy:classy
[ "$(realpath "$(pkg-config --variable=moduledir baton | sed 's/\\//g')")" = "$(realpath "$prefix/lib/baton")" ]
eval "cc $(pkg-config --cflags baton-embed) host.c $(pkg-config --libs baton-embed) -o host"
[ "$(LD_LIBRARY_PATH="$prefix/lib" ./host)" = 3421780262 ]

for compiler in cc:c++ clang:clang++; do
    if ! command -v "${compiler%:*}" >/dev/null; then continue; fi
    folder=by-cmake/${compiler%:*}
    CC=${compiler%:*} CXX=${compiler#*:} cmake -S . -B "$folder" -DCMAKE_PREFIX_PATH="$prefix" >cmake.log 2>&1 &&
        cmake --build "$folder" >>cmake.log 2>&1 || { cat cmake.log; exit 1; }
    BATON_PATH=$folder baton check.py plain_cmake:plain classy:classy ported:ported
    [ "$("$folder/host")" = 3421780262 ]
    if cmake --build "$folder" --target broken >broken.log 2>&1; then say "$compiler: a breach of R1 compiled"; exit 1; fi
    grep -q R1 broken.log || grep -q thread-safety broken.log || { cat broken.log; exit 1; }
done
say "extensions and hosts by baton build, pkg-config and CMake"

languages="c c++"
if command -v swiftc >/dev/null; then languages="$languages swift"; fi
for language in $languages; do
    name=fresh_${language//+/x}
    baton new "$name" "--$language" >new.log
    (
        cd "$name"
        baton build && baton test --leg adaptive --leg checked && rm -rf build
        cmake -B build/cmake && cmake --build build/cmake
        if [ "$language" != swift ]; then make && BATON_PATH=build baton call "$name.smooth" 'b"aaz"' 1; fi
    ) >new.log 2>&1 || { cat new.log; exit 1; }
done
say "baton new, in ${languages// /, }"

for page in "$prefix"/share/man/man1/*; do mandoc -T lint -W error "$page"; done
bash -n "$prefix/share/bash-completion/completions/baton"
USE

# The checkout is hidden behind an empty folder where the system lets us mount one.
export checkout work prefix sources
hidden='mount --bind "$work/empty" "$checkout" && cd "$work" && exec bash "$work/use.sh"'
mkdir "$work/empty"
if unshare -m true 2>/dev/null; then
    unshare -m bash -c "$hidden"
elif unshare -Urm true 2>/dev/null; then
    unshare -Urm bash -c "$hidden"
else
    echo "installation: no mount may be made here, so the checkout stays in view; its name is still looked for"
    bash "$work/use.sh"
fi

make --no-print-directory uninstall PREFIX="$prefix" >"$work/uninstall.log" 2>&1 || { cat "$work/uninstall.log" >&2; fail "make uninstall failed"; }
listing >"$work/after"
diff "$work/before" "$work/after" || fail "make uninstall did not leave what was there before"

# For packagers: the same files under DESTDIR, and not even the folders are left.
make --no-print-directory install DESTDIR="$work/stage" PREFIX=/opt/baton >"$work/stage.log" 2>&1 || { cat "$work/stage.log" >&2; fail "DESTDIR"; }
[ -x "$work/stage/opt/baton/bin/baton" ] || fail "DESTDIR: no command in it"
make --no-print-directory uninstall DESTDIR="$work/stage" PREFIX=/opt/baton >/dev/null
[ ! -e "$work/stage" ] || { find "$work/stage" | head >&2; fail "DESTDIR: something is left"; }
echo "installation: nothing is left after make uninstall"
