internal import CBaton

// The objects that exist once. All are immortal: returning one needs no new reference.

@inline(__always) package var noneRef: Ref { _bt_none_() }
@inline(__always) package var notImplementedRef: Ref { _bt_not_implemented_() }
@inline(__always) package var ellipsisRef: Ref { _bt_ellipsis_() }
@inline(__always) package var trueRef: Ref { _bt_true_() }
@inline(__always) package var falseRef: Ref { _bt_false_() }

/// True or False.
@inline(__always) package func boolRef(_ condition: Bool) -> Ref { condition ? trueRef : falseRef }
