internal import CBaton
internal import CBaton.Host

// The module `builtins`: functions, types, exceptions, constants.

/// Make the module. Nil with an exception set.
func makeBuiltins() -> Ref? {
    let functions =
        builtinNumberFunctions + builtinIterationFunctions + builtinAttributeFunctions + builtinTextFunctions
        + builtinNamespaceFunctions + builtinEvaluationFunctions + [openMethod, buildClassMethod]
    return makeNativeModule(
        "builtins", doc: "Built-in functions, types, exceptions, and other objects.", functions
    ) { module in
        _bt_host_modules.builtins = newReference(module)
        _bt_host_modules.main_thread = BtThread_get_thread_ident()
        return addConstants(module) && addTypes(module) && addExceptions(module) && setUpFunctionShortcuts(module)
    }
}

private func addConstants(_ module: Ref) -> Bool {
    let constants: [(StaticString, Ref)] = [
        ("None", noneRef), ("True", trueRef), ("False", falseRef), ("Ellipsis", ellipsisRef),
        ("NotImplemented", notImplementedRef), ("__debug__", trueRef),
    ]
    return constants.allSatisfy { add(module, $0, newReference($1)) }
}

private func addTypes(_ module: Ref) -> Bool {
    let types: [TypeRef] = [
        BtBaseObject_Type_(), BtType_Type_(), BtSuper_Type_(), BtBool_Type_(), BtLong_Type_(), BtFloat_Type_(),
        BtComplex_Type_(),
        BtUnicode_Type_(), BtBytes_Type_(), BtByteArray_Type_(), BtMemoryView_Type_(), BtTuple_Type_(), BtList_Type_(),
        BtDict_Type_(), BtSet_Type_(), BtFrozenSet_Type_(), BtSlice_Type_(), BtRange_Type_(), BtEnum_Type_(),
        BtReversed_Type_(), BtZip_Type_(), BtMap_Type_(), BtFilter_Type_(), BtProperty_Type_(), BtStaticMethod_Type_(),
        BtClassMethod_Type_(),
    ]
    return types.allSatisfy { add(module, $0) }
}

private func addExceptions(_ module: Ref) -> Bool {
    var row = _bt_exception_hierarchy()
    while let type = row?.pointee.type {
        guard add(module, type) else { return false }
        row = row?.advanced(by: 1)
    }
    return add(module, "IOError", newReference(BtExc_OSError))
        && add(module, "EnvironmentError", newReference(BtExc_OSError))
}
