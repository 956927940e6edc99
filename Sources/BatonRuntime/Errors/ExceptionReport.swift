internal import BatonSyntax
internal import CBaton
internal import Glibc

// An exception as text, in Python's form: causes and contexts first, each with its traceback, its line and its notes.

/// The whole report, ending in a newline. Nothing that fails on the way gets out: a part that cannot be shown says so.
func exceptionReport(_ exception: Ref) -> String {
    var writer = ReportWriter(exception)
    return writer.report()
}

/// The line of one exception, its place if it is a SyntaxError, and its notes.
func lastLines(_ exception: Ref) -> String {
    var text = ""
    if BtType_IsSubtype(exception.type, _bt_exc_SyntaxError_()) != 0 {
        text += syntaxPlace(exception) + syntaxLine(exception) + "\n"
    } else {
        text += exceptionLine(exception) + "\n"
    }
    for note in notes(of: exception) { text += note + "\n" }
    return text
}

/// The report of an exception that nobody can catch: as Python's, without what it came from, carets and suggestions.
func plainReport(_ exception: Ref) -> String {
    let traceback = exception.exception.pointee.traceback.map { tracebackReport($0, carets: false) } ?? ""
    return traceback + exceptionLine(exception, suggests: false) + "\n"
}

/// `module.Class: text`, the last line of a report.
func exceptionLine(_ exception: Ref, suggests: Bool = true) -> String {
    let name = qualifiedName(exception.type)
    guard let text = shownText(exception) else { return "\(name): <exception str() failed>" }
    let shown = suggests ? text + suggestionText(for: exception) : text
    return shown.isEmpty ? name : "\(name): \(shown)"
}

/// The name of a class with its module, unless that is builtins or __main__.
private func qualifiedName(_ type: TypeRef) -> String {
    guard type.pointee.tp_flags & UInt(BT_TPFLAGS_HEAPTYPE) != 0 else { return typeName(of: type) }
    var module: Ref?
    let status = BtObject_GetOptionalAttr(type.ref, internedName("__module__"), &module)
    defer { release(module) }
    if status < 0 { BtErr_Clear() }
    let name: String
    if let qualified = BtType_GetQualName(type) {
        name = swiftString(qualified)
        Bt_DECREF_(qualified)
    } else {
        BtErr_Clear()
        name = typeName(of: type)
    }
    guard let module, isStr(module) else { return "<unknown>.\(name)" }
    let prefix = strText(module)
    return prefix == "builtins" || prefix == "__main__" ? name : "\(prefix).\(name)"
}

/// The last line for a SyntaxError, whose place stands above it. A file without a line is told of here.
private func syntaxLine(_ exception: Ref) -> String {
    let fields = exception.as(BtSyntaxErrorObject.self).pointee
    let msg = fields.msg.flatMap { isNone($0) ? nil : strText($0) } ?? ""
    let shown = "\(qualifiedName(exception.type)): \(msg.isEmpty ? "<no detail available>" : msg)"
    guard fields.lineno.map(isNone) ?? true, let file = fields.filename, !isNone(file) else { return shown }
    return "\(shown) (\(strText(file)))"
}

/// The file and the source line of a SyntaxError, with carets under the place.
func syntaxPlace(_ exception: Ref) -> String {
    let fields = exception.as(BtSyntaxErrorObject.self).pointee
    var lines: [String] = []
    if let line = fields.lineno, !isNone(line) {
        let file = fields.filename.flatMap { BtObject_IsTrue($0) > 0 ? strText($0) : nil } ?? "<string>"
        BtErr_Clear()
        lines.append("  File \"\(file)\", line \(strText(line))")
    }
    if let text = fields.text, isStr(text) {
        lines += SyntaxFailure.marked(
            swiftString(text), line: number(fields.lineno), column: number(fields.offset),
            endLine: number(fields.end_lineno), endColumn: number(fields.end_offset))
    }
    return lines.map { $0 + "\n" }.joined()
}

/// An int that anybody may have set, held within what a place in a source can be; nil: it is none.
private func number(_ object: Ref?) -> Int? {
    guard let object, isInt(object) else { return nil }
    var overflow: CInt = 0
    let value = BtLong_AsLongAndOverflow(object, &overflow)
    let bound = Int(Int32.max)
    return overflow != 0 ? Int(overflow) * bound : min(max(value, -bound), bound)
}

/// The lines of `__notes__`.
private func notes(of exception: Ref) -> [String] {
    var found: Ref?
    guard BtObject_GetOptionalAttr(exception, internedName("__notes__"), &found) >= 0 else {
        BtErr_Clear()
        return []
    }
    guard let found, !isNone(found) else { return [] }
    defer { Bt_DECREF_(found) }
    guard isList(found) || isTuple(found) else { return [reprText(found)] }
    guard let copy = BtSequence_Tuple(found) else {
        BtErr_Clear()
        return []
    }
    defer { Bt_DECREF_(copy) }
    return (0..<BtTuple_GET_SIZE_(copy)).map { index in
        let note = BtTuple_GET_ITEM_(copy, index)!
        return shownText(note) ?? "<note str() failed>"
    }
}

/// `str(object)` as standard error shows it, surrogates as escapes; nil if that fails, and the failure is forgotten.
package func shownText(_ object: Ref) -> String? {
    guard let text = BtObject_Str(object) else {
        BtErr_Clear()
        return nil
    }
    defer { Bt_DECREF_(text) }
    guard let bytes = BtUnicode_AsEncodedString(text, "utf-8", "backslashreplace") else {
        BtErr_Clear()
        return nil
    }
    defer { Bt_DECREF_(bytes) }
    let start = UnsafeRawPointer(BtBytes_AsString(bytes)!)
    return String(decoding: UnsafeRawBufferPointer(start: start, count: BtBytes_Size(bytes)), as: UTF8.self)
}

/// `str(object)` for a message; a type's name in its place if that fails.
func strText(_ object: Ref) -> String { shownText(object) ?? "<\(typeName(object)) object>" }

/// Write text to standard error, whole, after what standard output still holds.
package func writeError(_ text: String) {
    if writeToReplacedStandardError(text) { return }
    fflush(nil)
    var text = text
    text.withUTF8 { bytes in
        var done = 0
        while done < bytes.count {
            let written = write(STDERR_FILENO, bytes.baseAddress! + done, bytes.count - done)
            if written < 0, errno != EINTR { return }
            done += max(written, 0)
        }
    }
}
