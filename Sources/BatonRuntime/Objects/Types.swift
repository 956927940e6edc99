internal import CBaton
internal import CBaton.Host

// The built-in types: filled, made ready, finished, in this order, once in a process.

/// Make all built-in types. False: a message is on standard error.
func makeTypes() -> Bool {
    setUpTypes()
    finishUnicode()
    guard readyTypes() else { return false }
    return finishExceptions() && finishWarnings() && finishImport()
}

/// Fill the slots of every type. Makes no objects.
private func setUpTypes() {
    setUpObject()
    setUpType()
    setUpSuper()
    setUpNone()
    setUpNotImplemented()
    setUpEllipsis()
    setUpLong()
    setUpBool()
    setUpFloat()
    setUpUnicode()
    setUpUnicodeIter()
    setUpBytes()
    setUpByteArray()
    setUpMemoryView()
    setUpContainers()
    setUpMethodDescriptor()
    setUpClassMethodDescriptor()
    setUpMemberDescriptor()
    setUpGetSetDescriptor()
    setUpWrapperDescriptor()
    setUpMethodWrapper()
    setUpProperty()
    setUpStaticMethod()
    setUpClassMethod()
    setUpBuiltinFunction()
    setUpBuiltinMethod()
    setUpBoundMethod()
    setUpInstanceMethod()
    setUpModule()
    setUpModuleDef()
    setUpModuleSpec()
    setUpCapsule()
    setUpTraceback()
    setUpExceptions()
}

/// The types of data.c, each after its base. BtType_Ready needs str, tuple, dict and the descriptors to be filled, not
/// ready.
private func readyTypes() -> Bool {
    var types: [TypeRef] = [
        address(&BtBaseObject_Type), address(&BtType_Type), address(&BtSuper_Type), address(&_bt_none_type),
        address(&_bt_not_implemented_type), address(&_bt_ellipsis_type), address(&BtLong_Type),
        address(&BtBool_Type), address(&BtFloat_Type), address(&BtUnicode_Type), address(&BtUnicodeIter_Type),
        address(&BtBytes_Type), address(&BtBytesIter_Type), address(&BtByteArray_Type),
        address(&BtByteArrayIter_Type), address(&_bt_managed_buffer_type), address(&BtMemoryView_Type),
        address(&_bt_memory_iterator_type), address(&BtTuple_Type), address(&BtTupleIter_Type), address(&BtList_Type),
        address(&BtListIter_Type), address(&BtListRevIter_Type), address(&BtDict_Type),
    ]
    types += [
        address(&BtDictKeys_Type), address(&BtDictValues_Type), address(&BtDictItems_Type),
        address(&BtDictIterKey_Type), address(&BtDictIterValue_Type), address(&BtDictIterItem_Type),
        address(&BtDictRevIterKey_Type), address(&BtDictRevIterValue_Type), address(&BtDictRevIterItem_Type),
        address(&BtDictProxy_Type), address(&BtSet_Type), address(&BtFrozenSet_Type), address(&BtSetIter_Type),
        address(&BtSlice_Type), address(&BtRange_Type), address(&BtRangeIter_Type),
        address(&BtLongRangeIter_Type), address(&BtSeqIter_Type), address(&BtCallIter_Type),
    ]
    types += [
        address(&BtModule_Type), address(&BtModuleDef_Type), address(&_bt_module_spec_type), address(&BtCapsule_Type),
        address(&BtTraceBack_Type),
        address(&BtCFunction_Type), address(&BtCMethod_Type), address(&BtMethod_Type),
        address(&BtInstanceMethod_Type), address(&BtMethodDescr_Type), address(&BtClassMethodDescr_Type),
        address(&BtWrapperDescr_Type), address(&_BtMethodWrapper_Type), address(&BtMemberDescr_Type),
        address(&BtGetSetDescr_Type), address(&BtProperty_Type), address(&BtStaticMethod_Type),
        address(&BtClassMethod_Type),
    ]
    return types.allSatisfy { readyType($0) == 0 } && readyExceptions()
}
