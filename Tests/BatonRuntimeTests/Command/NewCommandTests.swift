import Foundation
import Testing

@Suite(.timeLimit(.minutes(5))) struct `baton new` {
    @Test(arguments: [["--c"], ["--c++"], ["--swift"]])
    func `begins an extension that builds without a warning, keeps the contract and passes its tests`(
        _ language: [String]
    ) throws {
        try TemporaryProject.begin("blur", language) { project in
            let build = try project.run("build")
            #expect(build.output == "build/blur.so: 3 of 3 compiled, contract kept\n")
            #expect(build.errors == "")
            #expect(build.status == 0)
            #expect(try project.run("build").output == "build/blur.so: up to date\n")

            let test = try project.run("test", "--leg", "adaptive", "--leg", "held")
            #expect(test.output.contains("ok   adaptive      7 tests"), "\(test.output)")
            #expect(test.output.hasSuffix("blur: all 2 legs passed\n"), "\(test.output)")
            #expect(test.status == 0)
        }
    }

    @Test(arguments: [["--c"], ["--c++"]])
    func `gives a Makefile that builds the same with every warning an error`(_ language: [String]) throws {
        try TemporaryProject.begin("smooth2", language) { project in
            let flags = language == ["--c"] ? "CFLAGS=-O1 -Werror" : "CXXFLAGS=-O1 -Werror"
            try TestExtension.run(
                "make", ["-s", "-C", project.folder, "BATON=\(Program.path.path)", flags])
            let call = try Program.run(
                ["call", "smooth2.smooth", "b\"aaz\"", "1"], environment: ["BATON_PATH": "\(project.folder)/build"])
            #expect(call.output == "b'aiq'\n", "\(call.errors)")
            let files = try FileManager.default.contentsOfDirectory(atPath: "\(project.folder)/src")
            let sources = files.filter { !$0.hasSuffix(".h") && !$0.hasSuffix(".hpp") }.map { "src/\($0)" }
            let check = try Program.run(["check"] + sources.sorted(), in: project.folder)
            #expect(check.status == 0, "\(check.output)\(check.errors)")
        }
    }

    @Test func `refuses names with the reason`() throws {
        try TemporaryProject.begin("taken") { project in
            for (name, reason) in [
                ("a-b", "'a-b' is no name of a module"), ("2d", "begins with no digit"),
                ("", "'' is no name of a module"),
                ("flüssig", "letters from a to z"), ("../up", "is no name of a module"),
                ("lambda", "'lambda' is a keyword of Python"), ("struct", "'struct' is a keyword of C or C++"),
                ("func", "'func' is a keyword of Swift"), ("Baton", "'Baton' is a module of Swift's"),
                ("math", "'math' is a module that Baton has already (built in)"),
                ("json", "'json' is a module that Baton has already (/"),
                ("taken", "taken exists already"),
            ] {
                let outcome = try Program.run(["new", name], in: project.parent)
                #expect(outcome.errors.contains(reason), "\(name): \(outcome.errors)")
                #expect(outcome.status != 0)
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: project.parent) == ["taken"])
            let both = try Program.run(["new", "two", "--c", "--swift"], in: project.parent)
            #expect(both.status != 0)
        }
    }
}
