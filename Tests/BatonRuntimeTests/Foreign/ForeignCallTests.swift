import Foundation
import Testing

/// What Baton's ctypes does beyond Python's: release policies, what is said of callbacks, and errors where Python crashes.
struct ForeignCallTests {
    private func run(_ script: String) throws -> Program.Outcome { try Program.run(["-c", script]) }

    private func lines(_ script: String) throws -> [String] {
        let outcome = try run(script)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    @Test func `a failing callback gives C zero`() throws {
        let outcome = try run(
            """
            from ctypes import *
            def fails(*args): raise ValueError("in callback")
            for t in (c_int, c_long, c_ubyte, c_double, c_float, c_char_p, c_void_p, c_bool):
                print(t.__name__, CFUNCTYPE(t, c_int)(fails)(3))
            """)
        #expect(
            outcome.output == """
                c_int 0
                c_long 0
                c_ubyte 0
                c_double 0.0
                c_float 0.0
                c_char_p None
                c_void_p None
                c_bool False

                """)
        #expect(outcome.errors.contains("Exception ignored on calling ctypes callback function <function fails"))
        #expect(outcome.errors.contains("ValueError: in callback"))
    }

    @Test(arguments: [
        "CFUNCTYPE(c_int)()()", "string_at(0)", "wstring_at(None)", "c_int.from_address(0).value",
        "POINTER(c_int)().contents", "cast(None, POINTER(c_int))[0]", "POINTER(c_int)()[0:3]",
    ])
    func `what is NULL is not followed`(_ expression: String) throws {
        let outcome = try run("from ctypes import *\n\(expression)")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("ValueError: NULL pointer access"), "\(outcome.errors)")
    }

    @Test func `a field's descriptor does not reach beyond an object`() throws {
        let outcome = try run(
            """
            from ctypes import *
            class Large(Structure): _fields_ = [("head", c_char * 100), ("tail", c_int)]
            class Small(Structure): _fields_ = [("x", c_int)]
            Large.tail.__get__(Small())
            """)
        #expect(outcome.errors.contains("TypeError: the field does not lie within the object"))
    }

    @Test func `a checked function refuses ints that do not fit`() throws {
        #expect(
            try lines(
                """
                from ctypes import *
                lib = CDLL(None, checked=True)
                f = lib["labs"]
                print(f.checked, CDLL(None).labs.checked, f(-5), f(2 ** 32 - 1))
                def attempt(*args):
                    try: print(f(*args))
                    except ArgumentError as e: print(e)
                attempt(2 ** 32)
                for t, good, bad in ((c_byte, -128, 128), (c_ubyte, 255, -1), (c_int, -2 ** 31, 2 ** 31),
                                     (c_uint, 2 ** 32 - 1, 2 ** 32), (c_long, -2 ** 62, -2 ** 63 - 1), (c_ulong, 5, -1)):
                    f.argtypes, f.restype = [t], c_long
                    f(good)
                    attempt(bad)
                f.checked = False
                attempt(-1)
                """) == [
                    "True False 5 1",
                    "argument 1: OverflowError: expected an int that fits into a C int, which an argument without argtypes is, got 4294967296",
                    "argument 1: OverflowError: expected an int that fits into c_byte, got 128",
                    "argument 1: OverflowError: expected an int that fits into c_ubyte, got -1",
                    "argument 1: OverflowError: expected an int that fits into c_int, got 2147483648",
                    "argument 1: OverflowError: expected an int that fits into c_uint, got 4294967296",
                    "argument 1: OverflowError: expected an int that fits into c_long, got -9223372036854775809",
                    "argument 1: OverflowError: expected an int that fits into c_ulong, got -1",
                    "1",
                ])
    }

    @Test func `the policy is set for a library and for a function`() throws {
        #expect(
            try lines(
                """
                from ctypes import *
                print(CDLL(None).labs.release, PyDLL(None).labs.release, CFUNCTYPE(c_int)(lambda: 1).release)
                for policy in ("hold", "release", "lazy", "auto"):
                    lib = CDLL(None, release=policy)
                    print(lib.labs.release, lib.labs(-5))
                    lib.abs.release = "hold"
                    print(lib.abs.release, lib.abs(-6))
                """) == [
                    "lazy hold hold", "hold 5", "hold 6", "release 5", "hold 6", "lazy 5", "hold 6", "auto 5", "hold 6",
                ])
    }

    @Test(arguments: [
        ("CDLL(None, release='never')", "ValueError: release must be 'hold', 'release', 'lazy' or 'auto', not 'never'"),
        ("CDLL(None).labs.release = 5", "TypeError: release must be 'hold', 'release', 'lazy' or 'auto', not int"),
        ("CDLL(None).labs.release = 'Hold'", "ValueError: release must be"),
    ])
    func `a policy that is none is refused`(_ statement: String, _ message: String) throws {
        let outcome = try run("from ctypes import *\n\(statement)")
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
    }

    @Test func `auto settles for hold for a short function and releases for a long one`() throws {
        #expect(
            try lines(
                """
                import _ctypes
                from ctypes import *
                lib = CDLL(None, release="auto")
                for i in range(200): lib.labs(-i)
                for i in range(30): lib.usleep(2000)
                found = {row[0]: row for row in _ctypes._figures()}
                print(found["labs"][2], found["labs"][7], found["usleep"][2], found["usleep"][7])
                """) == ["200 hold 30 release"])
    }

    @Test func `under every policy but hold others run during a call`() throws {
        #expect(
            try lines(
                """
                import threading
                from ctypes import *
                for policy in ("release", "lazy", "auto"):
                    lib = CDLL(None, release=policy)
                    # The call ends only when another thread has run.
                    pipe = (c_int * 2)()
                    lib.pipe(pipe)
                    def write(): lib.write(pipe[1], b"x", 1)
                    thread = threading.Thread(target=write)
                    thread.start()
                    byte = create_string_buffer(2)
                    print(policy, lib.read(pipe[0], byte, 1), byte.value)
                    thread.join()
                """) == ["release 1 b'x'", "lazy 1 b'x'", "auto 1 b'x'"])
    }

    @Test func `the report names functions, policies and advice`() throws {
        let outcome = try run(
            """
            import ctypes
            lib = ctypes.CDLL(None, release="hold")
            for i in range(50): lib.labs(-i)
            lib.usleep(150000)
            free = ctypes.CDLL("libm.so.6", release="auto")
            for i in range(50): free.abs(-3) if hasattr(free, "abs") else free.ilogb(ctypes.c_double(2))
            ctypes.report()
            """)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let rows = outcome.output.split(separator: "\n").map(String.init)
        #expect(rows.first?.hasPrefix("function") == true)
        #expect(rows.contains { $0.hasPrefix("labs") && $0.contains("50") && $0.contains("hold") })
        #expect(rows.contains { $0.hasPrefix("usleep") && $0.contains("R7") })
        #expect(rows.contains { $0.contains("libm.so.6") && $0.contains("settled: hold") })
    }

    @Test func `a callback after shutdown has begun is not run, and says so`() throws {
        let outcome = try run(
            """
            from ctypes import *
            # The C library calls it when the process exits, after the runtime has ended.
            @CFUNCTYPE(None, c_int, c_void_p)
            def late(status, argument): print("called")
            CDLL(None).on_exit(late, None)
            print("end")
            """)
        #expect(outcome.output == "end\n")
        #expect(outcome.errors.contains("not called, because shutdown has begun"), "\(outcome.errors)")
        #expect(outcome.errors.contains("baton explain R10"))
    }

    @Test func `a callback that was freed says so when it is called`() throws {
        let outcome = try run(
            """
            from ctypes import *
            F = CFUNCTYPE(c_int, c_int)
            f = F(lambda x: x + 1)
            late = F(c_void_p.from_address(addressof(f)).value)
            print(late(1))
            del f
            print(late(1))
            """)
        #expect(outcome.output == "2\n0\n")
        #expect(outcome.errors.contains("called after its object was freed"), "\(outcome.errors)")
    }
}
