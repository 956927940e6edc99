#!/usr/bin/env bash
# Install what `make release` built, and write each file and folder that is made into lib/baton/manifest.
# usage: PREFIX=/usr/local [DESTDIR=…] install.sh --check | install.sh RELEASE-FOLDER
set -euo pipefail
verb=install
here=$(dirname "$(realpath "${BASH_SOURCE[0]}")")
checkout=$(dirname "$here")
source "$here/place.sh"

refuse() {
    echo "make install: $1 cannot be written. Name another place (make install PREFIX=\$HOME/.local), or run it as a user who may" >&2
    exit 1
}

# Whether the place can be written, before anything is built for it.
check() {
    local nearest=$root
    while [ ! -e "$nearest" ]; do nearest=$(dirname "$nearest"); done
    # What root may not write either shows only by trying.
    local probe
    probe=$(mktemp -d "$nearest/.baton-XXXXXX" 2>/dev/null) && rmdir "$probe" || refuse "$nearest"
}
check
[ "${1:?"usage: install.sh --check | RELEASE-FOLDER"}" != --check ] || exit 0

built=$(realpath "$1")
work=$(mktemp -d)
# The list grows with what is made, so that an installation that breaks off can be removed too.
finish() {
    [ ! -s "$work/list" ] || { mkdir -p "$(dirname "$manifest")" && sort -u "$work/list" >"$manifest"; }
    rm -rf "$work"
}
trap finish EXIT
previous=$work/previous
touch "$previous" "$work/list"
[ ! -f "$manifest" ] || { cp "$manifest" "$previous" && grep '/$' "$previous" >"$work/list" || true; }

# folder RELATIVE: make it and those above it; the list has "RELATIVE/" for each that was not there.
folder() {
    [ ! -d "$root/$1" ] || return 0
    [ "$1" = . ] || folder "$(dirname "$1")"
    if [ "$1" = . ]; then
        local missing=. path=$root
        while [ ! -d "$path" ]; do
            echo "$missing/" >>"$work/list"
            missing=$missing/.. path=$(dirname "$path")
        done
        mkdir -p "$root" 2>/dev/null || { : >"$work/list"; refuse "$root"; }
    else
        mkdir "$root/$1" 2>/dev/null || refuse "$root/$1"
        echo "$1/" >>"$work/list"
    fi
}

# place MODE SOURCE RELATIVE
place() {
    folder "$(dirname "$3")"
    install -m "$1" "$2" "$root/$3" || refuse "$root/$3"
    echo "$3" >>"$work/list"
}

# binary MODE SOURCE RELATIVE RUNPATH: without debug information, and finding its libraries in the tree.
binary() {
    cp "$2" "$work/binary"
    strip --strip-debug "$work/binary"
    [ -z "$4" ] || patchelf --set-rpath "$4" "$work/binary"
    place "$1" "$work/binary" "$3"
}

# tree SOURCE-FOLDER RELATIVE PATTERN…: the files of these names.
tree() {
    local source=$1 target=$2 name
    shift 2
    (cd "$source" && find . -type f \( -name "$1" "${@:2}" \) -printf '%P\n' | sort) >"$work/names"
    while IFS= read -r name; do place 644 "$source/$name" "$target/$name"; done <"$work/names"
}

version=$(sed -n 's/#define BT_VERSION "\(.*\)"/\1/p' "$checkout/CShim/include/baton/config.h")
filled() { sed -e "s/@VERSION@/$version/g" -e "s/@MAJOR_MINOR@/${version%.*}/g" "$here/$1" >"$work/filled"; }

binary 755 "$built/baton" bin/baton '$ORIGIN/../lib/baton/swift:$ORIGIN/../lib'
binary 644 "$built/libBaton.so" lib/libBaton.so '$ORIGIN/baton/swift'
binary 644 "$built/libbatoncheck.so" lib/libbatoncheck.so '$ORIGIN/baton/swift'
for extension in zlib hashlib matrix image wordcount; do
    binary 644 "$built/lib$extension.so" "lib/baton/$extension.so" '$ORIGIN/swift'
done
# The Swift libraries that these need, where the toolchain has them.
toolchain=$(dirname "$(dirname "$(realpath "$(command -v "${SWIFT:-swift}")")")")/lib/swift/linux
ldd "$built/baton" "$built"/lib*.so | grep -o "$toolchain/[^ ]*" | sort -u >"$work/swift"
while IFS= read -r library; do
    binary 644 "$library" "lib/baton/swift/$(basename "$library")" ''
done <"$work/swift"

tree "$checkout/CShim/include" include/baton '*.h' -o -name '*.hpp' -o -name '*.inc' -o -name module.modulemap
tree "$checkout/Sources/BatonRuntime/Modules/Scripts" lib/baton/scripts '*.py'
tree "$checkout/Sources/Baton" share/baton/swift '*.swift'

for file in baton baton-embed; do
    filled $file.pc.in
    place 644 "$work/filled" lib/pkgconfig/$file.pc
done
place 644 "$here/BatonConfig.cmake" lib/cmake/Baton/BatonConfig.cmake
filled BatonConfigVersion.cmake.in
place 644 "$work/filled" lib/cmake/Baton/BatonConfigVersion.cmake

baton=$root/bin/baton
for shell in bash:bash-completion/completions/baton zsh:zsh/site-functions/_baton fish:fish/vendor_completions.d/baton.fish; do
    "$baton" --generate-completion-script "${shell%%:*}" >"$work/completions"
    place 644 "$work/completions" "share/${shell#*:}"
done
mkdir "$work/man"
"$baton" --experimental-dump-help | "$here/manual.py" "$version" "$work/man"
for page in "$work"/man/*; do place 644 "$page" "share/man/man1/$(basename "$page")"; done

echo lib/baton/manifest >>"$work/list"
# What an earlier installation had and this one has not.
while IFS= read -r file; do
    grep -qxF "$file" "$work/list" || rm -f "$root/$file"
done < <(grep -v '/$' "$previous" || true)
echo "installed $(grep -cv '/$' "$work/list") files in $root"
case :$PATH: in *":$root/bin:"*) ;; *) [ -n "${DESTDIR:-}" ] || echo "note: $root/bin is not on PATH" ;; esac
