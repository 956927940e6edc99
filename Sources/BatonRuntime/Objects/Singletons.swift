internal import CBaton

// The objects that exist once. All are immortal: returning one needs no new reference.

@inline(__always) package var noneRef: Ref { address(&_bt_none) }
@inline(__always) package var notImplementedRef: Ref { address(&_bt_not_implemented) }
@inline(__always) package var ellipsisRef: Ref { address(&_bt_ellipsis) }
@inline(__always) package var trueRef: Ref { address(&_bt_true).ref }
@inline(__always) package var falseRef: Ref { address(&_bt_false).ref }

/// True or False.
@inline(__always) package func boolRef(_ condition: Bool) -> Ref { condition ? trueRef : falseRef }
