internal import CBaton
internal import CBaton.Host

// cell: a variable that several functions share.

/// Make a cell that holds a register's value, which is taken over if that succeeds; 0: an empty cell.
func newCell(_ value: Register) -> Ref? {
    guard let cell = makeObject(BtCell_Type_(), as: BtCellObject.self) else { return nil }
    cell.pointee.value = value
    track(cell.ref)
    return cell.ref
}

func setUpCell() {
    let type = BtCell_Type_()
    type.pointee.tp_basicsize = MemoryLayout<BtCellObject>.size
    type.pointee.tp_flags = BT_TPFLAGS_DEFAULT | BT_TPFLAGS_HAVE_GC
    type.pointee.tp_dealloc = { cell in
        deallocating(cell!, exactly: BtCell_Type_()) {
            drop(cell!.as(BtCellObject.self).pointee.value)
            freeObject(cell!)
        }
    }
    type.pointee.tp_traverse = { cell, visit, context in
        visitRegister(cell!.as(BtCellObject.self).pointee.value, visit, context)
    }
    type.pointee.tp_clear = { cell in
        let fields = cell!.as(BtCellObject.self)
        let old = fields.pointee.value
        fields.pointee.value = 0
        drop(old)
        return 0
    }
    type.pointee.tp_new = { _, args, kwargs in
        guard _BtArg_NoKeywords("cell", kwargs) != 0, _BtArg_CheckPositional("cell", BtTuple_GET_SIZE_(args), 0, 1) != 0
        else { return nil }
        return newCell(BtTuple_GET_SIZE_(args) == 0 ? 0 : enteringBorrowed(positional(args!, 0)))
    }
    type.pointee.tp_repr = { cell in
        let value = cell!.as(BtCellObject.self).pointee.value
        guard value != 0 else { return makeString("<cell at \(address(of: cell!)): empty>") }
        guard let content = boxed(value) else { return nil }
        defer { Bt_DECREF_(content) }
        return makeString("<cell at \(address(of: cell!)): \(typeName(content)) object at \(address(of: content))>")
    }
    type.pointee.tp_getattro = BtObject_GenericGetAttr
    type.pointee.tp_getset = getsetTable([
        getset(
            "cell_contents", get: { cell, _ in contents(cell!) }, set: { cell, value, _ in setContents(cell!, value) })
    ])
}

private func contents(_ cell: Ref) -> Ref? {
    let value = cell.as(BtCellObject.self).pointee.value
    guard value != 0 else { return raise(BtExc_ValueError, "Cell is empty") }
    return boxed(value)
}

private func setContents(_ cell: Ref, _ value: Ref?) -> CInt {
    let fields = cell.as(BtCellObject.self)
    let old = fields.pointee.value
    fields.pointee.value = value.map(enteringBorrowed) ?? 0
    drop(old)
    return 0
}

/// Visit what a register holds in a tp_traverse.
func visitRegister(_ value: Register, _ visit: visitproc?, _ context: UnsafeMutableRawPointer?) -> CInt {
    value == 0 || isTagged(value) ? 0 : visit!(objectIn(value), context)
}
