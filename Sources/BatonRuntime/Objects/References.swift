internal import CBaton

/// Take a reference and return it: Bt_NewRef with a result that is not an optional.
@inline(__always)
package func newReference(_ object: Ref) -> Ref {
    Bt_INCREF_(object)
    return object
}

/// Put `value` in a variable or field and return what it held: both references change hands. The caller drops the old one
/// after the store, since that may run any code.
@inline(__always)
package func exchange(_ variable: inout Ref?, _ value: Ref?) -> Ref? {
    let old = variable
    variable = value
    return old
}

/// Drop a reference that may be nil: `release(exchange(&self.pointee.value, nil))`.
@inline(__always)
package func release(_ object: Ref?) {
    if let object { Bt_DECREF_(object) }
}
