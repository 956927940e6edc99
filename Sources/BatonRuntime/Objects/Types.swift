internal import CBaton
internal import CBaton.Host

// The built-in types: filled, made ready, finished, in this order, once in a process.

/// Make all built-in types. False: a message is on standard error.
func makeTypes() -> Bool {
    setUpTypes()
    finishUnicode()
    guard readyTypes() else { return false }
    setUpInterpreter()
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
    setUpComplex()
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
    setUpWeakReference()
    setUpWeakProxies()
    setUpBuiltinIterators()
    setUpExceptions()
    setUpCode()
    setUpFunction()
    setUpCell()
    setUpGenerator()
    setUpFrame()
}

/// The types of data.c, each after its base. BtType_Ready needs str, tuple, dict and the descriptors to be filled, not
/// ready.
private func readyTypes() -> Bool {
    var types: [TypeRef] = [
        BtBaseObject_Type_(), BtType_Type_(), BtSuper_Type_(), _bt_none_type_(),
        _bt_not_implemented_type_(), _bt_ellipsis_type_(), BtLong_Type_(),
        BtBool_Type_(), BtFloat_Type_(), BtComplex_Type_(), BtUnicode_Type_(), BtUnicodeIter_Type_(),
        BtBytes_Type_(), BtBytesIter_Type_(), BtByteArray_Type_(),
        BtByteArrayIter_Type_(), _bt_managed_buffer_type_(), BtMemoryView_Type_(),
        _bt_memory_iterator_type_(), BtTuple_Type_(), BtTupleIter_Type_(), BtList_Type_(),
        BtListIter_Type_(), BtListRevIter_Type_(), BtDict_Type_(),
    ]
    types += [
        BtDictKeys_Type_(), BtDictValues_Type_(), BtDictItems_Type_(),
        BtDictIterKey_Type_(), BtDictIterValue_Type_(), BtDictIterItem_Type_(),
        BtDictRevIterKey_Type_(), BtDictRevIterValue_Type_(), BtDictRevIterItem_Type_(),
        BtDictProxy_Type_(), BtSet_Type_(), BtFrozenSet_Type_(), BtSetIter_Type_(),
        BtSlice_Type_(), BtRange_Type_(), BtRangeIter_Type_(),
        BtLongRangeIter_Type_(), BtSeqIter_Type_(), BtCallIter_Type_(),
    ]
    types += [
        BtModule_Type_(), BtModuleDef_Type_(), _bt_module_spec_type_(), BtCapsule_Type_(),
        BtTraceBack_Type_(),
        BtCFunction_Type_(), BtCMethod_Type_(), BtMethod_Type_(),
        BtInstanceMethod_Type_(), BtMethodDescr_Type_(), BtClassMethodDescr_Type_(),
        BtWrapperDescr_Type_(), _BtMethodWrapper_Type_(), BtMemberDescr_Type_(),
        BtGetSetDescr_Type_(), BtProperty_Type_(), BtStaticMethod_Type_(),
        BtClassMethod_Type_(), _BtWeakref_RefType_(), _BtWeakref_ProxyType_(), _BtWeakref_CallableProxyType_(),
        BtCode_Type_(), BtFunction_Type_(), BtCell_Type_(), BtGen_Type_(), BtFrame_Type_(),
        BtEnum_Type_(), BtReversed_Type_(), BtZip_Type_(), BtMap_Type_(), BtFilter_Type_(),
    ]
    return types.allSatisfy { readyType($0) == 0 } && readyExceptions()
}
