internal import CBaton
internal import CBaton.Host

/// Fill the slots of str. At start, before any text is made.
func setUpUnicode() {
    drawHashSecrets()
    let type = BtUnicode_Type_()
    type.pointee.tp_basicsize = MemoryLayout<BtUnicodeObject>.size
    type.pointee.tp_flags = UInt(BT_TPFLAGS_BASETYPE | BT_TPFLAGS_UNICODE_SUBCLASS)
    type.pointee.tp_dealloc = { freeText($0!) }
    type.pointee.tp_new = { newText($0!, $1!, $2) }
    type.pointee.tp_repr = { textRepr($0!) }
    type.pointee.tp_str = { BtUnicode_FromObject($0) }
    type.pointee.tp_hash = { hashText($0!) }
    type.pointee.tp_richcompare = { richCompareTexts($0!, $1!, $2) }
    type.pointee.tp_iter = { makeTextIterator($0!) }
    type.pointee.tp_methods = methodTable(textMethods())

    var sequence = BtSequenceMethods()
    sequence.sq_length = { TextView($0!).count }
    sequence.sq_concat = { BtUnicode_Concat($0, $1) }
    sequence.sq_repeat = { repeatText($0!, $1) }
    sequence.sq_item = { textItem($0!, $1) }
    sequence.sq_contains = { BtUnicode_Contains($0, $1) }
    type.pointee.tp_as_sequence = permanent(sequence)

    var mapping = BtMappingMethods()
    mapping.mp_length = { TextView($0!).count }
    mapping.mp_subscript = { textSubscript($0!, $1!) }
    type.pointee.tp_as_mapping = permanent(mapping)

    var number = BtNumberMethods()
    number.nb_remainder = { left, right in
        isStr(left!) ? BtUnicode_Format(left, right) : notImplementedRef
    }
    type.pointee.tp_as_number = permanent(number)
}

/// Make what str shares. At start, when all types are ready.
func finishUnicode() {
    makeSharedTexts()
}
