import ArgumentParser

/// The language that an extension is written in.
enum ProjectLanguage: String, CaseIterable, EnumerableFlag {
    case c = "C"
    case cPlusPlus = "C++"
    case swift = "Swift"

    static func name(for value: ProjectLanguage) -> NameSpecification {
        switch value {
        case .c: .customLong("c")
        case .cPlusPlus: .customLong("c++")
        case .swift: .customLong("swift")
        }
    }

    static func help(for value: ProjectLanguage) -> ArgumentHelp? {
        switch value {
        case .c: "In C, on baton.h (the default)."
        case .cPlusPlus: "In C++17, on baton.hpp."
        case .swift: "In Swift, on the module Baton."
        }
    }
}
