import ArgumentParser

/// How much the code under check says of itself; BT_CONTRACT of annotations.h.
enum ContractStrength: String, CaseIterable, ExpressibleByArgument {
    case strict
    case relaxed
}

/// A compiler that an extension is built with.
enum ExtensionCompiler: String, CaseIterable, ExpressibleByArgument {
    case clang
    case gcc
}

/// The flags that turn checks on.
enum CheckedFlags {
    /// The part that clang and gcc share.
    static func common(headers: String, _ strength: ContractStrength) -> [String] {
        ["-I\(headers)", "-DBT_CONTRACT=\(strength.rawValue)"]
    }

    /// What a build is given so that breaches are errors of the compilation.
    static func build(headers: String, _ strength: ContractStrength, _ compiler: ExtensionCompiler) -> [String] {
        let common = common(headers: headers, strength)
        return switch compiler {
        case .clang:
            common + waits(headers: headers) + ["-Wthread-safety", "-Werror=thread-safety", "-Werror=unused-result"]
        case .gcc: common + ["-O1"]
        }
    }

    /// The headers that shadow the system's and mark calls that wait.
    static func waits(headers: String) -> [String] { ["-isystem", "\(headers)/baton/checked"] }
}
