internal import CBaton
internal import CBaton.Host

// Parts of a group: those that match, and the rest, in groups of the same shape.

/// Whether a group or a single exception belongs to a part; nil: an exception is set.
private typealias Matcher = (Ref) -> Bool?

/// group.split(condition): the pair of parts, each a group or None.
func splitMethod(_ group: Ref, _ condition: Ref) -> Ref? {
    guard let (match, rest) = matcher(condition).flatMap({ parts(of: group, $0, wantsRest: true) }) else { return nil }
    defer {
        release(match)
        release(rest)
    }
    return makeTuple([match ?? noneRef, rest ?? noneRef])
}

/// group.subgroup(condition): the part that matches, or None.
func subgroup(_ group: Ref, _ condition: Ref) -> Ref? {
    guard let (match, _) = matcher(condition).flatMap({ parts(of: group, $0, wantsRest: false) }) else { return nil }
    return match ?? noneRef
}

/// The part of a group that holds the single exceptions of some of its parts; nil: an exception is set.
func project(_ group: Ref, onLeavesOf exceptions: [Ref]) -> Ref? {
    var leaves: Set<Ref> = []
    for exception in exceptions {
        guard collectLeaves(exception, &leaves) else { return nil }
    }
    guard let (match, _) = parts(of: group, { !isGroup($0) && leaves.contains($0) }, wantsRest: false) else {
        return nil
    }
    return match ?? noneRef
}

private func collectLeaves(_ exception: Ref, _ leaves: inout Set<Ref>) -> Bool {
    guard isGroup(exception) else {
        leaves.insert(exception)
        return true
    }
    guard Bt_EnterRecursiveCall(" in collect_exception_group_leaf_ids") == 0 else { return false }
    let exceptions = exception.group.pointee.excs!
    return (0..<BtTuple_GET_SIZE_(exceptions)).allSatisfy { collectLeaves(argument(exceptions, $0), &leaves) }
}

/// What `split` and `subgroup` are asked for; nil: TypeError is set.
private func matcher(_ condition: Ref) -> Matcher? {
    if areExceptionClasses(condition) { return { exceptionMatches($0, condition) } }
    guard BtCallable_Check(condition) != 0, !isType(condition) else {
        return raise(
            BtExc_TypeError,
            "expected an exception type, a tuple of exception types, or a callable (other than a class)")
    }
    return { exception in
        guard let answer = BtObject_CallOneArg(condition, exception) else { return nil }
        defer { Bt_DECREF_(answer) }
        let truth = BtObject_IsTrue(answer)
        return truth < 0 ? nil : truth != 0
    }
}

/// The two parts, new references, nil where there is nothing in them; the whole is nil if an exception is set.
private func parts(of exception: Ref, _ matches: Matcher, wantsRest: Bool) -> (match: Ref?, rest: Ref?)? {
    guard let isMatch = matches(exception) else { return nil }
    if isMatch { return (newReference(exception), nil) }
    guard isGroup(exception) else { return (nil, wantsRest ? newReference(exception) : nil) }
    guard Bt_EnterRecursiveCall(" in exceptiongroup_split_recursive") == 0 else { return nil }
    let exceptions = newReference(exception.group.pointee.excs!)
    defer { Bt_DECREF_(exceptions) }
    var (matching, others): ([Ref], [Ref]) = ([], [])
    defer { for part in matching + others { Bt_DECREF_(part) } }
    for index in 0..<BtTuple_GET_SIZE_(exceptions) {
        guard let (match, rest) = parts(of: argument(exceptions, index), matches, wantsRest: wantsRest) else {
            return nil
        }
        if let match { matching.append(match) }
        if let rest { others.append(rest) }
    }
    var match: Ref?
    if !matching.isEmpty {
        guard let made = subset(exception, matching) else { return nil }
        match = made
    }
    guard !others.isEmpty else { return (match, nil) }
    guard let rest = subset(exception, others) else {
        release(match)
        return nil
    }
    return (match, rest)
}

/// A group of some of a group's exceptions, made by its `derive`, with its traceback, context, cause and notes.
private func subset(_ group: Ref, _ exceptions: [Ref]) -> Ref? {
    guard let list = makeList(exceptions) else { return nil }
    defer { Bt_DECREF_(list) }
    guard let part = BtObject_CallMethodOneArg(group, internedName("derive"), list) else { return nil }
    guard isGroup(part) else {
        Bt_DECREF_(part)
        return raise(BtExc_TypeError, "derive must return an instance of BaseExceptionGroup")
    }
    let head = group.exception.pointee
    if let traceback = head.traceback { _ = BtException_SetTraceback(part, traceback) }
    BtException_SetContext(part, head.context.map(newReference))
    BtException_SetCause(part, head.cause.map(newReference))
    guard copyNotes(from: group, to: part) else {
        Bt_DECREF_(part)
        return nil
    }
    return part
}

private func copyNotes(from group: Ref, to part: Ref) -> Bool {
    var notes: Ref?
    guard BtObject_GetOptionalAttr(group, internedName("__notes__"), &notes) >= 0 else { return false }
    guard let notes else { return true }
    defer { Bt_DECREF_(notes) }
    guard BtSequence_Check(notes) != 0 else { return true }
    guard let copy = BtSequence_List(notes) else { return false }
    defer { Bt_DECREF_(copy) }
    return BtObject_SetAttr(part, internedName("__notes__"), copy) >= 0
}
