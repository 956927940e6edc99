import Foundation
import Testing

@Suite struct `baton build` {
    @Test(arguments: ["shapes", "calendar_c"])
    func `a source written for CPython compiles unmodified and behaves as under CPython`(_ name: String) throws {
        try inFolder { folder in
            let source = Self.sources.appending(path: "\(name).c").path
            let built = try Program.run(["build", "--python-h", source, "-o", "\(folder)/\(name).so"])
            #expect(built.status == 0, "\(built.errors)")
            #expect(built.output == "\(folder)/\(name).so: 1 of 1 compiled\n")

            let script = Self.sources.appending(path: "run_\(name).py")
            let outcome = try Program.run([script.path], environment: ["BATON_PATH": folder])
            let expected = try String(
                contentsOf: Self.sources.appending(path: "run_\(name).expected"), encoding: .utf8)
            #expect(outcome.output == expected, "\(outcome.errors)")
            #expect(outcome.status == 0)
        }
    }

    @Test func `sources find what CPython's headers have beside the functions`() throws {
        try inFolder { folder in
            let source = Self.sources.appending(path: "beside.cpp").path
            let built = try Program.run(["build", "--python-h", source, "-o", "\(folder)/beside.so"])
            #expect(built.status == 0, "\(built.errors)")
            let script = """
                import beside as b
                print(b.kind(b"a"), b.kind(b""), b.kind(3), b.upper("aé"))
                print(b.characters(), b.rest())
                """
            let outcome = try Program.run(["-c", script], environment: ["BATON_PATH": folder])
            #expect(
                outcome.output == "True False False AÉ\n(1, 2, 2, 1) ('2:ab', True, True, 0)\n", "\(outcome.errors)")
        }
    }

    @Test func `sources may declare Argument Clinic's functions again, and define macros over them`() throws {
        try inFolder { folder in
            try write(
                """
                #include <Python.h>
                PyAPI_FUNC(int) _PyArg_CheckPositional(const char *, Py_ssize_t, Py_ssize_t, Py_ssize_t);
                #define _PyArg_CheckPositional(name, count, min, max) \\
                    (((min) <= (count) && (count) <= (max)) || _PyArg_CheckPositional((name), (count), (min), (max)))
                static PyObject *constant(PyObject *self, PyObject *const *args, Py_ssize_t count)
                {
                    return _PyArg_CheckPositional("constant", count, 1, 1) ? Py_GetConstant(PyLong_AsLong(args[0])) : NULL;
                }
                static PyObject *freeze(PyObject *self, PyObject *type)
                {
                    return PyType_Freeze((PyTypeObject *)type) < 0 ? NULL : Py_NewRef(type);
                }
                static PyMethodDef methods[] = {
                    {"constant", (PyCFunction)(void (*)(void))constant, METH_FASTCALL}, {"freeze", freeze, METH_O}, {0}};
                static PyModuleDef module = {PyModuleDef_HEAD_INIT, "again", NULL, 0, methods};
                PyMODINIT_FUNC PyInit_again(void) { return PyModuleDef_Init(&module); }
                """, "\(folder)/again.c")
            let built = try Program.run(["build", "--python-h", "\(folder)/again.c", "-o", "\(folder)/again.so"])
            #expect(built.status == 0, "\(built.errors)")
            let script = """
                import again
                print([again.constant(number) for number in range(10)])
                class A: pass
                class B(A): pass
                def shown(function, *arguments):
                    try:
                        print(function(*arguments))
                    except Exception as error:
                        print(type(error).__name__, error)
                shown(again.constant)
                shown(again.freeze, B)
                shown(setattr, again.freeze(A), "x", 1)
                """
            let outcome = try Program.run(["-c", script], environment: ["BATON_PATH": folder])
            #expect(
                outcome.output == """
                    [None, False, True, Ellipsis, NotImplemented, 0, 1, '', b'', ()]
                    TypeError constant expected 1 argument, got 0
                    TypeError Creating immutable type B from mutable base __main__.A
                    TypeError cannot set 'x' attribute of immutable type 'A'

                    """, "\(outcome.errors)")
        }
    }

    /// What the files `….expected` hold is CPython's output: where its headers are found, it is made again.
    @Test(.enabled(if: CPython.include != nil, "no headers of CPython 3.13"), arguments: ["shapes", "calendar_c"])
    func `the expected output is CPython's`(_ name: String) throws {
        try inFolder { folder in
            try TestExtension.run(
                "cc",
                [
                    "-shared", "-fPIC", "-I", CPython.include!, Self.sources.appending(path: "\(name).c").path, "-o",
                    "\(folder)/\(name).so",
                ])
            let output = try TestExtension.run(
                "env",
                [
                    "PYTHONPATH=\(folder)", ScriptOracle.python!,
                    Self.sources.appending(path: "run_\(name).py").path,
                ])
            let expected = try String(
                contentsOf: Self.sources.appending(path: "run_\(name).expected"), encoding: .utf8)
            #expect(output == expected)
        }
    }

    @Test func `C and C++ are mixed, and only what changed is compiled again`() throws {
        try inFolder { folder in
            try write(
                """
                #include "shared.h"
                static BtObject *answer(BtObject *, BtObject *) { return BtLong_FromLong(twice(NUMBER)); }
                static BtMethodDef methods[] = {{"answer", answer, BT_METH_NOARGS, nullptr}, {nullptr, nullptr, 0, nullptr}};
                static BtModuleDef module = {BtModuleDef_HEAD_INIT, "mixed", nullptr, 0, methods, nullptr, nullptr, nullptr, nullptr};
                BtMODINIT_FUNC BtInit_mixed(void) { return BtModuleDef_Init(&module); }
                """, "\(folder)/module.cpp")
            try write("#include \"shared.h\"\nint twice(int value) { return 2 * value; }\n", "\(folder)/twice.c")
            let header = """
                #include <baton.h>
                #ifdef __cplusplus
                extern "C"
                #endif
                int twice(int value);

                """
            try write(header + "#define NUMBER 21\n", "\(folder)/shared.h")
            let arguments = ["build", "\(folder)/module.cpp", "\(folder)/twice.c", "-o", "\(folder)/mixed.so"]
            func build(_ more: [String] = []) throws -> String {
                let outcome = try Program.run(arguments + more)
                #expect(outcome.status == 0, "\(outcome.errors)")
                return outcome.output
            }
            func answer() throws -> String {
                try Program.run(["call", "mixed.answer"], environment: ["BATON_PATH": folder]).output
            }
            #expect(try build() == "\(folder)/mixed.so: 2 of 2 compiled\n")
            #expect(try answer() == "42\n")
            #expect(try build() == "\(folder)/mixed.so: up to date\n")
            try write(header + "#define NUMBER 4\n", "\(folder)/shared.h")
            #expect(try build() == "\(folder)/mixed.so: 2 of 2 compiled\n")
            #expect(try answer() == "8\n")
            #expect(try build(["-DUNUSED=1"]) == "\(folder)/mixed.so: 2 of 2 compiled\n")
        }
    }

    @Test func `a source in assembly is compiled with the others`() throws {
        try inFolder { folder in
            let assembly = """
                .data
                .globl _the_number
                _the_number: .long 42
                .section .note.GNU-stack,"",%progbits

                """
            try write(assembly, "\(folder)/number.S")
            try write(
                """
                #include <baton.h>
                extern int _the_number;
                static BT_METHOD(answer, NOARGS);
                static BtObject *answer(BtObject *Bt_UNUSED(self), BtObject *Bt_UNUSED(nothing)) { return BtLong_FromLong(_the_number); }
                static BtMethodDef methods[] = {BT_METHOD_ENTRY(answer, NULL), BT_METHOD_END};
                static BtModuleDef module = {BtModuleDef_HEAD_INIT, .m_name = "numbers", .m_methods = methods};
                BtMODINIT_FUNC BtInit_numbers(void) { return BtModuleDef_Init(&module); }
                """, "\(folder)/numbers.c")
            let arguments = ["build", "\(folder)/numbers.c", "\(folder)/number.S", "-o", "\(folder)/numbers.so"]
            let built = try Program.run(arguments)
            #expect(built.status == 0, "\(built.errors)")
            #expect(try Program.run(["call", "numbers.answer"], environment: ["BATON_PATH": folder]).output == "42\n")
            #expect(try Program.run(arguments).output == "\(folder)/numbers.so: up to date\n")
        }
    }

    @Test func `a name that Python's header lacks is one compile error with the nearest name`() throws {
        try inFolder { folder in
            for call in ["PyContextVar_Reset(self, self)", "PyList_Appendd(self, self)"] {
                try write(
                    """
                    #include <Python.h>
                    PyMODINIT_FUNC PyInit_lacks(void);
                    PyMODINIT_FUNC PyInit_lacks(void) { PyObject *self = NULL; \(call); return self; }
                    """, "\(folder)/lacks.c")
                let outcome = try Program.run(
                    ["build", "--python-h", "\(folder)/lacks.c", "-o", "\(folder)/lacks.so"])
                let name = call.prefix { $0 != "(" }
                #expect(
                    outcome.errors.contains("baton: there is no \(name) in Baton's Python.h; the nearest name is Py"))
                #expect(outcome.status == 1)
                #expect(!FileManager.default.fileExists(atPath: "\(folder)/lacks.so"))
            }
        }
    }

    @Test func `a symbol that nobody has is told when building, not when importing`() throws {
        try inFolder { folder in
            try write(
                """
                #include <baton.h>
                extern int nobody_has_this(void);
                static BtModuleDef module = {BtModuleDef_HEAD_INIT, .m_name = "lost"};
                BtMODINIT_FUNC BtInit_lost(void) { return nobody_has_this() ? NULL : BtModuleDef_Init(&module); }
                """, "\(folder)/lost.c")
            let outcome = try Program.run(["build", "\(folder)/lost.c", "-o", "\(folder)/lost.so"])
            #expect(outcome.errors.contains("undefined symbol: nobody_has_this"))
            #expect(outcome.status == 1)
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/lost.so"))
        }
    }

    @Test func `bad input is refused with the reason`() throws {
        try inFolder { folder in
            try write("int x;\n", "\(folder)/plain.c")
            try write("x\n", "\(folder)/plain.rs")
            for (arguments, reason) in [
                (["\(folder)/nowhere.c"], "nowhere.c: no such file"),
                (["\(folder)/plain.rs"], "plain.rs: neither C (.c) nor C++"),
                (["\(folder)/plain.c", "\(folder)/plain.rs"], "2 sources and no name"),
                (["--name", "a-b", "\(folder)/plain.c"], "'a-b' is no name of a module"),
                (["\(folder)/plain.c", "-o", "\(folder)/plain.so"], "has no function BtInit_plain"),
                (["--name", "plain"], "no sources: --name and --output are for sources that are named"),
            ] {
                let outcome = try Program.run(["build"] + arguments)
                #expect(outcome.errors.contains(reason), "\(arguments): \(outcome.errors)")
                #expect(outcome.status != 0)
            }
        }
    }

    @Test func `pip-build compiles what setup.py and pyproject list`() throws {
        try inFolder { folder in
            let package = "\(folder)/speech-1.0"
            try FileManager.default.createDirectory(atPath: "\(package)/src", withIntermediateDirectories: true)
            let source = { (name: String) in
                """
                #include <Python.h>
                static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "\(name)", NULL, -1, NULL, NULL, NULL, NULL, NULL};
                PyMODINIT_FUNC PyInit_\(name)(void) {
                    PyObject *made = PyModule_Create(&module);
                    if (made && PyModule_AddStringConstant(made, "WORD", WORD) < 0) { Py_CLEAR(made); }
                    return made;
                }
                """
            }
            try write(source("_loud"), "\(package)/src/loud.c")
            try write(source("quiet"), "\(package)/src/quiet.c")
            try write(
                """
                from setuptools import Extension, setup
                setup(name="speech", ext_modules=[
                    Extension("speech._loud", ["src/loud.c"], define_macros=[("WORD", '"HELLO"')]),
                    Extension("quiet", ["src/quiet.c"], define_macros=[("WORD", '"psst"')])])
                """, "\(package)/setup.py")
            try TestExtension.run("tar", ["-czf", "\(folder)/speech.tar.gz", "-C", folder, "speech-1.0"])

            let outcome = try Program.run(["pip-build", "\(folder)/speech.tar.gz", "-o", "\(folder)/site"])
            #expect(outcome.status == 0, "\(outcome.errors)")
            let run = try Program.run(
                ["-c", "import quiet, speech._loud; print(quiet.WORD, speech._loud.WORD)"],
                environment: ["BATON_PATH": "\(folder)/site"])
            #expect(run.output == "psst HELLO\n", "\(run.errors)")

            let nothing = try Program.run(["pip-build", package, "--only", "nothing"])
            #expect(nothing.errors.contains("lists no extension nothing, only: speech._loud, quiet"))
            #expect(try Program.run(["pip-build", "\(folder)/no-such.tar.gz"]).errors.contains("No such file"))
            try write("junk", "\(folder)/junk.tar.gz")
            #expect(try Program.run(["pip-build", "\(folder)/junk.tar.gz"]).errors.contains("cannot be unpacked"))
        }
    }

    private static let sources = TestExtension.root.appending(path: "Tests/PythonExtensions")

    private func write(_ text: String, _ path: String) throws {
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }

    /// Run a body with a folder of its own.
    private func inFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "baton-build-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.path)
    }
}

/// The headers of the CPython that scripts are compared with.
private enum CPython {
    static let include: String? = {
        guard let python = ScriptOracle.python,
            let folder = try? TestExtension.run(
                python, ["-c", "import sysconfig; print(sysconfig.get_paths()['include'], end='')"])
        else { return nil }
        return FileManager.default.fileExists(atPath: "\(folder)/Python.h") ? folder : nil
    }()
}
