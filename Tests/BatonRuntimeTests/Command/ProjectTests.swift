import Foundation
import Testing

@Suite(.timeLimit(.minutes(5))) struct `a project` {
    @Test func `is not built where the contract is broken, and clang's words are followed by the rule`() throws {
        try TemporaryProject.begin("blur") { project in
            try project.replace(
                "smooth_bytes(source, target, count, (size_t)radius);",
                "smooth_bytes(source, target, count, (size_t)radius); BtBuffer_Release(&data);", in: "src/module.c")
            for _ in 0..<2 {
                let build = try project.run("build")
                #expect(
                    build.errors.contains("error: calling function 'BtBuffer_Release' requires holding"),
                    "\(build.errors)")
                #expect(build.errors.contains("R2: BtBuffer_Release takes or drops"))
                #expect(build.errors.contains("See: baton explain R2"))
                #expect(build.status == 1)
            }
            try project.replace(" BtBuffer_Release(&data);", "", in: "src/module.c")
            #expect(try project.run("build").output == "build/blur.so: 1 of 3 compiled, contract kept\n")
        }
    }

    @Test func `shows the compiler's messages of every source as they are`() throws {
        try TemporaryProject.begin("blur") { project in
            try project.replace("uint32_t sum =", "uint32_t unused, sum =", in: "src/kernels.c")
            let warned = try project.run("build")
            #expect(warned.errors.contains("src/kernels.c:"))
            #expect(warned.errors.contains("[-Wunused-variable]"))
            #expect(warned.status == 0)
            try project.replace("size_t radius)\n{", "size_t radius)\n{ lost;", in: "src/kernels.c")
            try project.replace("self->mutex", "self->missing", in: "src/histogram.c")
            let failed = try project.run("build")
            #expect(failed.errors.contains("lost"))
            #expect(failed.errors.contains("missing"))
            #expect(failed.errors.contains("src/histogram.c, src/kernels.c: 2 of 3 not built"))
            #expect(failed.status == 1)
        }
    }

    @Test func `is built in variants apart, and from folders inside it`() throws {
        try TemporaryProject.begin("blur") { project in
            #expect(
                try project.run("build", "--debug").output == "build/debug/blur.so: 3 of 3 compiled, contract kept\n")
            #expect(try project.run("build").output == "build/blur.so: 3 of 3 compiled, contract kept\n")
            let inside = try Program.run(["build"], in: "\(project.folder)/src")
            #expect(inside.output == "build/blur.so: up to date\n", "\(inside.errors)")
            #expect(try project.run("build", "--debug").output == "build/debug/blur.so: up to date\n")
            let sanitized = try project.run("test", "--sanitize", "undefined", "--leg", "adaptive", "--only", "counts")
            #expect(sanitized.status == 0, "\(sanitized.output)\(sanitized.errors)")
        }
    }

    @Test func `has a description whose mistakes are named`() throws {
        try TemporaryProject.begin("blur") { project in
            for (text, reason) in [
                ("{", "baton.json: it is no JSON"), ("{}", "\"name\" is missing"),
                (#"{"name": "blur", "libs": []}"#, "there is no key \"libs\": there are benchmarks, compiler-flags"),
                (#"{"name": "blur", "libraries": "m"}"#, "\"libraries\": expected a list of strings"),
                (#"{"name": 7}"#, "\"name\": expected a string"),
                (#"{"name": "blur", "contract": "loose"}"#, "expected \"strict\", \"relaxed\" or \"off\""),
                (#"{"name": "blur", "sources": ["tests"]}"#, "no sources in tests"),
                (#"{"name": "blur", "sources": ["gone.c"]}"#, "gone.c: no such file"),
                (#"{"name": "other"}"#, "is the extension's name other?"),
            ] {
                try project.write(text, "baton.json")
                let outcome = try project.run("build")
                #expect(outcome.errors.contains(reason), "\(text): \(outcome.errors)")
                #expect(outcome.status == 1)
            }
            let outside = try Program.run(["build"], in: project.parent)
            #expect(outside.errors.contains("there is no baton.json here or above: baton new NAME begins a project"))
        }
    }
}
