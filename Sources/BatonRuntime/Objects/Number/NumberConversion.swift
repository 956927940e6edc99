internal import CBaton

// Objects as ints and floats.

/// Whether the object has __index__.
@inline(__always)
func hasIndex(_ object: Ref) -> Bool { object.type.pointee.tp_as_number?.pointee.nb_index != nil }

/// What __index__ gives: an int, or one of a subtype.
func indexOf(_ object: Ref) -> Ref? {
    if isInt(object) { return newReference(object) }
    guard let function = object.type.pointee.tp_as_number?.pointee.nb_index else {
        return raise(BtExc_TypeError, "'\(typeName(object))' object cannot be interpreted as an integer")
    }
    guard let result = function(object) else { return nil }
    return checkedInt(result, from: "__index__") ? result : nil
}

/// Whether a conversion's result is an int; if not, or if the warning about a subtype was made an error, the reference is
/// dropped.
private func checkedInt(_ result: Ref, from method: String) -> Bool {
    if result.type == BtLong_Type_() { return true }
    let message = "\(method) returned non-int (type \(typeName(result)))"
    if !isInt(result) {
        _ = raiseStatus(BtExc_TypeError, message)
    } else if warnDeprecated(
        message + ".  The ability to return an instance of a strict subclass of int is deprecated, and may be "
            + "removed in a future version of Python.")
    {
        return true
    }
    Bt_DECREF_(result)
    return false
}

/// Warn with DeprecationWarning; false: the warning is an error.
private func warnDeprecated(_ message: String) -> Bool {
    message.withCString { BtErr_WarnEx(BtExc_DeprecationWarning, $0, 1) } == 0
}

/// `int(object)`.
func intOf(_ object: Ref) -> Ref? {
    if object.type == BtLong_Type_() { return newReference(object) }
    if let methods = object.type.pointee.tp_as_number {
        if let function = methods.pointee.nb_int {
            guard let result = function(object) else { return nil }
            return checkedInt(result, from: "__int__") ? exactInt(taking: result) : nil
        }
        if methods.pointee.nb_index != nil {
            guard let result = indexOf(object) else { return nil }
            return exactInt(taking: result)
        }
    }
    if isStr(object) { return parseLong(text: object, base: 10) }
    if let truncate = lookUpSpecial(object, internedName("__trunc__")) {
        defer { Bt_DECREF_(truncate) }
        return truncatedInt(truncate)
    }
    if errorOccurred() { return nil }
    return parseLong(buffer: object, base: 10)
        ?? otherwise(
            raise: "int() argument must be a string, a bytes-like object or a real number, not '\(typeName(object))'")
}

/// The int that `__trunc__` gives.
private func truncatedInt(_ truncate: Ref) -> Ref? {
    guard warnDeprecated("The delegation of int() to __trunc__ is deprecated."),
        let result = BtObject_CallNoArgs(truncate)
    else { return nil }
    if isInt(result) { return exactInt(taking: result) }
    defer { Bt_DECREF_(result) }
    guard hasIndex(result) else {
        return raise(BtExc_TypeError, "__trunc__ returned non-Integral (type \(typeName(result)))")
    }
    return indexOf(result).flatMap { exactInt(taking: $0) }
}

/// An int of exactly the type int, in exchange for one of a subtype.
private func exactInt(taking object: Ref) -> Ref? {
    defer { Bt_DECREF_(object) }
    return exactLong(object.long)
}

/// `float(object)`.
func floatOf(_ object: Ref) -> Ref? {
    if object.type == BtFloat_Type_() { return newReference(object) }
    if object.type.pointee.tp_as_number?.pointee.nb_float != nil || hasIndex(object) {
        guard let value = doubleOf(object) else { return nil }
        return BtFloat_FromDouble(value)
    }
    return BtFloat_FromString(object)
}

/// The double of a float, or of an object with __float__ or __index__; nil with an exception set.
func doubleOf(_ object: Ref) -> Double? {
    if isFloat(object) { return object.as(BtFloatObject.self).pointee.ob_fval }
    guard let function = object.type.pointee.tp_as_number?.pointee.nb_float else {
        guard hasIndex(object) else { return raise(BtExc_TypeError, "must be real number, not \(typeName(object))") }
        guard let index = indexOf(object) else { return nil }
        defer { Bt_DECREF_(index) }
        return longToDouble(index.long)
    }
    guard let result = function(object) else { return nil }
    defer { Bt_DECREF_(result) }
    if result.type != BtFloat_Type_() {
        let message = "\(typeName(object)).__float__ returned non-float (type \(typeName(result)))"
        guard isFloat(result) else { return raise(BtExc_TypeError, message) }
        guard
            warnDeprecated(
                message + ".  The ability to return an instance of a strict subclass of float is deprecated, and may "
                    + "not be supported in a future version of Python.")
        else { return nil }
    }
    return result.as(BtFloatObject.self).pointee.ob_fval
}

/// Whether the object is a float or of a subtype of float.
@inline(__always)
func isFloat(_ object: Ref) -> Bool { BtObject_TypeCheck_(object, BtFloat_Type_()) != 0 }

/// Raise TypeError, unless something is raised already.
private func otherwise(raise message: String) -> Ref? {
    errorOccurred() ? nil : raise(BtExc_TypeError, message)
}
