internal import BatonSyntax
internal import CBaton
internal import CBaton.Host
internal import Glibc

/// Keep the text of a source that is in no file, under the name that its code has, for tracebacks.
package func keepSource(_ text: [UInt8], of file: String) {
    let sources = _bt_interpreter.sources ?? newDict()
    _bt_interpreter.sources = sources
    let content = text.withUnsafeBytes {
        BtUnicode_DecodeUTF8($0.bindMemory(to: CChar.self).baseAddress, $0.count, "replace")
    }
    if let sources, let name = makeString(file), let content, BtDict_SetItem(sources, name, content) >= 0 { return }
    BtErr_Clear()
}

private func lineOfKeptSource(_ path: String, _ number: Int) -> String? {
    guard let sources = _bt_interpreter.sources, let name = makeString(path) else { return nil }
    defer { Bt_DECREF_(name) }
    guard let text = BtDict_GetItemWithError(sources, name) else { return nil }
    let lines = swiftString(text).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.contains(number - 1) ? String(lines[number - 1]).trimmingEnd() : nil
}

/// A line of a text file, numbered from 1, without its end; nil if there is none. For tracebacks: nothing is raised.
func lineOfFile(_ path: String, _ number: Int) -> String? {
    guard number > 0 else { return nil }
    return lineOfKeptSource(path, number) ?? lineOnDisk(path, number)
}

/// A line of a file that can be read, but of no source that is kept.
func lineOnDisk(_ path: String, _ number: Int) -> String? {
    guard let file = fopen(path, "re") else { return nil }
    defer { fclose(file) }
    var info = stat()
    guard fstat(fileno(file), &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    // The first two lines may declare an encoding.
    var head: [UInt8] = []
    var length = 0
    for index in 0..<number {
        length = getline(&line, &capacity, file)
        guard length >= 0 else { return nil }
        if index < 2 { head += UnsafeRawBufferPointer(start: line, count: length) }
    }
    guard let line else { return nil }
    return decoded(UnsafeRawBufferPointer(start: line, count: length), head).trimmingEnd()
}

/// A line in the encoding of its file; nothing is raised.
private func decoded(_ line: UnsafeRawBufferPointer, _ head: [UInt8]) -> String {
    guard line.contains(where: { $0 >= 0x80 }), let name = SourceText.declaredEncoding(head) else {
        return String(decoding: line, as: UTF8.self)
    }
    let raised = takeRaised()
    defer { setRaised(raised) }
    guard let encoding = Encoding.named(name),
        let text = encoding.decode(line.bindMemory(to: UInt8.self).baseAddress!, line.count, "replace")
    else {
        BtErr_Clear()
        return String(decoding: line, as: UTF8.self)
    }
    defer { Bt_DECREF_(text) }
    return swiftString(text)
}

extension String {
    /// Without white space at the end.
    fileprivate func trimmingEnd() -> String {
        var text = self[...]
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
