import BatonRuntime
import CBaton
import Testing

// Making, calling and showing objects in tests. Each result is a new reference.

func int(_ value: Int) -> Ref? { BtLong_FromSsize_t(value) }
func float(_ value: Double) -> Ref? { BtFloat_FromDouble(value) }
func str(_ text: String) -> Ref? { makeString(text) }
func bytes(_ values: [UInt8]) -> Ref? {
    values.withUnsafeBytes { BtBytes_FromStringAndSize($0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count) }
}
func none() -> Ref? { noneRef }

/// A tuple of the items, which are taken over.
func tuple(_ items: Ref?...) -> Ref? { collect(items, BtTuple_New(items.count)) { BtTuple_SetItem($0, $1, $2) } }

/// A list of the items, which are taken over.
func list(_ items: Ref?...) -> Ref? { collect(items, BtList_New(items.count)) { BtList_SetItem($0, $1, $2) } }

private func collect(_ items: [Ref?], _ container: Ref?, set: (Ref, Int, Ref) -> CInt) -> Ref? {
    guard let container else { return nil }
    for (index, item) in items.enumerated() {
        guard let item, set(container, index, item) == 0 else {
            Bt_DECREF_(container)
            return nil
        }
    }
    return container
}

/// Call the attribute `name` of `object`; the arguments are taken over. Nil: an exception is set.
func call(_ object: Ref, _ name: String, _ arguments: Ref?...) -> Ref? {
    guard let function = BtObject_GetAttrString(object, name) else {
        for argument in arguments { Bt_XDECREF_(argument) }
        return nil
    }
    defer { Bt_DECREF_(function) }
    return call(function, arguments)
}

/// Call `function` itself; the arguments are taken over. Nil: an exception is set.
func call(_ function: Ref, _ arguments: [Ref?]) -> Ref? {
    defer { for argument in arguments { Bt_XDECREF_(argument) } }
    guard !arguments.contains(where: { $0 == nil }) else { return nil }
    return arguments.withUnsafeBufferPointer {
        BtObject_Vectorcall(function, $0.baseAddress, arguments.count, nil)
    }
}

/// The repr of `object`, which is taken over; "<Type: text>" of the exception if it is nil.
func repr(_ object: Ref?) -> String { show(object, BtObject_Repr) }

/// The str of `object`, which is taken over; "<Type: text>" of the exception if it is nil.
func text(_ object: Ref?) -> String { show(object, BtObject_Str) }

private func show(_ object: Ref?, _ convert: (Ref?) -> Ref?) -> String {
    guard let object else { return "<\(takeException() ?? "no object, no exception")>" }
    defer { Bt_DECREF_(object) }
    guard let text = convert(object) else { return "<\(takeException() ?? "no text, no exception")>" }
    defer { Bt_DECREF_(text) }
    return swiftString(text)
}

/// Expect `body` to return nil with `exception` set, and with `message` as its text if one is given.
func expectRaises(
    _ exception: Ref, _ message: String? = nil, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () -> Ref?
) {
    if let result = body() {
        Issue.record("expected an exception, got \(repr(result))", sourceLocation: sourceLocation)
        return
    }
    expectRaised(exception, message, sourceLocation: sourceLocation)
}

/// Expect `body` to return -1 with `exception` set, and with `message` as its text if one is given.
func expectRaises<Status: BinaryInteger>(
    _ exception: Ref, _ message: String? = nil, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () -> Status
) {
    let status = body()
    #expect(status == -1, sourceLocation: sourceLocation)
    expectRaised(exception, message, sourceLocation: sourceLocation)
}

/// Expect that `exception` is set, and drop it.
func expectRaised(
    _ exception: Ref, _ message: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
) {
    guard let raised = BtErr_GetRaisedException() else {
        Issue.record("no exception is set", sourceLocation: sourceLocation)
        return
    }
    defer { Bt_DECREF_(raised) }
    let matches = BtErr_GivenExceptionMatches(raised, exception) != 0
    Bt_INCREF_(raised)
    let shown = text(raised)
    #expect(matches, "raised \(typeName(raised)): \(shown)", sourceLocation: sourceLocation)
    if let message { #expect(shown == message, sourceLocation: sourceLocation) }
}
