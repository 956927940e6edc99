# What install.sh and uninstall.sh share: where the tree is. PREFIX is a full path, DESTDIR (or nothing) stands before it.
prefix=${PREFIX:-/usr/local}
case $prefix in
    /*) ;;
    *)
        echo "make $verb: PREFIX is a full path, not '$prefix'" >&2
        exit 2
        ;;
esac
prefix=${prefix%/}
root=${DESTDIR:+$(realpath --canonicalize-missing "$DESTDIR")}$prefix
manifest=$root/lib/baton/manifest
