internal import CBaton
internal import Glibc

// The C face of str: comparing. What each function promises is told in baton/unicode_methods.h.

@c @implementation public func BtUnicode_Compare(_ left: Ref!, _ right: Ref!) -> CInt {
    guard let left, let right, isStr(left), isStr(right) else {
        let names = "\(left.map { typeName($0) } ?? "NULL") and \(right.map { typeName($0) } ?? "NULL")"
        return raiseStatus(BtExc_TypeError, "Can't compare \(names)")
    }
    return left == right ? 0 : compareTexts(TextView(left), TextView(right))
}

@c @implementation public func BtUnicode_CompareWithASCIIString(_ left: Ref!, _ right: UnsafePointer<CChar>!) -> CInt {
    guard let left, let right, isStr(left) else { return -1 }
    let bytes = UnsafeMutablePointer(mutating: unsignedBytes(right))
    return compareTexts(TextView(left), TextView(data: bytes, kind: 1, count: strlen(right)))
}

@c @implementation public func BtUnicode_EqualToUTF8AndSize(
    _ text: Ref!, _ utf8: UnsafePointer<CChar>!, _ size: Int
) -> CInt {
    guard let text, let utf8, isStr(text), size >= 0 else { return 0 }
    let view = TextView(text)
    if BtUnicode_IS_ASCII_(text) != 0 {
        return view.count == size && memcmp(view.data, utf8, size) == 0 ? 1 : 0
    }
    let bytes = unsignedBytes(utf8)
    var offset = 0
    for index in 0..<view.count {
        guard offset < size, case .character(let character, let length) = utf8Step(bytes, offset, size),
            character == view[index]
        else { return 0 }
        offset += length
    }
    return offset == size ? 1 : 0
}

@c @implementation public func BtUnicode_EqualToUTF8(_ text: Ref!, _ utf8: UnsafePointer<CChar>!) -> CInt {
    utf8 == nil ? 0 : BtUnicode_EqualToUTF8AndSize(text, utf8, strlen(utf8))
}

@c @implementation public func BtUnicode_Equal(_ left: Ref!, _ right: Ref!) -> CInt {
    for (object, place) in [(left, "first"), (right, "second")] {
        guard let object, isStr(object) else {
            let name = object.map { typeName($0) } ?? "NULL"
            return raiseStatus(BtExc_TypeError, "\(place) argument must be str, not \(name)")
        }
    }
    return textsEqual(left, right) ? 1 : 0
}

@c @implementation public func BtUnicode_RichCompare(_ left: Ref!, _ right: Ref!, _ operation: CInt) -> Ref! {
    guard let left, let right else { return badInternalCall() }
    return richCompareTexts(left, right, operation)
}
