internal import CBaton
internal import CBaton.Host

// The exception classes at start. The hierarchy is that of exceptions.inc.

/// Call `body` with each class and its base, each base before what derives from it.
func forEachException(_ body: (_ type: TypeRef, _ base: TypeRef) -> Void) {
    var row = _bt_exception_hierarchy()!
    while let type = row.pointee.type {
        body(type, row.pointee.base)
        row += 1
    }
}

/// Fill the slots of the exception classes. No object is made.
func setUpExceptions() {
    forEachException { type, parent in
        type.pointee.tp_base = parent
        // What BaseException gets from object is not inherited here but set below.
        let base = type == _bt_exc_BaseException_() ? nil : parent
        type.pointee.tp_flags = UInt(
            BT_TPFLAGS_DEFAULT | BT_TPFLAGS_BASETYPE | BT_TPFLAGS_HAVE_GC | BT_TPFLAGS_BASE_EXC_SUBCLASS)
        type.pointee.tp_basicsize = base?.pointee.tp_basicsize ?? MemoryLayout<BtBaseExceptionObject>.size
        type.pointee.tp_dictoffset = MemoryLayout<BtBaseExceptionObject>.offset(of: \.dict)!
        type.pointee.tp_dealloc = { deallocException($0!) }
        type.pointee.tp_new = base?.pointee.tp_new ?? { type, args, _ in baseExceptionNew(type!, args) }
        type.pointee.tp_init =
            base?.pointee.tp_init ?? { object, args, kwargs in baseExceptionInit(object!, args!, kwargs) }
        type.pointee.tp_clear =
            base?.pointee.tp_clear ?? { object in
                clearExceptionHead(object!)
                return 0
            }
        type.pointee.tp_traverse = base?.pointee.tp_traverse ?? { traverseExceptionHead($0!, $1!, $2) }
        type.pointee.tp_repr = { baseExceptionRepr($0!) }
        type.pointee.tp_str = base?.pointee.tp_str ?? { baseExceptionStr($0!) }
        if let kind = kind(of: type) { fill(type, kind) }
    }
    _bt_exc_BaseExceptionGroup.tp_doc = cString("A combination of multiple unrelated exceptions.")
    _bt_exc_BaseException.tp_methods = baseExceptionMethods()
    _bt_exc_BaseException.tp_members = baseExceptionMembers()
    _bt_exc_BaseException.tp_getset = baseExceptionGetsets()
    _bt_exc_MemoryError.tp_dealloc = { deallocMemoryError($0!) }
}

/// Ready every exception class. False: an exception is set.
func readyExceptions() -> Bool {
    var ready = addGroupBases()
    forEachException { type, _ in ready = ready && BtType_Ready(type) >= 0 }
    return ready
}

/// Make what raising needs before anything fails. False: no memory.
func finishExceptions() -> Bool { makeSpareMemoryErrors() }

/// What a class adds to the one it derives from; nil: nothing.
private func kind(of type: TypeRef) -> ExceptionKind? {
    switch type {
    case _bt_exc_BaseExceptionGroup_(): .group
    case _bt_exc_StopIteration_(): .stopIteration
    case _bt_exc_SystemExit_(): .systemExit
    case _bt_exc_KeyError_(): .keyError
    case _bt_exc_NameError_(): .nameError
    case _bt_exc_AttributeError_(): .attributeError
    case _bt_exc_ImportError_(): .importError
    case _bt_exc_OSError_(): .osError
    case _bt_exc_SyntaxError_(): .syntaxError
    case _bt_exc_UnicodeEncodeError_(): .unicodeEncodeError
    case _bt_exc_UnicodeDecodeError_(): .unicodeDecodeError
    case _bt_exc_UnicodeTranslateError_(): .unicodeTranslateError
    default: nil
    }
}
