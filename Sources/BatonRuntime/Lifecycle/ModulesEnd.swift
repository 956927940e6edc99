internal import CBaton
internal import CBaton.Host

// The end of what a program's own modules hold: finalizers run, then the modules are let go of. Nothing of the runtime's own
// is touched.

/// Run the finalizers of all that the program's modules lead to, and drop those modules. What is near to a module's names
/// comes before what is deeper in their objects, as in CPython.
///
/// - Lock: attached; no other thread of scripts is left. Runs any code.
package func endModules() {
    guard let modules = BtImport_GetModuleDict(), isDict(modules) else { return }
    let own = ownModules(modules)
    defer { for (name, _) in own { Bt_DECREF_(name) } }
    guard own.contains(where: { holdsSomething($0.dict) }) else { return }
    _ = Collector.collect(Collector.oldest)
    let finalizable = reachable(from: own.map(\.dict), besides: modules).filter {
        $0.type.pointee.tp_finalize != nil && $0.pointee.ob_flags & UInt8(BT_FLAG_FINALIZED) == 0
    }
    for object in finalizable { Bt_INCREF_(object) }
    for object in finalizable {
        BtObject_CallFinalizer(object)
        if errorOccurred() { BtErr_WriteUnraisable(object) }
    }
    for object in finalizable { Bt_DECREF_(object) }
    for (name, _) in own where BtDict_DelItem(modules, name) < 0 { BtErr_Clear() }
    _ = Collector.collect(Collector.oldest)
}

/// The program's modules, in the order of their import: `__main__`, and scripts that are not the runtime's. The names are new
/// references, the dicts borrowed.
private func ownModules(_ modules: Ref) -> [(name: Ref, dict: Ref)] {
    let library = scriptLibraryFolder()
    var result: [(name: Ref, dict: Ref)] = []
    var position = 0
    var (key, value): (Ref?, Ref?) = (nil, nil)
    while BtDict_Next(modules, &position, &key, &value) != 0 {
        guard let name = key, let module = value, isStr(name), isModule(module),
            let dict = BtModule_GetDict(module)
        else { continue }
        if swiftString(name) != "__main__" {
            guard let file = BtDict_GetItemWithError(dict, internedName("__file__")), isStr(file) else { continue }
            let path = swiftString(file)
            guard path.hasSuffix(".py"), library == nil || !path.hasPrefix(library! + "/") else { continue }
        }
        result.append((newReference(name), dict))
    }
    return result
}

/// Whether a module has names besides those that each has.
private func holdsSomething(_ dict: Ref) -> Bool {
    var position = 0
    var (key, value): (Ref?, Ref?) = (nil, nil)
    while BtDict_Next(dict, &position, &key, &value) != 0 {
        if let key, isStr(key), !swiftString(key).hasPrefix("__") { return true }
    }
    return false
}

/// What some objects lead to, nearest first; other modules are not entered.
private func reachable(from dicts: [Ref], besides modules: Ref) -> [Ref] {
    var seen: Set<Ref> = [modules]
    var position = 0
    var (key, value): (Ref?, Ref?) = (nil, nil)
    while BtDict_Next(modules, &position, &key, &value) != 0 {
        if let module = value, isModule(module) {
            seen.insert(module)
            if let dict = BtModule_GetDict(module) { seen.insert(dict) }
        }
    }
    var found = dicts
    var index = 0
    while index < found.count {
        let object = found[index]
        index += 1
        // What an object has in its own dict is as near as what it has in slots.
        let dict = object.type.has(BT_TPFLAGS_HEAPTYPE) ? _BtObject_GetDictPtr(object)?.pointee : nil
        for reference in references(of: object) where seen.insert(reference).inserted {
            found.append(reference)
            guard reference == dict else { continue }
            for value in references(of: reference) where seen.insert(value).inserted { found.append(value) }
        }
    }
    return found
}

/// What an object holds, as far as the collector is told: lists and tuples from their end.
private func references(of object: Ref) -> [Ref] {
    guard let traverse = object.type.pointee.tp_traverse, object.type.has(BT_TPFLAGS_HAVE_GC) else { return [] }
    var references: [Ref] = []
    _ = withUnsafeMutablePointer(to: &references) { place in
        traverse(
            object,
            { reference, context in
                if let reference { context!.assumingMemoryBound(to: [Ref].self).pointee.append(reference) }
                return 0
            }, place)
    }
    if isList(object) || isTuple(object) { references.reverse() }
    return references
}
