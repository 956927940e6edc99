internal import Glibc

// What an ELF file says of itself, read with bounds checked before the loader maps it: a truncated library would end the
// process with SIGBUS.

/// An open file of this machine's byte order and class.
struct ElfFile {
    private let file: CInt
    private let size: UInt64
    private let header: Elf64_Ehdr

    /// Why a file cannot be a module, or nil. `path` is opened and closed again.
    static func objection(to path: String) -> String? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return "it cannot be read: \(errnoText(errno))" }
        defer { close(file) }
        switch read(file) {
        case .failure(let refusal): return refusal.reason
        case .success(let elf): return elf.truncation()
        }
    }

    /// The names that the file exports and that begin with `prefix`; empty where the file does not tell.
    static func exports(of path: String, beginning prefix: String) -> [String] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return [] }
        defer { close(file) }
        guard case .success(let elf) = read(file) else { return [] }
        return elf.dynamicSymbols().filter { $0.hasPrefix(prefix) }
    }

    struct Refusal: Error { let reason: String }

    private static func read(_ file: CInt) -> Result<ElfFile, Refusal> {
        var info = stat()
        guard fstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
            return .failure(Refusal(reason: "it is not a regular file"))
        }
        let size = UInt64(info.st_size)
        guard let start = bytes(file, 0, Int(min(size, 20))), start.count >= 4,
            start[0..<4] == [0x7F, 0x45, 0x4C, 0x46]
        else {
            return .failure(Refusal(reason: "it is not an ELF object\(beginning(file, size))"))
        }
        guard start.count == 20 else { return .failure(Refusal(reason: "it is truncated: \(size) bytes")) }
        guard start[4] == 2 else {
            return .failure(
                Refusal(
                    reason: "it is a \(start[4] == 1 ? "32-bit" : "malformed") object, and this is a 64-bit program"))
        }
        guard start[5] == 1 else {
            return .failure(Refusal(reason: "it is big-endian, and this machine is little-endian"))
        }
        let machine = UInt16(start[18]) | UInt16(start[19]) << 8
        guard machine == ownMachine else {
            return .failure(
                Refusal(
                    reason: "it was built for \(machineName(machine)), and this machine is \(machineName(ownMachine))"))
        }
        guard let header: Elf64_Ehdr = value(file, 0, size) else {
            return .failure(Refusal(reason: "it is truncated: \(size) bytes"))
        }
        guard header.e_type == 3 else {
            let kind = [1: "an object file that is not linked", 2: "a program", 4: "a core dump"][Int(header.e_type)]
            return .failure(Refusal(reason: "it is \(kind ?? "an ELF file of another kind"), not a shared library"))
        }
        return .success(ElfFile(file: file, size: size, header: header))
    }

    /// What is missing of the file by its own tables.
    private func truncation() -> String? {
        func end(_ offset: UInt64, _ size: UInt64) -> UInt64 {
            let (end, overflow) = offset.addingReportingOverflow(size)
            return overflow ? .max : end
        }
        var needed = end(header.e_phoff, UInt64(header.e_phnum) * UInt64(header.e_phentsize))
        if header.e_shoff != 0 {
            needed = max(needed, end(header.e_shoff, UInt64(header.e_shnum) * UInt64(header.e_shentsize)))
        }
        if header.e_phoff <= size, header.e_phentsize == MemoryLayout<Elf64_Phdr>.size {
            for index in 0..<UInt64(header.e_phnum) {
                let offset = header.e_phoff + index * UInt64(MemoryLayout<Elf64_Phdr>.size)
                guard let segment: Elf64_Phdr = Self.value(file, offset, size) else { break }
                guard segment.p_type == 1 else { continue }
                needed = max(needed, end(segment.p_offset, segment.p_filesz))
            }
        }
        guard needed > size else { return nil }
        return "it is truncated: its tables tell of \(needed) bytes, and it has \(size)"
    }

    private func dynamicSymbols() -> [String] {
        guard header.e_shoff != 0, header.e_shentsize == MemoryLayout<Elf64_Shdr>.size else { return [] }
        func section(_ index: UInt64) -> Elf64_Shdr? {
            guard index < UInt64(header.e_shnum) else { return nil }
            return Self.value(file, header.e_shoff + index * UInt64(MemoryLayout<Elf64_Shdr>.size), size)
        }
        let limit: UInt64 = 64 << 20
        for index in 0..<UInt64(header.e_shnum) {
            guard let table = section(index), table.sh_type == 11, let names = section(UInt64(table.sh_link)),
                table.sh_size < limit, names.sh_size < limit,
                let symbols = Self.bytes(file, table.sh_offset, Int(table.sh_size)),
                let text = Self.bytes(file, names.sh_offset, Int(names.sh_size))
            else { continue }
            return symbols.withUnsafeBytes { raw in
                stride(from: 0, to: raw.count - MemoryLayout<Elf64_Sym>.size + 1, by: MemoryLayout<Elf64_Sym>.size)
                    .compactMap { at in
                        let symbol = raw.loadUnaligned(fromByteOffset: at, as: Elf64_Sym.self)
                        guard symbol.st_shndx != 0, Int(symbol.st_name) < text.count else { return nil }
                        return String(decoding: text[Int(symbol.st_name)...].prefix { $0 != 0 }, as: UTF8.self)
                    }
            }
        }
        return []
    }

    private static func value<T: BitwiseCopyable>(_ file: CInt, _ offset: UInt64, _ size: UInt64) -> T? {
        guard offset < size, let raw = bytes(file, offset, MemoryLayout<T>.size) else { return nil }
        return raw.withUnsafeBytes { $0.loadUnaligned(as: T.self) }
    }

    /// Exactly `count` bytes, or nil.
    private static func bytes(_ file: CInt, _ offset: UInt64, _ count: Int) -> [UInt8]? {
        guard let start = Int(exactly: offset) else { return nil }
        // An array made with no room writes its count into the storage that all empty arrays share: a race.
        guard count > 0 else { return [] }
        var done = 0
        let read = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while done < count {
                let got = pread(file, buffer.baseAddress! + done, count - done, start + done)
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { break }
                done += got
            }
            filled = done
        }
        return done == count ? read : nil
    }

    private static func beginning(_ file: CInt, _ size: UInt64) -> String {
        guard size > 0, let start = bytes(file, 0, Int(min(size, 8))) else { return ": it is empty" }
        let hex = start.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined(separator: " ")
        return ": it begins with \(hex)" + (start.starts(with: [0x23, 0x21]) ? " (a script)" : "")
    }
}

private let ownMachine: UInt16 = {
    #if arch(x86_64)
        return 62
    #elseif arch(arm64)
        return 183
    #else
        return 0
    #endif
}()

private func machineName(_ machine: UInt16) -> String {
    switch machine {
    case 3: "i386"
    case 8: "mips"
    case 20: "powerpc"
    case 21: "powerpc64"
    case 22: "s390x"
    case 40: "arm"
    case 62: "x86_64"
    case 183: "aarch64"
    case 243: "riscv"
    case 258: "loongarch"
    default: "machine \(machine)"
    }
}
