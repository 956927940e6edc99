internal import FoundationEssentials
internal import Glibc

/// The threading contract, checked while an extension is built: `baton check` of each source that is compiled. Where one breaks
/// it, clang's own message comes first, then the rule.
final class ContractCheck {
    private let headers: String
    private let strength: ContractStrength
    /// Nil: there is none, which has been told.
    private let clang: Clang?
    /// For the files that are made.
    private let folder: String
    /// Whether every source so far could be checked.
    private(set) var isComplete: Bool

    init(_ strength: ContractStrength) throws {
        guard let headers = Installation.headerFolder else { throw Installation.headersAreMissing }
        self.headers = headers
        self.strength = strength
        let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(base)/baton-build-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Failure("\(base): \(SystemError(code: errno).description)") }
        folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        do {
            clang = try Clang.find(nil)
        } catch {
            StandardError.write("baton: the contract is NOT checked: \(error)\n")
            clang = nil
        }
        isComplete = clang != nil
    }

    /// Remove the files that were made.
    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    /// Whether a source keeps the contract. One that cannot be checked is told, and passes.
    ///
    /// - Parameter flags: those that change what the source means.
    func passes(_ source: String, flags: [String]) throws -> Bool {
        guard let clang else { return true }
        let run = CheckRun(clang: clang, headers: headers, strength: strength, flags: flags, folder: folder)
        let findings: [Finding]
        do {
            findings = try run.findings(in: source)
        } catch {
            isComplete = false
            StandardError.write("baton: \(error)\n")
            return true
        }
        guard !findings.isEmpty else { return true }
        let color = StandardError.isTerminal ? ["-fcolor-diagnostics"] : []
        let checked = CheckedFlags.build(headers: headers, strength, .clang) + ["-fsyntax-only"] + color
        StandardError.write(try clang.run(checked + flags + [source]).output)
        for finding in findings { StandardError.write("\(finding.description)\n") }
        return false
    }
}
