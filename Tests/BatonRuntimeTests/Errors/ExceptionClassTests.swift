import BatonRuntime
import CBaton
import Foundation
import TestSupport
import Testing

@Suite struct `Exception classes` {
    @Test func `derive from each other as python3's do`() throws {
        let program = """
            import builtins
            for n, c in vars(builtins).items():
                if isinstance(c, type) and issubclass(c, BaseException) and c.__name__ == n:
                    print(n, c.__base__.__name__)
            """
        let expected = try python(program).split(separator: "\n").reduce(into: [String: String]()) { table, line in
            let parts = line.split(separator: " ")
            table[String(parts[0])] = String(parts[1])
        }
        Attached.run {
            var found = 0
            for type in builtInExceptions() {
                let name = typeName(of: type)
                guard let base = expected[name] else { continue }
                found += 1
                #expect(typeName(of: type.pointee.tp_base) == base)
            }
            #expect(found > 60)
        }
    }

    @Test func `are made at run time`() {
        Attached.run {
            let type = BtErr_NewExceptionWithDoc("mod.Error", "What is wrong.", nil, nil)!
            #expect(repr(newReference(type)) == "<class 'mod.Error'>")
            #expect(repr(BtObject_GetAttrString(type, "__doc__")) == "'What is wrong.'")
            #expect(repr(BtObject_GetAttrString(type, "__module__")) == "'mod'")
            #expect(String(cString: BtExceptionClass_Name(type)).hasSuffix("Error"))
            BtErr_SetString(type, "it is")
            #expect(BtErr_ExceptionMatches(BtExc_Exception) == 1)
            let raised = BtErr_GetRaisedException()!
            #expect(repr(newReference(raised)) == "Error('it is')")
            Bt_DECREF_(raised)
            Bt_DECREF_(type)
        }
    }

    @Test func `take several bases`() {
        Attached.run {
            let bases = tuple(newReference(BtExc_KeyError), newReference(BtExc_AttributeError))!
            // Two layouts of their own do not go together, as in Python.
            let single = tuple(newReference(BtExc_KeyError), newReference(BtExc_RuntimeError))!
            let type = BtErr_NewException("mod.Both", single, nil)!
            #expect(BtErr_GivenExceptionMatches(type, BtExc_LookupError) == 1)
            #expect(BtErr_GivenExceptionMatches(type, BtExc_RuntimeError) == 1)
            Bt_DECREF_(type)
            Bt_DECREF_(single)
            Bt_DECREF_(bases)
        }
    }

    @Test func `need a name with a module`() {
        Attached.run {
            expectRaises(BtExc_SystemError, "BtErr_NewException: name must be module.class") {
                BtErr_NewException("Error", nil, nil)
            }
        }
    }
}

private func builtInExceptions() -> [TypeRef] {
    let classes: [Ref?] = [
        BtExc_BaseException, BtExc_Exception, BtExc_ArithmeticError, BtExc_FloatingPointError, BtExc_OverflowError,
        BtExc_ZeroDivisionError, BtExc_AssertionError, BtExc_AttributeError, BtExc_BufferError, BtExc_EOFError,
        BtExc_ImportError, BtExc_ModuleNotFoundError, BtExc_LookupError, BtExc_IndexError, BtExc_KeyError,
        BtExc_MemoryError, BtExc_NameError, BtExc_UnboundLocalError, BtExc_OSError, BtExc_BlockingIOError,
        BtExc_ChildProcessError, BtExc_ConnectionError, BtExc_BrokenPipeError, BtExc_ConnectionAbortedError,
        BtExc_ConnectionRefusedError, BtExc_ConnectionResetError, BtExc_FileExistsError, BtExc_FileNotFoundError,
        BtExc_InterruptedError, BtExc_IsADirectoryError, BtExc_NotADirectoryError, BtExc_PermissionError,
        BtExc_ProcessLookupError, BtExc_TimeoutError, BtExc_ReferenceError, BtExc_RuntimeError,
        BtExc_NotImplementedError, BtExc_RecursionError, BtExc_StopAsyncIteration, BtExc_StopIteration,
        BtExc_SyntaxError, BtExc_IndentationError, BtExc_TabError, BtExc_SystemError, BtExc_TypeError,
        BtExc_ValueError, BtExc_UnicodeError, BtExc_UnicodeDecodeError, BtExc_UnicodeEncodeError,
        BtExc_UnicodeTranslateError, BtExc_Warning, BtExc_BytesWarning, BtExc_DeprecationWarning,
        BtExc_EncodingWarning, BtExc_FutureWarning, BtExc_ImportWarning, BtExc_PendingDeprecationWarning,
        BtExc_ResourceWarning, BtExc_RuntimeWarning, BtExc_SyntaxWarning, BtExc_UnicodeWarning, BtExc_UserWarning,
        BtExc_GeneratorExit, BtExc_KeyboardInterrupt, BtExc_SystemExit,
    ]
    return classes.map { $0!.as(BtTypeObject.self) }
}

/// What a program prints under python3.
private func python(_ program: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program]
    let output = Pipe()
    process.standardOutput = output
    let data = try bounded(process) { output.fileHandleForReading.readDataToEndOfFile() }
    let text = String(decoding: data, as: UTF8.self)
    return text
}
