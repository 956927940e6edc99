internal import CBaton

// The exception classes at start. The hierarchy is that of exceptions.inc.

/// Call `body` with each class and its base, each base before what derives from it.
func forEachException(_ body: (TypeRef, TypeRef?) -> Void) {
    func visit(_ type: UnsafeMutablePointer<BtTypeObject>, _ base: UnsafeMutablePointer<BtTypeObject>?) {
        body(type, base)
    }
    visit(&_bt_exc_BaseException, nil)
    visit(&_bt_exc_Exception, &_bt_exc_BaseException)
    visit(&_bt_exc_ArithmeticError, &_bt_exc_Exception)
    visit(&_bt_exc_FloatingPointError, &_bt_exc_ArithmeticError)
    visit(&_bt_exc_OverflowError, &_bt_exc_ArithmeticError)
    visit(&_bt_exc_ZeroDivisionError, &_bt_exc_ArithmeticError)
    visit(&_bt_exc_AssertionError, &_bt_exc_Exception)
    visit(&_bt_exc_AttributeError, &_bt_exc_Exception)
    visit(&_bt_exc_BufferError, &_bt_exc_Exception)
    visit(&_bt_exc_EOFError, &_bt_exc_Exception)
    visit(&_bt_exc_ImportError, &_bt_exc_Exception)
    visit(&_bt_exc_ModuleNotFoundError, &_bt_exc_ImportError)
    visit(&_bt_exc_LookupError, &_bt_exc_Exception)
    visit(&_bt_exc_IndexError, &_bt_exc_LookupError)
    visit(&_bt_exc_KeyError, &_bt_exc_LookupError)
    visit(&_bt_exc_MemoryError, &_bt_exc_Exception)
    visit(&_bt_exc_NameError, &_bt_exc_Exception)
    visit(&_bt_exc_UnboundLocalError, &_bt_exc_NameError)
    visit(&_bt_exc_OSError, &_bt_exc_Exception)
    visit(&_bt_exc_BlockingIOError, &_bt_exc_OSError)
    visit(&_bt_exc_ChildProcessError, &_bt_exc_OSError)
    visit(&_bt_exc_ConnectionError, &_bt_exc_OSError)
    visit(&_bt_exc_BrokenPipeError, &_bt_exc_ConnectionError)
    visit(&_bt_exc_ConnectionAbortedError, &_bt_exc_ConnectionError)
    visit(&_bt_exc_ConnectionRefusedError, &_bt_exc_ConnectionError)
    visit(&_bt_exc_ConnectionResetError, &_bt_exc_ConnectionError)
    visit(&_bt_exc_FileExistsError, &_bt_exc_OSError)
    visit(&_bt_exc_FileNotFoundError, &_bt_exc_OSError)
    visit(&_bt_exc_InterruptedError, &_bt_exc_OSError)
    visit(&_bt_exc_IsADirectoryError, &_bt_exc_OSError)
    visit(&_bt_exc_NotADirectoryError, &_bt_exc_OSError)
    visit(&_bt_exc_PermissionError, &_bt_exc_OSError)
    visit(&_bt_exc_ProcessLookupError, &_bt_exc_OSError)
    visit(&_bt_exc_TimeoutError, &_bt_exc_OSError)
    visit(&_bt_exc_ReferenceError, &_bt_exc_Exception)
    visit(&_bt_exc_RuntimeError, &_bt_exc_Exception)
    visit(&_bt_exc_NotImplementedError, &_bt_exc_RuntimeError)
    visit(&_bt_exc_RecursionError, &_bt_exc_RuntimeError)
    visit(&_bt_exc_StopAsyncIteration, &_bt_exc_Exception)
    visit(&_bt_exc_StopIteration, &_bt_exc_Exception)
    visit(&_bt_exc_SyntaxError, &_bt_exc_Exception)
    visit(&_bt_exc_IndentationError, &_bt_exc_SyntaxError)
    visit(&_bt_exc_TabError, &_bt_exc_IndentationError)
    visit(&_bt_exc_SystemError, &_bt_exc_Exception)
    visit(&_bt_exc_TypeError, &_bt_exc_Exception)
    visit(&_bt_exc_ValueError, &_bt_exc_Exception)
    visit(&_bt_exc_UnicodeError, &_bt_exc_ValueError)
    visit(&_bt_exc_UnicodeDecodeError, &_bt_exc_UnicodeError)
    visit(&_bt_exc_UnicodeEncodeError, &_bt_exc_UnicodeError)
    visit(&_bt_exc_UnicodeTranslateError, &_bt_exc_UnicodeError)
    visit(&_bt_exc_Warning, &_bt_exc_Exception)
    visit(&_bt_exc_BytesWarning, &_bt_exc_Warning)
    visit(&_bt_exc_DeprecationWarning, &_bt_exc_Warning)
    visit(&_bt_exc_EncodingWarning, &_bt_exc_Warning)
    visit(&_bt_exc_FutureWarning, &_bt_exc_Warning)
    visit(&_bt_exc_ImportWarning, &_bt_exc_Warning)
    visit(&_bt_exc_PendingDeprecationWarning, &_bt_exc_Warning)
    visit(&_bt_exc_ResourceWarning, &_bt_exc_Warning)
    visit(&_bt_exc_RuntimeWarning, &_bt_exc_Warning)
    visit(&_bt_exc_SyntaxWarning, &_bt_exc_Warning)
    visit(&_bt_exc_UnicodeWarning, &_bt_exc_Warning)
    visit(&_bt_exc_UserWarning, &_bt_exc_Warning)
    visit(&_bt_exc_GeneratorExit, &_bt_exc_BaseException)
    visit(&_bt_exc_KeyboardInterrupt, &_bt_exc_BaseException)
    visit(&_bt_exc_SystemExit, &_bt_exc_BaseException)
}

/// Fill the slots of the exception classes. No object is made.
func setUpExceptions() {
    forEachException { type, base in
        type.pointee.tp_base = base
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
    _bt_exc_BaseException.tp_methods = baseExceptionMethods()
    _bt_exc_BaseException.tp_members = baseExceptionMembers()
    _bt_exc_BaseException.tp_getset = baseExceptionGetsets()
    _bt_exc_MemoryError.tp_dealloc = { deallocMemoryError($0!) }
}

/// Ready every exception class. False: an exception is set.
func readyExceptions() -> Bool {
    var ready = true
    forEachException { type, _ in ready = ready && BtType_Ready(type) >= 0 }
    return ready
}

/// Make what raising needs before anything fails. False: no memory.
func finishExceptions() -> Bool { makeSpareMemoryErrors() }

/// What a class adds to the one it derives from; nil: nothing.
private func kind(of type: TypeRef) -> ExceptionKind? {
    switch type {
    case address(&_bt_exc_StopIteration): .stopIteration
    case address(&_bt_exc_SystemExit): .systemExit
    case address(&_bt_exc_KeyError): .keyError
    case address(&_bt_exc_NameError): .nameError
    case address(&_bt_exc_AttributeError): .attributeError
    case address(&_bt_exc_ImportError): .importError
    case address(&_bt_exc_OSError): .osError
    case address(&_bt_exc_SyntaxError): .syntaxError
    case address(&_bt_exc_UnicodeEncodeError): .unicodeEncodeError
    case address(&_bt_exc_UnicodeDecodeError): .unicodeDecodeError
    case address(&_bt_exc_UnicodeTranslateError): .unicodeTranslateError
    default: nil
    }
}
