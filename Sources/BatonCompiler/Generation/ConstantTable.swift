/// A constant as a key: equal if and only if one object may stand for both.
indirect enum ConstantKey: Hashable {
    case none
    case ellipsis
    case bool(Bool)
    case int(Int)
    case bigInt(String, Int)
    case float(UInt64)
    case complex(UInt64, UInt64)
    case str([UInt32])
    case bytes([UInt8])
    case tuple([ConstantKey])
    case frozenSet([ConstantKey])

    /// Nothing for code, of which each is its own.
    init?(_ constant: CompiledConstant) {
        switch constant {
        case .none: self = .none
        case .ellipsis: self = .ellipsis
        case .bool(let value): self = .bool(value)
        case .int(let value): self = .int(value)
        case .bigInt(let digits, let base): self = .bigInt(digits, base)
        case .float(let value): self = .float(value.bitPattern)
        case .complex(let real, let imaginary): self = .complex(real.bitPattern, imaginary.bitPattern)
        case .str(let scalars): self = .str(scalars)
        case .bytes(let bytes): self = .bytes(bytes)
        case .tuple(let items): self = .tuple(items.compactMap(ConstantKey.init))
        case .frozenSet(let items): self = .frozenSet(items.compactMap(ConstantKey.init))
        case .code: return nil
        }
    }
}

extension CompiledConstant {
    /// A constant of a name.
    static func str(_ text: String) -> CompiledConstant { .str(text.unicodeScalars.map(\.value)) }
}

extension CodeGenerator {
    /// The index of a constant; 0 where nothing is emitted.
    func constant(_ value: CompiledConstant) -> Int {
        guard isReachable else { return 0 }
        let key = ConstantKey(value)
        if let key, let known = constantIndices[key] { return known }
        let index = code.constants.count
        code.constants.append(value)
        if let key { constantIndices[key] = index }
        return index
    }

    /// The site of a name for one instruction that has 16 bits for it.
    func site(_ name: String) -> Int {
        guard isReachable else { return 0 }
        let index = sites.add(name)
        if index > 0xFFFF { fail("too many names in one scope", at: scope.span) }
        return index
    }

    /// The site of a name for one instruction that has 32 bits for it. Its number counts from the end of the others, which
    /// is known when all instructions are.
    func wideSite(_ name: String) -> Int { isReachable ? wideSites.add(name) : 0 }
}

/// Sites: one for each instruction, until there are so many that the rest share one for each name.
struct SiteTable {
    private(set) var names: [String] = []
    private var shared: [String: Int] = [:]
    private static let ownSites = 60_000

    mutating func add(_ name: String) -> Int {
        if names.count >= Self.ownSites {
            if let known = shared[name] { return known }
            shared[name] = names.count
        }
        names.append(name)
        return names.count - 1
    }
}
