internal import CBaton
internal import CBaton.Host
internal import CFFI
internal import Glibc

// PyCStructType and UnionType: how the fields of `_fields_` lie.

/// tp_init of both metatypes.
func aggregateTypeInit(_ type: TypeRef, kind: UInt32) -> CInt {
    let dict = type.pointee.tp_dict!
    let isAbstract = BtDict_Contains(dict, internedName("_abstract_"))
    if isAbstract != 0 { return isAbstract < 0 ? -1 : 0 }
    guard let layout = makeLayout(type, kind: kind) else { return -1 }
    layout.pointee.alignment = 1
    setFormat(layout, "B")
    if let fields = BtDict_GetItemWithError(dict, internedName("_fields_")) {
        let held = newReference(fields)
        defer { Bt_DECREF_(held) }
        // By the attribute, so that a metatype of a script's can change what the fields are.
        return BtObject_SetAttr(type.ref, internedName("_fields_"), held)
    }
    if errorOccurred() { return -1 }
    guard let base = type.pointee.tp_base.flatMap({ isForeignType($0.ref) ? ownLayout($0) : nil }) else { return 0 }
    base.pointee.is_final = 1
    guard let copy = copyLayout(type, from: base) else { return -1 }
    copy.pointee.has_fields = 0
    return 0
}

/// tp_setattro of both metatypes.
func aggregateTypeSetAttribute(_ type: TypeRef, _ name: Ref, _ value: Ref?) -> CInt {
    guard isStr(name), swiftString(name) == "_fields_" else { return typeSetAttribute(type, name, value) }
    if let layout = ownLayout(type), layout.pointee.is_final != 0 || layout.pointee.has_fields != 0 {
        return raiseStatus(BtExc_AttributeError, "_fields_ is final")
    }
    if typeSetAttribute(type, name, value) < 0 { return -1 }
    guard let value else { return 0 }
    return layOutFields(type, value) ? 0 : -1
}

/// What grows while fields are placed one after the other.
private struct Placement {
    var offset = 0
    var size = 0
    var alignment = 1
    /// Bits of the unit that bit fields are put in, 0: none is open; and how many of them are used.
    var unit = 0
    var usedBits = 0
    let pack: Int
    let isBig: Bool

    /// Place a field; its offset, and its size as the field's descriptor tells it.
    mutating func place(_ layout: LayoutRef, bits: Int) -> (offset: Int, size: Int, firstBit: Int) {
        let fieldSize = layout.pointee.size
        if bits != 0, unit != 0, fieldSize * 8 <= unit, usedBits + bits <= unit {
            return bitPlace(bits, fieldSize)
        }
        if bits != 0, unit != 0, fieldSize * 8 >= unit, usedBits + bits <= fieldSize * 8 {
            // The open unit grows to the size of this field's type.
            offset += fieldSize - unit / 8
            size += fieldSize - unit / 8
            unit = fieldSize * 8
            return bitPlace(bits, fieldSize)
        }
        usedBits = 0
        unit = bits != 0 ? fieldSize * 8 : 0
        let own = pack != 0 ? min(pack, layout.pointee.alignment) : layout.pointee.alignment
        let start = own > 0 ? (offset + own - 1) / own * own : offset
        size += start - offset + fieldSize
        offset = start + fieldSize
        alignment = max(alignment, own)
        guard bits != 0 else { return (start, fieldSize, 0) }
        return bitPlace(bits, fieldSize)
    }

    private mutating func bitPlace(_ bits: Int, _ fieldSize: Int) -> (offset: Int, size: Int, firstBit: Int) {
        let first = isBig ? unit - usedBits - bits : usedBits
        usedBits += bits
        return (offset - fieldSize, bits << 16 | first, first)
    }
}

/// An attribute that is an integer from 0 on; nil with ValueError set.
private func sizeAttribute(_ type: TypeRef, _ name: StaticString, _ complaint: String) -> Int? {
    var value: Ref?
    if BtObject_GetOptionalAttr(type.ref, internedName(name), &value) < 0 { return nil }
    guard let value else { return 0 }
    defer { Bt_DECREF_(value) }
    guard isInt(value), let number = value.long.compact, 0...Int(Int32.max) ~= number else {
        return raise(BtExc_ValueError, complaint)
    }
    return number
}

/// Lay out a structure or union by its `_fields_`. False with an exception set.
private func layOutFields(_ type: TypeRef, _ fields: Ref) -> Bool {
    guard let layout = ownLayout(type) else { return true }
    guard layout.pointee.is_final == 0 else {
        return raiseStatus(BtExc_AttributeError, "_fields_ is final") == 0
    }
    guard let pack = sizeAttribute(type, "_pack_", "_pack_ must be a non-negative integer"),
        let least = sizeAttribute(type, "_align_", "_align_ must be a non-negative integer")
    else { return false }
    guard let list = BtSequence_Fast(fields, "_fields_ must be a sequence of pairs") else {
        return false
    }
    defer { Bt_DECREF_(list) }
    let isBig = typeLookup(type, internedName("_swappedbytes_")) != nil
    var aggregate = AggregateLayout(
        type: type, layout: layout, place: Placement(pack: pack, isBig: isBig))
    guard aggregate.takeBase(least), aggregate.addFields(list) else { return false }
    aggregate.finish(least)
    return makeAnonymousFields(type)
}

private struct AggregateLayout {
    let type: TypeRef
    let layout: LayoutRef
    var place: Placement
    var total = 0
    var count = 0
    var text = ""
    var isUnion: Bool { layout.kind == BT_FOREIGN_UNION }

    /// Begin with the fields of the base.
    mutating func takeBase(_ least: Int) -> Bool {
        layout.pointee.has_fields = 1
        layout.pointee.leaf_count = 0
        layout.pointee.is_mixed = isUnion ? 1 : 0
        text = isUnion ? "B" : "T{"
        guard let base = type.pointee.tp_base.flatMap({ isForeignType($0.ref) ? ownLayout($0) : nil }) else {
            place.alignment = max(1, least)
            return true
        }
        base.pointee.is_final = 1
        count = base.pointee.length
        place.size = base.pointee.size
        place.offset = base.pointee.size
        place.alignment = max(base.pointee.alignment, least, 1)
        total = base.pointee.size
        addLeaves(layout, 0, of: base)
        if !isUnion, base.pointee.size > 0, base.pointee.format != nil {
            let known = format(base)
            if known.hasPrefix("T{") { text = String(known.dropLast()) }
        }
        return true
    }

    mutating func addFields(_ list: Ref) -> Bool {
        for index in 0..<BtSequence_Size(list) {
            guard let pair = BtSequence_GetItem(list, index) else { return false }
            defer { Bt_DECREF_(pair) }
            guard add(pair, index) else { return false }
        }
        return true
    }

    private mutating func add(_ pair: Ref, _ index: Int) -> Bool {
        guard isTuple(pair), 2...3 ~= BtTuple_GET_SIZE_(pair), isStr(argument(pair, 0)) else {
            return raiseStatus(BtExc_TypeError, "'_fields_' must be a sequence of (name, C type) pairs") == 0
        }
        let (name, fieldType) = (argument(pair, 0), argument(pair, 1))
        guard let field = foreignLayout(of: fieldType) else {
            return raiseStatus(
                BtExc_TypeError, "second item in _fields_ tuple (index \(index)) must be a C type") == 0
        }
        guard fieldType != type.ref else {
            return raiseStatus(BtExc_AttributeError, "Structure or union cannot contain itself") == 0
        }
        field.pointee.is_final = 1
        var bits = 0
        if BtTuple_GET_SIZE_(pair) == 3 {
            guard let given = bitCount(argument(pair, 2), fieldType, field) else { return false }
            bits = given
            layout.pointee.is_mixed = 1
        }
        if isUnion {
            place.offset = 0
            place.size = 0
            place.unit = 0
        }
        let before = place.size
        let spot = place.place(field, bits: bits)
        describe(name, field, spot.offset - before, bits)
        addLeaves(layout, spot.offset, of: field)
        total = isUnion ? max(total, place.size) : place.size
        guard
            let descriptor = makeField(
                fieldType, offset: spot.offset, size: spot.size, index: count, bits: bits, firstBit: spot.firstBit)
        else { return false }
        defer { Bt_DECREF_(descriptor) }
        count += 1
        return typeSetAttribute(type, name, descriptor) >= 0
    }

    /// The width of a bit field. Nil with an exception set.
    private func bitCount(_ value: Ref, _ fieldType: Ref, _ field: LayoutRef) -> Int? {
        guard isInt(value) else {
            return raise(BtExc_TypeError, "'_fields_' must be a sequence of (name, C type) pairs")
        }
        guard field.kind == BT_FOREIGN_SIMPLE, "bBhHiIlLqQ?".utf8.contains(field.pointee.code) else {
            return raise(
                BtExc_TypeError, "bit fields not allowed for type \(typeShortName(asType(fieldType)))")
        }
        guard let bits = value.long.compact, 1...field.pointee.size * 8 ~= bits else {
            return raise(BtExc_ValueError, "number of bits invalid for bit field")
        }
        return bits
    }

    /// Add a field to the format.
    private mutating func describe(_ name: Ref, _ field: LayoutRef, _ padding: Int, _ bits: Int) {
        guard !isUnion else { return }
        if padding > 0 { text += padding == 1 ? "x" : "\(padding)x" }
        let shape = (0..<Int(field.pointee.dimensions)).map { String(field.pointee.shape[$0]) }
        text += shape.isEmpty ? "" : "(\(shape.joined(separator: ",")))"
        text += format(field) + ":\(swiftString(name)):"
    }

    mutating func finish(_ least: Int) {
        let alignment = place.alignment
        let size = (total + alignment - 1) / alignment * alignment
        if !isUnion {
            let padding = size - total
            text += (padding > 0 ? padding == 1 ? "x" : "\(padding)x" : "") + "}"
        }
        layout.pointee.size = size
        layout.pointee.alignment = alignment
        layout.pointee.length = count
        layout.pointee.ffi = nil
        setFormat(layout, text)
    }
}
