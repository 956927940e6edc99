import BatonRuntime
import CBaton
import Foundation
import TestSupport
import Testing

/// A folder of libraries on the search path, made for this suite.
private enum Libraries {
    static let folder: URL = {
        let folder = TestExtension.folder.appending(path: "import")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        Attached.run {
            // As a script would: `sys.path` is what imports look at, whoever imported `sys` before.
            guard let path = BtImport_ImportModuleAttrString("sys", "path"), let first = str(folder.path) else {
                Issue.record("no sys.path: \(takeException() ?? "")")
                return
            }
            #expect(BtList_Insert(path, 0, first) == 0)
            Bt_DECREF_(first)
            Bt_DECREF_(path)
        }
        return folder
    }()

    static func build(_ name: String, _ source: String, flags: [String] = ["-shared", "-fPIC"]) throws -> URL {
        let file = folder.appending(path: "\(name).c")
        try ("#include <baton.h>\n" + source).write(to: file, atomically: true, encoding: .utf8)
        let library = folder.appending(path: "\(name).so")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            [TestExtension.sanitizer.compiler] + flags + TestExtension.sanitizer.flags + [
                "-I", TestExtension.root.appending(path: "CShim/include").path, file.path, "-o", library.path,
            ]
        try bounded(process)
        #expect(process.terminationStatus == 0)
        return library
    }

    static func write(_ name: String, _ content: Data) throws -> URL {
        let file = folder.appending(path: "\(name).so")
        try content.write(to: file)
        return file
    }
}

/// The text of the ImportError that an import raises, with the path cut out of it and checked.
private func failure(_ name: String, at library: URL, _ exception: Ref = BtExc_ImportError) -> String {
    Attached.run {
        guard BtImport_ImportModule(name) == nil, let raised = BtErr_GetRaisedException() else { return "imported" }
        defer { Bt_DECREF_(raised) }
        #expect(BtErr_GivenExceptionMatches(raised, exception) == 1)
        #expect(repr(BtObject_GetAttrString(raised, "path")) == "'\(library.path)'")
        #expect(repr(BtObject_GetAttrString(raised, "name")) == "'\(name)'")
        #expect(BtImport_GetModule(makeString(name)) == nil)
        return text(newReference(raised))
            .replacingOccurrences(of: "cannot import '\(name)' from \(library.path): ", with: "")
    }
}

@Suite(.tags(.threads)) struct `Importing an extension` {
    private let good =
        "BtMODINIT_FUNC BtInit_%@(void) { static BtModuleDef_Slot s[] = { { 0, NULL } }; "
        + "static BtModuleDef d = { BtModuleDef_HEAD_INIT, \"%@\", NULL, 0, NULL, s, NULL, NULL, NULL }; return BtModuleDef_Init(&d); }"

    @Test func `makes it once, and records its file`() throws {
        let library = try Libraries.build("imp_good", good.replacingOccurrences(of: "%@", with: "imp_good"))
        Attached.run {
            let module = BtImport_ImportModule("imp_good")!
            #expect(repr(BtObject_GetAttrString(module, "__file__")) == "'\(library.path)'")
            #expect(repr(newReference(module)) == "<module 'imp_good' from '\(library.path)'>")
            let again = BtImport_ImportModule("imp_good")
            #expect(again == module)
            let name = str("imp_good")!
            let known = BtImport_GetModule(name)
            #expect(known == module)
            for reference in [module, again!, known!, name] { Bt_DECREF_(reference) }
        }
    }

    @Test func `finds libNAME.so and folders of modules`() throws {
        let library = try Libraries.build("libimp_lib", good.replacingOccurrences(of: "%@", with: "imp_lib"))
        let package = Libraries.folder.appending(path: "imp_package")
        try FileManager.default.createDirectory(at: package, withIntermediateDirectories: true)
        let inner = try Libraries.build("inner", good.replacingOccurrences(of: "%@", with: "inner"))
        let moved = package.appending(path: "inner.so")
        try? FileManager.default.removeItem(at: moved)
        try FileManager.default.moveItem(at: inner, to: moved)
        Attached.run {
            let module = BtImport_ImportModule("imp_lib")!
            #expect(repr(BtObject_GetAttrString(module, "__file__")) == "'\(library.path)'")
            Bt_DECREF_(module)
            let leaf = BtImport_ImportModule("imp_package.inner")!
            #expect(repr(BtObject_GetAttrString(leaf, "__name__")) == "'imp_package.inner'")
            #expect(repr(BtObject_GetAttrString(leaf, "__package__")) == "'imp_package'")
            let top = BtImport_ImportModuleLevel("imp_package.inner", nil, nil, nil, 0)!
            #expect(repr(BtObject_GetAttrString(top, "__name__")) == "'imp_package'")
            let attribute = BtObject_GetAttrString(top, "inner")
            #expect(attribute == leaf)
            let names = tuple(str("inner"))!
            let from = BtImport_ImportModuleLevel("imp_package", nil, nil, names, 0)
            #expect(from == top)
            for reference in [leaf, top, attribute!, names, from!] { Bt_DECREF_(reference) }
        }
    }

    @Test func `says where it looked`() {
        _ = Libraries.folder
        Attached.run {
            #expect(BtImport_ImportModule("imp_no_such") == nil)
            let raised = text(BtErr_GetRaisedException())
            #expect(
                raised.hasPrefix(
                    "No module named 'imp_no_such': neither imp_no_such.so nor libimp_no_such.so is in "
                        + Libraries.folder.path))
            #expect(BtImport_ImportModule("") == nil)
            expectRaised(BtExc_ValueError, "Empty module name")
            #expect(BtImport_ImportModule("../imp_good") == nil)
            expectRaised(BtExc_ModuleNotFoundError)
            let number = int(1)!
            #expect(BtImport_Import(number) == nil)
            expectRaised(BtExc_TypeError, "module name must be a string")
            Bt_DECREF_(number)
        }
    }

    @Test func `refuses a file that is no library`() throws {
        let script = try Libraries.write("imp_script", Data("#!/bin/sh\n".utf8))
        #expect(
            failure("imp_script", at: script)
                == "it is not an ELF object: it begins with 23 21 2f 62 69 6e 2f 73 (a script)")
        let empty = try Libraries.write("imp_empty", Data())
        #expect(failure("imp_empty", at: empty) == "it is not an ELF object: it is empty")
        let object = try Libraries.build("imp_object", "int x;", flags: ["-c"])
        #expect(failure("imp_object", at: object) == "it is an object file that is not linked, not a shared library")
    }

    @Test func `refuses a library of another machine`() throws {
        let library = try Libraries.build("imp_whole", good.replacingOccurrences(of: "%@", with: "imp_whole"))
        var content = try Data(contentsOf: library)
        content[18] = 243
        content[19] = 0
        let foreign = try Libraries.write("imp_foreign", content)
        #expect(failure("imp_foreign", at: foreign).hasPrefix("it was built for riscv, and this machine is "))
        content[4] = 1
        let narrow = try Libraries.write("imp_narrow", content)
        #expect(failure("imp_narrow", at: narrow) == "it is a 32-bit object, and this is a 64-bit program")
    }

    @Test(arguments: [3, 19, 63, 400, 4000, -1])
    func `refuses a truncated library`(length: Int) throws {
        let name = "imp_truncated\(length & 0xFFFF)"
        let library = try Libraries.build(
            "imp_source\(length & 0xFFFF)", good.replacingOccurrences(of: "%@", with: name))
        let content = try Data(contentsOf: library)
        let file = try Libraries.write(name, content.prefix(length < 0 ? content.count - 1 : length))
        let message = failure(name, at: file)
        #expect(message.hasPrefix(length == 3 ? "it is not an ELF object" : "it is truncated"), "\(message)")
    }

    /// Offsets in the file's header that no file can have: of the program headers, of the sections.
    @Test(arguments: [32, 40])
    func `refuses a library whose tables lie nowhere`(offset: Int) throws {
        let name = "imp_nowhere\(offset)"
        let library = try Libraries.build("imp_somewhere", good.replacingOccurrences(of: "%@", with: name))
        var content = try Data(contentsOf: library)
        content.replaceSubrange(offset..<offset + 8, with: [UInt8](repeating: 0xFF, count: 8))
        let file = try Libraries.write(name, content)
        #expect(failure(name, at: file).hasPrefix("it is truncated: its tables tell of "))
    }

    @Test func `refuses a file that may not be read`() throws {
        let library = try Libraries.build("imp_unreadable", "int x = 1;")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: library.path)
        // Who may read everything reads this too, and finds no init function.
        let mayRead = access(library.path, R_OK) == 0
        let reason = mayRead ? "it has no init function" : "it cannot be read: Permission denied"
        #expect(failure("imp_unreadable", at: library).hasPrefix(reason))
    }

    @Test func `passes by a folder named as a library`() throws {
        let folder = Libraries.folder.appending(path: "imp_folder.so")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        Attached.run {
            #expect(BtImport_ImportModule("imp_folder") == nil)
            #expect(text(BtErr_GetRaisedException()).hasPrefix("No module named 'imp_folder': neither imp_folder.so"))
        }
    }

    @Test func `names an unresolved symbol`() throws {
        let library = try Libraries.build(
            "imp_unresolved",
            "extern int no_such_thing(void); BtMODINIT_FUNC BtInit_imp_unresolved(void) "
                + "{ no_such_thing(); return NULL; }")
        #expect(
            failure("imp_unresolved", at: library)
                == "it needs the symbol 'no_such_thing', which nothing defines (link the library that has it)")
        let cpython = try Libraries.build(
            "imp_cpython", "extern int PyList_New(int); int f(void); int f(void) { return PyList_New(1); }")
        #expect(failure("imp_cpython", at: cpython).contains("CPython's API"))
    }

    @Test func `names the init function that is missing, and the one that is there`() throws {
        let none = try Libraries.build("imp_none", "int x = 1;")
        #expect(failure("imp_none", at: none) == "it has no init function: it must export BtInit_imp_none")
        let other = try Libraries.build("imp_other", good.replacingOccurrences(of: "%@", with: "another"))
        #expect(
            failure("imp_other", at: other)
                == "it has no init function BtInit_imp_other; it exports BtInit_another, so it must be imported, "
                + "and named, as another")
    }

    @Test func `refuses another version of the API`() throws {
        let library = try Libraries.build(
            "imp_version",
            "static BtModuleDef d = { { BtObject_HEAD_INIT(NULL) NULL, 0, NULL, BT_ABI_VERSION + 1, BT_VERSION_HEX }, "
                + "\"imp_version\", NULL, 0, NULL, (BtModuleDef_Slot[]){ { 0, NULL } }, NULL, NULL, NULL }; "
                + "BtMODINIT_FUNC BtInit_imp_version(void) { return BtModuleDef_Init(&d); }")
        #expect(failure("imp_version", at: library).hasPrefix("it was compiled against binary interface 2, and this"))
        let single = try Libraries.build(
            "imp_single",
            "static BtModuleDef d = { BtModuleDef_HEAD_INIT, \"imp_single\", NULL, -1, NULL, NULL, NULL, NULL, NULL }; "
                + "BtMODINIT_FUNC BtInit_imp_single(void) { return BtModule_Create2(&d, BT_ABI_VERSION + 1); }")
        #expect(failure("imp_single", at: single).contains("binary interface 2"))
    }

    @Test func `checks what the init function gives`() throws {
        let silent = try Libraries.build("imp_silent", "BtMODINIT_FUNC BtInit_imp_silent(void) { return NULL; }")
        #expect(
            failure("imp_silent", at: silent) == "BtInit_imp_silent returned NULL without setting an exception (R9)")
        let both = try Libraries.build(
            "imp_both",
            "BtMODINIT_FUNC BtInit_imp_both(void) { BtErr_SetString(BtExc_KeyError, \"left\"); "
                + "return BtModule_New(\"imp_both\"); }")
        #expect(
            failure("imp_both", at: both) == "BtInit_imp_both returned a result with an exception set (R9)")
        let number = try Libraries.build(
            "imp_number", "BtMODINIT_FUNC BtInit_imp_number(void) { return BtLong_FromLong(100000); }")
        #expect(
            failure("imp_number", at: number)
                == "BtInit_imp_number returned a int, neither a module nor a definition")
        let raw = try Libraries.build(
            "imp_raw",
            "static BtModuleDef d = { BtModuleDef_HEAD_INIT, \"imp_raw\", NULL, 0, NULL, NULL, NULL, NULL, NULL }; "
                + "BtMODINIT_FUNC BtInit_imp_raw(void) { return (BtObject *)&d; }")
        #expect(
            failure("imp_raw", at: raw)
                == "BtInit_imp_raw returned an object without a type: return BtModuleDef_Init(&definition)")
        _ = try Libraries.build(
            "imp_own",
            "BtMODINIT_FUNC BtInit_imp_own(void) { BtErr_SetString(BtExc_KeyError, \"mine\"); return NULL; }")
        Attached.run {
            #expect(BtImport_ImportModule("imp_own") == nil)
            expectRaised(BtExc_KeyError, "'mine'")
        }
    }

    @Test func `finds an unfinished module where init imports itself`() throws {
        _ = try Libraries.build(
            "imp_circle",
            """
            static int fill(BtObject *module) BT_ATTACHED;
            static int fill(BtObject *module) {
                BtObject *again = BtImport_ImportModule("imp_circle");
                int same = again == module;
                Bt_XDECREF(again);
                if (same && BtObject_GetAttrString(module, "later") == NULL) {
                    BtObject *raised = BtErr_GetRaisedException();
                    return BtModule_Add(module, "message", BtException_GetArgs(raised));
                }
                return -1;
            }
            static BtModuleDef_Slot slots[] = { { Bt_mod_exec, (void *)fill }, { 0, NULL } };
            static BtModuleDef d = { BtModuleDef_HEAD_INIT, .m_name = "imp_circle", .m_slots = slots };
            BtMODINIT_FUNC BtInit_imp_circle(void) { return BtModuleDef_Init(&d); }
            """)
        Attached.run {
            guard let module = BtImport_ImportModule("imp_circle") else {
                Issue.record("\(takeException() ?? "")")
                return
            }
            #expect(
                repr(BtObject_GetAttrString(module, "message"))
                    == "(\"partially initialized module 'imp_circle' has no attribute 'later' "
                    + "(most likely due to a circular import)\",)")
            Bt_DECREF_(module)
        }
    }

    @Test func `is done once by many threads`() async throws {
        _ = try Libraries.build(
            "imp_threads",
            """
            #include <unistd.h>
            static int count;
            static int fill(BtObject *module) BT_ATTACHED;
            static int fill(BtObject *module) {
                count++;
                for (int i = 0; i < 20; i++) {
                    Bt_BEGIN_ALLOW_THREADS
                    usleep(1000);
                    Bt_END_ALLOW_THREADS
                }
                return BtModule_AddIntConstant(module, "count", count);
            }
            static BtModuleDef_Slot slots[] = { { Bt_mod_exec, (void *)fill }, { 0, NULL } };
            static BtModuleDef d = { BtModuleDef_HEAD_INIT, .m_name = "imp_threads", .m_slots = slots };
            BtMODINIT_FUNC BtInit_imp_threads(void) { return BtModuleDef_Init(&d); }
            """)
        let counts = await withTaskGroup(of: String.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    await onThread {
                        Attached.run {
                            guard let module = BtImport_ImportModule("imp_threads") else {
                                return takeException() ?? "nothing"
                            }
                            defer { Bt_DECREF_(module) }
                            return repr(BtObject_GetAttrString(module, "count"))
                        }
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(counts == [String](repeating: "1", count: 8))
    }
}

/// Run `body` on a thread of its own.
private func onThread(_ body: @escaping @Sendable () -> String) async -> String {
    await withCheckedContinuation { continuation in
        Thread { continuation.resume(returning: body()) }.start()
    }
}
