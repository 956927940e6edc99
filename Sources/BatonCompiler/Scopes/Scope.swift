import BatonSyntax

/// A part of a program with names of its own: a module, a function, a class body, a lambda or a comprehension.
final class Scope {
    enum Kind {
        case module
        case function
        case lambda
        case classBody
        case listComprehension
        case setComprehension
        case dictComprehension
        case generatorExpression
        /// An annotation that is kept as text.
        case annotation
    }

    let kind: Kind
    let name: String
    let span: SourceSpan
    unowned let parent: Scope?
    /// The class whose name is put before private names.
    let privateName: String?

    var symbols: [String: Symbol] = [:]
    /// The names in the order in which the text first mentions them.
    var names: [String] = []
    /// In the order of a frame's registers.
    var parameters: [String] = []
    private var children: [SourceSpan: Scope] = [:]
    private(set) var childrenInOrder: [Scope] = []

    var isGenerator = false
    var hasAssignmentExpressions = false
    /// Names that may lose their value by `del` or at the end of an `except … as`.
    var deletedNames: Set<String> = []
    /// Where names are declared global or nonlocal, for messages.
    var directives: [(name: String, span: SourceSpan)] = []
    /// A class whose methods use `__class__` or `super`.
    var needsClassCell = false

    // What the builder keeps while it is inside.
    var iterableDepth = 0
    var isIterationTarget = false

    init(_ kind: Kind, name: String, span: SourceSpan, parent: Scope?, privateName: String?) {
        self.kind = kind
        self.name = name
        self.span = span
        self.parent = parent
        self.privateName = privateName
        if let parent {
            iterableDepth = parent.iterableDepth
            parent.children[span] = self
            parent.childrenInOrder.append(self)
        }
    }

    /// The scope that the node at `span` opens. No two nodes of one scope that open scopes have the same place.
    func child(at span: SourceSpan) -> Scope {
        guard let child = children[span] else { preconditionFailure("no scope was built for a node") }
        return child
    }

    /// The scope that was opened last is none of the program.
    func forgetLastChild() {
        if let child = childrenInOrder.popLast() { children[child.span] = nil }
    }

    var isComprehension: Bool {
        switch kind {
        case .listComprehension, .setComprehension, .dictComprehension, .generatorExpression: true
        case .module, .function, .lambda, .classBody, .annotation: false
        }
    }

    /// Whether names live in registers.
    var isFunctionLike: Bool { kind != .module && kind != .classBody }

    /// Whether a function stands somewhere around it.
    var isNested: Bool {
        var outer = parent
        while let scope = outer {
            if scope.isFunctionLike { return true }
            outer = scope.parent
        }
        return false
    }

    func mangled(_ name: String) -> String { NameMangling.mangle(name, in: privateName) }
}
