internal import Glibc

/// The check of one file: clang over a file that includes it and ends in seeded mistakes.
///
/// The seeds are found in every run that really checks, so their absence (a warning switched off by a flag or a pragma, a
/// clang without the analysis, a file that does not include baton.h) is a failure and never a clean result.
struct CheckRun {
    let clang: Clang
    let headers: String
    let strength: ContractStrength
    /// What the user gave for clang.
    let flags: [String]
    /// For the files that are made; removed by whoever made it.
    let folder: String

    private static let suffixes = ["c", "cc", "cpp", "cxx", "C", "h", "hh", "hpp", "hxx", "inc"]

    /// What is wrong in a file, and in the headers beside it that it includes.
    func findings(in path: String) throws(Failure) -> [Finding] {
        guard Self.suffixes.contains(FilePath.suffix(path)) else {
            throw Failure("\(path): neither C (.c) nor C++ (.cc, .cpp, .cxx) nor a header (.h, .hpp)")
        }
        let source = try Self.source(path)
        let seeded = try seed(path)
        let checks = [
            "-fsyntax-only", "-Wno-everything", "-Wthread-safety", "-Wthread-safety-verbose", "-Wunused-result",
        ]
        var diagnostics = try run(checks + ["-DBT_CHECKS_MUTEXES_", seeded], path, seeded, proof: "BtLong_FromLong")
        if source.tokens.contains(where: { $0.text.hasPrefix("BtThreadState_Ensure") }) {
            let analysis = [
                "--analyze", "--analyzer-no-default-checks", "-Xclang",
                "-analyzer-checker=core,nullability.NullablePassedToNonnull", "-Xclang",
                "-analyzer-opt-analyze-headers",
                "-Wno-everything", "-DBT_CHECKS_NULLS_", "-o", "/dev/null", seeded,
            ]
            diagnostics += try run(analysis, path, seeded, proof: "Nullable pointer")
        }
        let real = Self.absolute(path)
        var findings = Interpretation(source: source, file: path, strength: strength)
            .findings(diagnostics.filter { $0.file == real })
        let others = Set(diagnostics.map(\.file)).subtracting([real, seeded]).filter { !$0.hasPrefix(headers + "/") }
        for other in others.sorted() {
            findings += Interpretation(source: try Self.source(other), file: other, strength: strength)
                .findings(diagnostics.filter { $0.file == other })
        }
        return findings
    }

    private static func source(_ path: String) throws(Failure) -> CSource {
        switch readFile(path, limit: .max) {
        case .success(let contents): return CSource(contents)
        case .failure(let reason): throw Failure("\(path): \(reason)")
        }
    }

    /// Run clang, and make sure that the seeds were found; what it says of other places.
    private func run(_ arguments: [String], _ path: String, _ seeded: String, proof: String) throws(Failure)
        -> [Diagnostic]
    {
        let shown = ["-fno-caret-diagnostics", "-fno-color-diagnostics", "-ferror-limit=5"]
        let common = CheckedFlags.common(headers: headers, strength) + CheckedFlags.waits(headers: headers)
        let (output, status) = try clang.run(shown + common + flags + arguments)
        let all = Diagnostic.all(in: output)
        if let error = all.first(where: { $0.kind == .error || $0.kind == .fatalError }) {
            if error.file == seeded && error.text.contains("BATON_H") {
                throw Failure("\(path) does not include baton.h: there is nothing to check")
            }
            throw Failure("\(path) does not compile, so it was not checked: \(error.file):\(error.line): \(error.text)")
        }
        guard status == 0 else {
            throw Failure("\(path) was not checked: \(clang.program) failed: \(output.prefix(400))")
        }
        guard all.contains(where: { $0.file == seeded && $0.text.contains(proof) }) else {
            throw Failure(
                "\(path) was not checked: \(clang.program) does not find a mistake that was put in on purpose. A flag or a "
                    + "pragma may have switched -Wthread-safety off, or this clang is too old")
        }
        return all
    }

    /// Write the file that clang reads; its path.
    private func seed(_ path: String) throws(Failure) -> String {
        let kind = path.lastIndex(of: ".").map { String(path[$0...]) } ?? ".c"
        let seeded = "\(folder)/seeded\(kind)"
        let text = """
            #include "\(Self.absolute(path))"
            #ifndef BATON_H
            #  error "BATON_H"
            #else
            __attribute__((unused)) static BtObject *bt_seeded_call_(void) BT_ATTACHED;
            __attribute__((unused)) static BtObject *bt_seeded_call_(void)
            {
                BtObject *result;
                Bt_BEGIN_ALLOW_THREADS
                result = BtLong_FromLong(1);
                Bt_END_ALLOW_THREADS
                return result;
            }
            void bt_seeded_attach_(BtInterpreterView *view);
            void bt_seeded_attach_(BtInterpreterView *view)
            {
                BtThreadState_Release(BtThreadState_EnsureFromView(view));
            }
            #endif

            """
        let descriptor = open(seeded, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Failure("\(seeded): \(SystemError(code: errno))") }
        defer { close(descriptor) }
        guard Array(text.utf8).withUnsafeBytes({ writeAll(descriptor, $0) }) else {
            throw Failure("\(seeded): \(SystemError(code: errno))")
        }
        return seeded
    }

    private static func absolute(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }
}
