import BatonSyntax

extension CodeGenerator {
    func importStatement(_ aliases: [Alias], _ span: SourceSpan) {
        for alias in aliases {
            let base = top
            let module = newTemporary()
            load(.none, into: module, at: span)
            emit(.importName, module, module, site(alias.name), at: span)
            let parts = alias.name.split(separator: ".").map(String.init)
            if let asName = alias.asName {
                for part in parts.dropFirst() {
                    let inner = newTemporary()
                    emit(.importFrom, flags: .dropB, inner, module, site(part), at: span)
                    emit(.take, module, inner, at: span)
                    release(to: inner)
                }
                store(asName, Operand(register: module, isTemporary: true), at: span)
            } else {
                store(parts[0], Operand(register: module, isTemporary: true), at: span)
            }
            release(to: base)
        }
    }

    func importFrom(_ name: String?, _ aliases: [Alias], _ level: Int, _ span: SourceSpan) {
        if name == "__future__", level == 0, isMisplaced(span) {
            fail("from __future__ imports must occur at the beginning of the file", at: span)
        }
        if level > 0xFF { fail("too many dots in import", at: span) }
        let base = top
        let module = newTemporary()
        load(.tuple(aliases.map { .str($0.name) }), into: module, at: span)
        emit(
            .importName, flags: Instruction.Flags(rawValue: UInt8(truncatingIfNeeded: level)), module, module,
            site(name ?? ""), at: span)
        if aliases.count == 1, aliases[0].name == "*" {
            emit(.importStar, flags: .dropA, module, at: span)
            release(to: base)
            return
        }
        for alias in aliases {
            let value = newTemporary()
            emit(.importFrom, value, module, site(alias.name), at: span)
            store(alias.asName ?? alias.name, Operand(register: value, isTemporary: true), at: span)
            release(to: value)
        }
        emit(.clear, module, at: span)
        release(to: base)
    }

    private func isMisplaced(_ span: SourceSpan) -> Bool {
        scope.kind != .module || FutureImports.isMisplaced(span, in: body)
    }
}
