internal import BatonCompiler
internal import BatonSyntax
internal import CBaton
internal import CBaton.Host
internal import Glibc

// What the command asks about sources and modules.

/// The register code of a source as text; nil with an exception set.
package func disassembly(of source: [UInt8], file: String) -> String? {
    do {
        return disassemble(try compile(parse(source, file: file)).code)
    } catch {
        // It is compiled once more for the exception that this raises.
        release(compileToCode(source, file: file))
        return nil
    }
}

/// Whether a statement at the prompt needs more lines: it is not complete, or it has a block, which ends at an empty line.
package func needsMoreLines(_ source: [UInt8]) -> Bool {
    do {
        let tree = try parse(source, file: "<stdin>", mode: .single)
        return tree.body.first.map(hasBlock) == true && !source.suffix(2).elementsEqual([0x0A, 0x0A])
    } catch {
        // At an empty line an open block is told of; what is open otherwise, a bracket or a text, goes on.
        guard error.kind == .incompleteInput else { return false }
        return !source.suffix(2).elementsEqual([0x0A, 0x0A]) || isIncomplete(source + [0x0A])
    }
}

private func isIncomplete(_ source: [UInt8]) -> Bool {
    do {
        _ = try parse(source, file: "<stdin>", mode: .single)
        return false
    } catch {
        return error.kind == .incompleteInput
    }
}

private func hasBlock(_ statement: Statement) -> Bool {
    switch statement.kind {
    case .functionDef, .classDef, .for, .while, .if, .with, .try: true
    default: false
    }
}

/// Where the script stands that a module's name or a folder led to.
package struct ProgramPlace {
    package let path: String
    /// What its spec calls it, and its package.
    let name: String
    package let package: String

    package init(path: String, name: String, package: String) {
        self.path = path
        self.name = name
        self.package = package
    }

    /// Its `__spec__`, a new reference; nil with an exception set.
    package var spec: Ref? {
        guard let name = makeString(name) else { return nil }
        defer { Bt_DECREF_(name) }
        guard let origin = makeString(path) else { return nil }
        defer { Bt_DECREF_(origin) }
        return makeModuleSpec(name, origin: origin)
    }
}

/// The script that `-m` runs for a module; nil if there is none, or with an exception set.
package func programPlace(ofModule name: String) -> ProgramPlace? {
    var folders = modulePath()
    if let parent = parentName(name) {
        guard let parentRef = makeString(parent) else { return nil }
        defer { Bt_DECREF_(parentRef) }
        guard let package = importModule(parentRef) else { return nil }
        defer { Bt_DECREF_(package) }
        guard let path = packagePath(package) else { return nil }
        folders = path
    }
    let component = lastComponent(name)
    for folder in folders {
        let main = "\(folder)/\(component)/__main__.py"
        if access(main, R_OK) == 0 { return ProgramPlace(path: main, name: "\(name).__main__", package: name) }
        let file = "\(folder)/\(component).py"
        if access(file, R_OK) == 0 { return ProgramPlace(path: file, name: name, package: parentName(name) ?? "") }
    }
    return nil
}

/// How many threads that scripts started still run.
package func scriptThreadCount() -> Int { _bt_host_modules.thread_count }
