internal import CBaton
internal import CBaton.Host

/// A place that is the same as the one before is shown this often; the rest is counted.
private let shownRepeats = 3

/// The traceback as Python prints it: a title, then a place in two lines, the second with the source where it can be read.
/// Of what is too long for `sys.tracebacklimit` the innermost places; nothing at all where that is 0.
func tracebackReport(_ traceback: Ref, carets: Bool = true) -> String {
    var places = namedPlaces(traceback)[...]
    if let limit = tracebackLimit() {
        guard limit > 0 else { return "" }
        places = places.suffix(limit)
    }
    var text = "Traceback (most recent call last):\n"
    var last: (String, CInt, String)?
    var repeats = 0
    for (place, name) in places {
        let file = place.pointee.tb_filename.map(swiftString) ?? "???"
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
    }
    return text + repeatedLines(repeats)
}

/// The places of a traceback with their names; a comprehension, which has no frame of its own in Python, stands for who
/// evaluates it.
private func namedPlaces(_ traceback: Ref) -> [(place: Traceback, name: String)] {
    var places: [(place: Traceback, name: String)] = []
    var cursor: Traceback? = traceback.as(BtTracebackObject.self)
    var evaluator: String?
    while let place = cursor {
        let name = evaluator ?? place.pointee.tb_name.map(swiftString) ?? "???"
        cursor = place.pointee.tb_next
        evaluator = nil
        if let next = cursor, isComprehension(next) { evaluator = name } else { places.append((place, name)) }
    }
    return places
}

/// `sys.tracebacklimit`, if it is an int.
private func tracebackLimit() -> Int? {
    guard let limit = BtSys_GetObject("tracebacklimit"), isInt(limit) else { return nil }
    var overflow: CInt = 0
    let value = BtLong_AsLongAndOverflow(limit, &overflow)
    return overflow == 0 ? value : overflow > 0 ? nil : 0
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
