internal import CBaton
internal import CBaton.Host

/// A place that is the same as the one before is shown this often; the rest is counted.
private let shownRepeats = 3

/// The traceback as Python prints it: a title, then a place in two lines, the second with the source where it can be read.
func tracebackReport(_ traceback: Ref, carets: Bool = true) -> String {
    var text = "Traceback (most recent call last):\n"
    var last: (String, CInt, String)?
    var repeats = 0
    var cursor: Traceback? = traceback.as(BtTracebackObject.self)
    // Who evaluates a comprehension, which has no frame of its own in Python.
    var evaluator: String?
    while let place = cursor {
        let file = place.pointee.tb_filename.map(swiftString) ?? "???"
        let name = evaluator ?? place.pointee.tb_name.map(swiftString) ?? "???"
        if let next = place.pointee.tb_next, isComprehension(next) {
            evaluator = name
            cursor = next
            continue
        }
        evaluator = nil
        let line = place.pointee.tb_lineno
        if let last, last == (file, line, name) {
            repeats += 1
        } else {
            text += repeatedLines(repeats)
            repeats = 1
        }
        last = (file, line, name)
        if repeats <= shownRepeats {
            text += "  File \"\(file)\", line \(line), in \(name)\n"
            text += excerpt(of: place, file, carets)
        }
        cursor = place.pointee.tb_next
    }
    return text + repeatedLines(repeats)
}

private func isComprehension(_ place: Traceback) -> Bool {
    place.pointee.tb_name.map { ["<listcomp>", "<setcomp>", "<dictcomp>"].contains(swiftString($0)) } ?? false
}

/// The source lines of a place: with carets where it is an instruction of a script.
private func excerpt(of place: Traceback, _ file: String, _ carets: Bool) -> String {
    if carets, let frame = place.pointee.tb_frame, frame.type == BtFrame_Type_() {
        let code = frame.as(BtFrameObject.self).pointee.code.pointee
        let index = Int(place.pointee.tb_lasti) / 2
        if index >= 0, index < Int(code.instruction_count), code.positions[index].line != 0 {
            return sourceExcerpt(file, code.positions[index])
        }
    }
    guard let source = lineOfFile(file, Int(place.pointee.tb_lineno)) else { return "" }
    return "    \(source.drop { $0.isWhitespace })\n"
}

private func repeatedLines(_ repeats: Int) -> String {
    let hidden = repeats - shownRepeats
    guard hidden > 0 else { return "" }
    return "  [Previous line repeated \(hidden) more time\(hidden == 1 ? "" : "s")]\n"
}
