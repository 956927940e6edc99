internal import CBaton

// Tracebacks. One object a place, linked inwards; made once and, but for tb_next, never changed.

typealias Traceback = UnsafeMutablePointer<BtTracebackObject>

/// A place in front of `next`, which is borrowed. Nil: no memory.
func makeTraceback(_ next: Ref?, frame: Ref?, function: Ref, filename: Ref, line: CInt) -> Ref? {
    guard let place = makeObject(BtTraceBack_Type_(), as: BtTracebackObject.self) else { return nil }
    place.pointee.tb_next = next.map { newReference($0).as(BtTracebackObject.self) }
    place.pointee.tb_frame = frame.map(newReference)
    place.pointee.tb_lasti = -1
    place.pointee.tb_lineno = line
    place.pointee.tb_filename = newReference(filename)
    place.pointee.tb_name = newReference(function)
    BtObject_GC_Track(place)
    return place.ref
}

func setUpTraceback() {
    let type = BtTraceBack_Type_()
    type.pointee.tp_basicsize = MemoryLayout<BtTracebackObject>.size
    type.pointee.tp_flags = UInt(BT_TPFLAGS_DEFAULT | BT_TPFLAGS_HAVE_GC | BT_TPFLAGS_DISALLOW_INSTANTIATION)
    type.pointee.tp_dealloc = { deallocTraceback($0!) }
    type.pointee.tp_traverse = { object, visitor, context in
        let place = object!.as(BtTracebackObject.self).pointee
        return visit(
            place.tb_next?.ref, place.tb_frame, place.tb_filename, place.tb_name, with: visitor!, context)
    }
    type.pointee.tp_clear = { object in
        clearLinks(object!.as(BtTracebackObject.self))
        return 0
    }
    type.pointee.tp_members = memberTable(
        [
            objectMember("tb_frame", \BtTracebackObject.tb_frame),
            member("tb_lasti", BT_T_INT, offset: MemoryLayout<BtTracebackObject>.offset(of: \.tb_lasti)!),
            member("tb_lineno", BT_T_INT, offset: MemoryLayout<BtTracebackObject>.offset(of: \.tb_lineno)!),
            objectMember("tb_filename", \BtTracebackObject.tb_filename),
            objectMember("tb_name", \BtTracebackObject.tb_name),
        ].map(readOnly))
    type.pointee.tp_getset = getsetTable([
        getset(
            "tb_next",
            get: { object, _ in
                object!.as(BtTracebackObject.self).pointee.tb_next.map { newReference($0.ref) } ?? noneRef
            }, set: { object, value, _ in setNext(object!, value) })
    ])
}

private func readOnly(_ line: BtMemberDef) -> BtMemberDef {
    var line = line
    line.flags = BT_READONLY
    return line
}

private func deallocTraceback(_ object: Ref) {
    BtObject_GC_UnTrack(object)
    guard _bt_trash_begin(object) == 0 else { return }
    let place = object.as(BtTracebackObject.self)
    clearLinks(place)
    release(exchange(&place.pointee.tb_filename, nil))
    release(exchange(&place.pointee.tb_name, nil))
    freeObject(object)
    _bt_trash_end()
}

private func clearLinks(_ place: Traceback) {
    let next = place.pointee.tb_next
    place.pointee.tb_next = nil
    release(next?.ref)
    release(exchange(&place.pointee.tb_frame, nil))
}

/// Link to another chain, None for the end; a circle is refused.
private func setNext(_ object: Ref, _ value: Ref?) -> CInt {
    guard let value else { return raiseStatus(BtExc_TypeError, "can't delete tb_next attribute") }
    guard isNone(value) || value.type == BtTraceBack_Type_() else {
        return raiseStatus(BtExc_TypeError, "expected traceback object, got '\(typeName(value))'")
    }
    let place = object.as(BtTracebackObject.self)
    let next: Traceback? = isNone(value) ? nil : value.as(BtTracebackObject.self)
    var cursor = next
    while let current = cursor {
        if current == place { return raiseStatus(BtExc_ValueError, "traceback loop detected") }
        cursor = current.pointee.tb_next
    }
    let old = place.pointee.tb_next
    place.pointee.tb_next = next.map { newReference($0.ref).as(BtTracebackObject.self) }
    release(old?.ref)
    return 0
}
