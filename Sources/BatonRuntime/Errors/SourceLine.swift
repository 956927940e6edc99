internal import Glibc

/// A line of a text file, numbered from 1, without its end; nil if there is none. For tracebacks: nothing is raised.
func lineOfFile(_ path: String, _ number: Int) -> String? {
    guard number > 0, let file = fopen(path, "re") else { return nil }
    defer { fclose(file) }
    var info = stat()
    guard fstat(fileno(file), &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    for _ in 0..<number where getline(&line, &capacity, file) < 0 { return nil }
    guard let line else { return nil }
    return String(cString: line).trimmingEnd()
}

extension String {
    /// Without white space at the end.
    fileprivate func trimmingEnd() -> String {
        var text = self[...]
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
