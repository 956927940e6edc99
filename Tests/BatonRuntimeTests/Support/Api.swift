import BatonRuntime
import CBaton
import Testing

/// An extension that wraps a part of the C API one to one: calls of its functions, in the words of `Literal`.
struct Api {
    let module: Ref

    /// Load the extension. The caller is attached.
    init(_ name: String) throws { module = try TestExtension.load(name) }

    /// Call a function with arguments as text; what comes back, as text.
    func callAsFunction(_ function: String, _ arguments: String...) -> String {
        guard let list = BtList_New(0) else { return "no memory" }
        defer { Bt_DECREF_(list) }
        for argument in arguments {
            guard let object = argument == "NULL" ? Bt_NewRef_(ellipsisRef) : Literal.make(argument) else {
                return "\(argument): \(takeException() ?? "not made")"
            }
            BtList_Append(list, object)
            Bt_DECREF_(object)
        }
        return shown(call(module, function, spread: BtList_AsTuple(list)!))
    }

    /// Call a function with objects, which are borrowed; what comes back, as text.
    func on(_ function: String, _ arguments: Ref?...) -> String {
        for argument in arguments { Bt_XINCREF_(argument) }
        return shown(call(module, function, spread: tuple(spread: arguments)!))
    }
}

/// A tuple of the items, which are taken over.
func tuple(spread items: [Ref?]) -> Ref? {
    guard let tuple = BtTuple_New(items.count) else { return nil }
    for (index, item) in items.enumerated() { BtTuple_SetItem(tuple, index, item) }
    return tuple
}

/// Run `body` with the object that a text stands for.
func with(_ text: String, _ body: (Ref) throws -> Void) rethrows {
    guard let object = Literal.make(text) else {
        Issue.record("\(text): \(takeException() ?? "not made")")
        return
    }
    defer { Bt_DECREF_(object) }
    try body(object)
}
