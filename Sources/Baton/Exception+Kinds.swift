internal import CBaton

extension Exception {
    /// A built-in class of exceptions.
    public enum Kind: Sendable, CaseIterable {
        case arithmeticError, attributeError, bufferError, exception, importError, indexError, keyError,
            keyboardInterrupt
        case lookupError, memoryError, moduleNotFoundError, nameError, notImplementedError, osError, overflowError
        case recursionError, runtimeError, stopIteration, systemError, systemExit, timeoutError, typeError, unicodeError
        case valueError, zeroDivisionError

        /// The class, immortal.
        var reference: Reference {
            switch self {
            case .arithmeticError: BtExc_ArithmeticError
            case .attributeError: BtExc_AttributeError
            case .bufferError: BtExc_BufferError
            case .exception: BtExc_Exception
            case .importError: BtExc_ImportError
            case .indexError: BtExc_IndexError
            case .keyError: BtExc_KeyError
            case .keyboardInterrupt: BtExc_KeyboardInterrupt
            case .lookupError: BtExc_LookupError
            case .memoryError: BtExc_MemoryError
            case .moduleNotFoundError: BtExc_ModuleNotFoundError
            case .nameError: BtExc_NameError
            case .notImplementedError: BtExc_NotImplementedError
            case .osError: BtExc_OSError
            case .overflowError: BtExc_OverflowError
            case .recursionError: BtExc_RecursionError
            case .runtimeError: BtExc_RuntimeError
            case .stopIteration: BtExc_StopIteration
            case .systemError: BtExc_SystemError
            case .systemExit: BtExc_SystemExit
            case .timeoutError: BtExc_TimeoutError
            case .typeError: BtExc_TypeError
            case .unicodeError: BtExc_UnicodeError
            case .valueError: BtExc_ValueError
            case .zeroDivisionError: BtExc_ZeroDivisionError
            }
        }

        /// The name that scripts have for it.
        public var name: String {
            self == .osError ? "OSError" : "\(self)".prefix(1).uppercased() + "\(self)".dropFirst()
        }
    }
}
