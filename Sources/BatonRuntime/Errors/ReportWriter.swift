internal import CBaton

/// The report of an exception in the making. What stands in a group is indented, with a margin that shows where it ends.
struct ReportWriter {
    /// An exception in a place of the report; the others are places too.
    private struct Place {
        let exception: Ref
        var cause: Int?
        var context: Int?
        /// Those of a group.
        var members: Range<Int> = 0..<0
    }

    /// As Python's traceback module has them.
    private static let (mostDepth, mostWidth) = (10, 15)

    private var places: [Place]
    private var text = ""
    private var depth = 0
    /// The innermost group's end is still to be drawn.
    private var needsClose = false

    /// Find what is to be shown, in the order of Python's traceback module, which tells where something comes that could
    /// be shown at several places: once.
    init(_ exception: Ref) {
        places = [Place(exception: exception)]
        var seen: Set<Ref> = [exception]
        var waiting = [0]
        while let index = waiting.popLast() {
            let head = places[index].exception.exception.pointee
            if let cause = head.cause, seen.insert(cause).inserted {
                places[index].cause = places.count
                waiting.append(places.count)
                places.append(Place(exception: cause))
            } else if head.suppress_context == 0, let context = head.context, seen.insert(context).inserted {
                places[index].context = places.count
                waiting.append(places.count)
                places.append(Place(exception: context))
            }
            guard isGroup(places[index].exception), let row = places[index].exception.group.pointee.excs else {
                continue
            }
            let members = places.count..<places.count + BtTuple_GET_SIZE_(row)
            places[index].members = members
            waiting += members
            for number in 0..<members.count {
                seen.insert(argument(row, number))
                places.append(Place(exception: argument(row, number)))
            }
        }
    }

    mutating func report() -> String {
        write(0)
        return text
    }

    /// Causes and contexts first, then the exception itself.
    private mutating func write(_ place: Int) {
        var chain: [(place: Int, link: String?)] = [(place, nil)]
        while let last = chain.last {
            if let cause = places[last.place].cause {
                chain.append((cause, "\nThe above exception was the direct cause of the following exception:\n\n"))
            } else if let context = places[last.place].context {
                chain.append((context, "\nDuring handling of the above exception, another exception occurred:\n\n"))
            } else {
                break
            }
        }
        for (place, link) in chain.reversed() {
            writeOne(places[place])
            if let link { emit(link) }
        }
    }

    /// Add lines; inside a group each stands behind the margin.
    private mutating func emit(_ lines: String, margin: String = "|") {
        guard depth > 0 else {
            text += lines
            return
        }
        let prefix = indent + margin + " "
        for line in lines.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            text += prefix + line + "\n"
        }
    }

    private var indent: String { String(repeating: " ", count: 2 * depth) }

    /// Traceback, line and notes of one exception, without those that it came from.
    private mutating func writeOne(_ place: Place) {
        let report = place.exception.exception.pointee.traceback.map { tracebackReport($0) } ?? ""
        guard !place.members.isEmpty else {
            emit(report)
            emit(lastLines(place.exception))
            return
        }
        guard depth <= Self.mostDepth else { return emit("... (max_group_depth is \(Self.mostDepth))\n") }
        let isOutermost = depth == 0
        if isOutermost { depth = 1 }
        if !report.isEmpty {
            let head = report.prefix { $0 != "\n" }
            emit("Exception Group \(head)\n", margin: isOutermost ? "+" : "|")
            emit(String(report.dropFirst(head.count + 1)))
        }
        emit(lastLines(place.exception))
        writeMembers(place.members)
        if isOutermost { depth = 0 }
    }

    private mutating func writeMembers(_ members: Range<Int>) {
        needsClose = false
        for index in 0..<min(members.count, Self.mostWidth + 1) {
            let isCut = index == Self.mostWidth
            let isLast = isCut || index == members.count - 1
            if isLast { needsClose = true }
            let title = isCut ? "..." : "\(index + 1)"
            text += "\(indent)\(index == 0 ? "+-" : "  ")+---------------- \(title) ----------------\n"
            depth += 1
            if isCut {
                let left = members.count - Self.mostWidth
                emit("and \(left) more exception\(left > 1 ? "s" : "")\n")
            } else {
                write(members.lowerBound + index)
            }
            if isLast, needsClose {
                text += "\(indent)+------------------------------------\n"
                needsClose = false
            }
            depth -= 1
        }
    }
}
