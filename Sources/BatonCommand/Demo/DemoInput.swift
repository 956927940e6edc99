internal import Glibc

/// The bytes that the demo works on, read from real files.
struct DemoInput {
    let bytes: [UInt8]
    /// Where they come from, for people.
    let description: String

    /// How much is read: of the machine's own files, and of files that are given.
    private static let defaultLimit = 4 << 20
    private static let givenLimit = 16 << 20

    /// Places with files on every Debian: text, programs, libraries. Each gives an equal part.
    private static let defaultPlaces = [
        "/usr/share/dict", "/usr/share/common-licenses", "/usr/share/perl", "/usr/bin", "/usr/lib/x86_64-linux-gnu",
        "/usr/lib", "/etc",
    ]
    private static let largestDefaultFile = 512 << 10

    /// Files of this machine.
    static func ofThisMachine() throws -> DemoInput {
        var bytes: [UInt8] = []
        var files = 0
        var used: [String] = []
        for place in defaultPlaces where bytes.count < defaultLimit {
            let goal = min(defaultLimit, bytes.count + defaultLimit / 4)
            let before = files
            for path in regularFiles(in: place) where bytes.count < goal {
                guard case .success(let read) = readFile(path, limit: min(largestDefaultFile, goal - bytes.count)),
                    !read.isEmpty
                else { continue }
                bytes += read
                files += 1
            }
            if files > before { used.append(place) }
        }
        guard !bytes.isEmpty else { throw Failure("no readable file on this machine; name one with --input") }
        return DemoInput(
            bytes: bytes,
            description: "\(size(bytes.count)) of \(files) files in \(used.joined(separator: ", "))")
    }

    /// The given files, and the files in the given folders.
    static func of(_ paths: [String]) throws -> DemoInput {
        var bytes: [UInt8] = []
        var files = 0
        var isCut = false
        for path in paths {
            let found = try filesToRead(path)
            for file in found {
                guard bytes.count < givenLimit else {
                    isCut = true
                    break
                }
                switch readFile(file, limit: givenLimit - bytes.count) {
                case .success(let read):
                    bytes += read
                    files += 1
                case .failure(let error):
                    // A file that is named must be readable; one found in a folder is left out.
                    if found.count == 1 && file == path { throw Failure("\(path): \(error.description)") }
                }
            }
        }
        guard files > 0 else { throw Failure("\(paths.joined(separator: ", ")): no readable file in it") }
        guard !bytes.isEmpty else { throw Failure("\(paths.joined(separator: ", ")): nothing but empty files") }
        let cut = isCut || bytes.count >= givenLimit ? ", of which more than that is not read" : ""
        return DemoInput(
            bytes: bytes,
            description:
                "\(size(bytes.count)) of \(files) file\(files == 1 ? "" : "s") in \(paths.joined(separator: ", "))\(cut)"
        )
    }

    private static func filesToRead(_ path: String) throws -> [String] {
        var status = stat()
        guard stat(path, &status) == 0 else { throw Failure("\(path): \(SystemError(code: errno).description)") }
        guard status.st_mode & S_IFMT == S_IFDIR else { return [path] }
        guard access(path, R_OK | X_OK) == 0 else { throw Failure("\(path): \(SystemError(code: errno).description)") }
        let files = regularFiles(in: path)
        guard !files.isEmpty else { throw Failure("\(path): the folder has no files") }
        return files
    }

    /// The regular files under a folder in alphabetical order, at most 10000. Links are not followed.
    private static func regularFiles(in folder: String) -> [String] {
        var files: [String] = []
        var folders = [folder]
        while let next = folders.popLast(), files.count < 10_000 {
            guard let directory = opendir(next) else { continue }
            defer { closedir(directory) }
            var names: [String] = []
            while let entry = readdir(directory) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                if name != "." && name != ".." { names.append(name) }
            }
            var inside: [String] = []
            for name in names.sorted() {
                let path = next.hasSuffix("/") ? next + name : "\(next)/\(name)"
                var status = stat()
                guard lstat(path, &status) == 0 else { continue }
                switch status.st_mode & S_IFMT {
                case S_IFREG: files.append(path)
                case S_IFDIR: inside.append(path)
                default: break
                }
            }
            folders += inside.reversed()
        }
        return Array(files.prefix(10_000))
    }

    private static func size(_ bytes: Int) -> String {
        bytes < 1 << 20 ? "\((bytes + 1023) >> 10) KiB" : "\(bytes / (1 << 20)).\(bytes * 10 / (1 << 20) % 10) MiB"
    }

    /// The bytes in parts of `size`; the last may be shorter.
    func parts(of size: Int) -> [ArraySlice<UInt8>] {
        stride(from: 0, to: bytes.count, by: size).map { bytes[$0..<min($0 + size, bytes.count)] }
    }
}
