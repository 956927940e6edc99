internal import Glibc

/// What is known of a product that a command makes: by which command it was made, and whether it still holds.
struct BuildRecord {
    let product: String
    let command: [String]

    /// The file that holds the command by which the product was made.
    private var file: String { product + ".command" }

    /// Whether the product was made by this command from what the inputs still hold.
    func holds(inputs: [String]) -> Bool {
        guard let made = Self.modified(product), text(file) == command.joined(separator: "\n") else { return false }
        return inputs.allSatisfy { input in Self.modified(input).map { $0 < made } ?? false }
    }

    /// The product is about to be made.
    func forget() { unlink(file) }

    /// The product was made, and is as it should be.
    func remember() throws { try FilePath.write(command.joined(separator: "\n"), to: file) }

    /// The files that a compiler's rule names: "object: source header \<newline> header", a space in a name as "\ ".
    static func inputs(inRule path: String) -> [String]? {
        guard case .success(let bytes) = readFile(path, limit: 1 << 24) else { return nil }
        return String(decoding: bytes, as: UTF8.self).replacing("\\\n", with: " ").drop { $0 != ":" }.dropFirst()
            .replacing("\\ ", with: "\0").split { $0 == " " || $0 == "\n" }
            .map { String($0.replacing("\0", with: " ")) }
    }

    private func text(_ path: String) -> String? {
        guard case .success(let bytes) = readFile(path, limit: 1 << 24) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// When a file was written, in nanoseconds; nil if it is not there.
    private static func modified(_ path: String) -> Int? {
        var facts = stat()
        guard stat(path, &facts) == 0 else { return nil }
        return facts.st_mtim.tv_sec * 1_000_000_000 + facts.st_mtim.tv_nsec
    }
}
