internal import CBaton
internal import CBaton.Host
internal import Glibc

// Capsules: a C pointer as an object.

typealias Capsule = UnsafeMutablePointer<BtCapsuleObject_>

func makeCapsule(
    _ pointer: UnsafeMutableRawPointer, _ name: UnsafePointer<CChar>?, _ destroy: BtCapsule_Destructor?
) -> Ref? {
    guard let capsule = makeObject(BtCapsule_Type_(), as: BtCapsuleObject_.self) else { return nil }
    capsule.pointee.pointer = pointer
    capsule.pointee.name = name
    capsule.pointee.context = nil
    capsule.pointee.destroy = destroy
    return capsule.ref
}

func setUpCapsule() {
    let type = BtCapsule_Type_()
    type.pointee.tp_basicsize = MemoryLayout<BtCapsuleObject_>.size
    type.pointee.tp_flags = UInt(BT_TPFLAGS_DEFAULT | BT_TPFLAGS_DISALLOW_INSTANTIATION)
    type.pointee.tp_dealloc = { object in
        if let destroy = object!.as(BtCapsuleObject_.self).pointee.destroy { destroy(object) }
        freeObject(object!)
    }
    type.pointee.tp_repr = { object in
        let name = object!.as(BtCapsuleObject_.self).pointee.name.map { "\"\(String(cString: $0))\"" } ?? "NULL"
        return makeString("<capsule object \(name) at \(address(of: object!))>")
    }
}

/// The capsule behind an argument, if it is one that holds a pointer; else ValueError is set for `function`.
func validCapsule(_ object: Ref?, _ function: StaticString) -> Capsule? {
    guard let object, object.type == BtCapsule_Type_() else {
        return refuse(function, "invalid PyCapsule object")
    }
    let capsule = object.as(BtCapsuleObject_.self)
    guard capsule.pointee.pointer != nil else { return refuse(function, "invalid PyCapsule object") }
    return capsule
}

private func refuse(_ function: StaticString, _ reason: String) -> Capsule? {
    raise(BtExc_ValueError, "\(function) called with \(reason)")
}

/// Whether two names are the same text, or both NULL.
func sameName(_ left: UnsafePointer<CChar>?, _ right: UnsafePointer<CChar>?) -> Bool {
    guard let left, let right else { return left == right }
    return strcmp(left, right) == 0
}
