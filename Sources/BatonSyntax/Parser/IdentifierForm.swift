internal import Foundation

/// Identifiers are compared in their NFKC form.
enum IdentifierForm {
    static func normalized(_ name: String) -> String { name.precomposedStringWithCompatibilityMapping }
}
