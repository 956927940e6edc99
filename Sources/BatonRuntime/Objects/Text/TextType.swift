internal import CBaton
internal import CBaton.Host

/// Fill the slots of str. At start, before any text is made.
func setUpUnicode() {
    drawHashSecrets()
    BtUnicode_Type.tp_basicsize = MemoryLayout<BtUnicodeObject>.size
    BtUnicode_Type.tp_flags = UInt(BT_TPFLAGS_DEFAULT | BT_TPFLAGS_BASETYPE | BT_TPFLAGS_UNICODE_SUBCLASS)
    BtUnicode_Type.tp_dealloc = { freeText($0!) }
    BtUnicode_Type.tp_repr = { textRepr($0!) }
    BtUnicode_Type.tp_str = { BtUnicode_FromObject($0) }
    BtUnicode_Type.tp_hash = { hashText($0!) }
    BtUnicode_Type.tp_richcompare = { richCompareTexts($0!, $1!, $2) }
}

/// Make what str shares. At start, when all types are ready.
func finishUnicode() {
    makeSharedTexts()
}
