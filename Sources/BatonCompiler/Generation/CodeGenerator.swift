import BatonSyntax

/// Makes the code of one scope; the second pass over the tree.
///
/// The methods stand in extensions, one for each part of the language. Where the text says that a place is unreachable, the
/// methods run all the same, for the errors they find, and nothing is emitted.
final class CodeGenerator {
    let context: CompilationContext
    let scope: Scope
    let parent: CodeGenerator?
    var code: CompiledCode

    // What is emitted so far. See Emission.swift and Assembler.swift.
    var instructions: [Instruction] = []
    var positions: [CompiledCode.Position] = []
    /// For each instruction the label that it jumps to, or -1.
    var targets: [Int32] = []
    var labels: [LabelState] = []
    var handlers: [PendingHandler] = []
    var isReachable = true
    /// Local variables, by register, that surely have a value here.
    var bound: RegisterSet
    /// Those that may lose their value somewhere in the code: at a join that is reached backwards or from a `try` they are
    /// taken for unbound.
    var deletable: RegisterSet

    // Registers. See Registers.swift.
    let firstTemporary: Int
    var top: Int

    // Tables.
    var constantIndices: [ConstantKey: Int] = [:]
    var sites = SiteTable()
    var wideSites = SiteTable()
    var places: [String: Place] = [:]
    var blocks: [Block] = []
    /// The body of the module or the class, for what depends on where in it a statement stands.
    var body: [Statement] = []
    /// Attributes of `self` that methods of this class assign, in the order of the text.
    var staticAttributes: [String] = []

    init(
        _ scope: Scope, name: String, qualifiedName: String, firstLine: Int, parent: CodeGenerator?,
        _ context: CompilationContext
    ) {
        self.context = context
        self.scope = scope
        self.parent = parent
        code = CompiledCode(
            name: name, qualifiedName: qualifiedName, file: context.source.file, firstLine: firstLine)
        let layout = RegisterLayout(scope)
        places = layout.places
        code.localNames = layout.localNames
        code.cellNames = layout.cellNames
        code.freeNames = layout.freeNames
        code.cellRegisters = layout.cellRegisters
        firstTemporary = layout.registerCount
        top = firstTemporary
        code.registerCount = firstTemporary
        bound = RegisterSet(count: layout.localNames.count)
        deletable = RegisterSet(count: layout.localNames.count)
        for register in 0..<scope.parameters.count { bound.insert(register) }
        for name in scope.deletedNames {
            if case .local(let register)? = places[name] { deletable.insert(register) }
        }
        if scope.isFunctionLike { code.flags = [.optimized, .newLocals] }
        if scope.isNested { code.flags.insert(.nested) }
    }

    /// What stands before the body: cells, and the generator.
    func prologue() {
        for register in code.cellRegisters.prefix(code.cellNames.count) {
            emit(.makeCell, register, at: nil)
        }
        if !code.freeNames.isEmpty {
            emit(.copyFreeVariables, code.cellRegisters[code.cellNames.count], code.freeNames.count, at: nil)
        }
        if scope.isGenerator, scope.isFunctionLike {
            code.flags.insert(.generator)
            emit(.makeGenerator, at: nil)
        }
    }

    /// The finished code.
    func finish() -> CompiledCode {
        assemble()
        if code.registerCount > 0xFF00 {
            context.fail("too many local variables", at: scope.span)
        }
        return code
    }

    /// The generator of a scope inside this one.
    func inner(_ scope: Scope, name: String, firstLine: Int) -> CodeGenerator {
        CodeGenerator(
            scope, name: name, qualifiedName: qualifiedName(of: name), firstLine: firstLine, parent: self, context)
    }

    private func qualifiedName(of name: String) -> String {
        switch scope.kind {
        case .module: return name
        case .classBody:
            return isDeclaredGlobal(name) ? name : "\(code.qualifiedName).\(name)"
        default:
            return isDeclaredGlobal(name) ? name : "\(code.qualifiedName).<locals>.\(name)"
        }
    }

    private func isDeclaredGlobal(_ name: String) -> Bool {
        scope.symbols[scope.mangled(name)]?.uses.contains(.declaredGlobal) ?? false
    }

    func fail(_ message: String, at span: SourceSpan) { context.fail(message, at: span) }
}

extension CodeGenerator {
    /// The code of a program.
    static func module(_ body: [Statement], _ scope: Scope, _ context: CompilationContext) -> CompiledCode {
        let generator = CodeGenerator(
            scope, name: "<module>", qualifiedName: "<module>", firstLine: 1, parent: nil, context)
        generator.body = body
        if context.mode == .evaluation {
            generator.evaluation(body)
        } else {
            generator.moduleBody(body)
        }
        return generator.finish()
    }

    private func evaluation(_ body: [Statement]) {
        guard body.count == 1, case .expr(let expression) = body[0].kind else {
            fail("invalid syntax", at: body.first?.span ?? scope.span)
            return
        }
        let value = operand(expression)
        emit(.returnValue, value.register, at: expression.span)
    }

    private func moduleBody(_ body: [Statement]) {
        var rest = body[...]
        if context.mode == .module, let (docstring, span) = Self.docstring(body) {
            rest = rest.dropFirst()
            let text = newTemporary()
            load(CleanedDocstring.clean(docstring), into: text, at: span)
            store("__doc__", Operand(register: text, isTemporary: true), at: span)
            release(to: text)
        }
        if Self.hasAnnotations(body) { emit(.setUpAnnotations, at: nil) }
        for statement in rest { self.statement(statement) }
        emit(.returnNone, at: nil)
    }
}
