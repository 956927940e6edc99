import BatonRuntime
import CBaton
import Testing

/// Check a table of lines `receiver.method(arguments) -> result -> receiver afterwards`.
func checkCases(_ table: String, sourceLocation: SourceLocation = #_sourceLocation) {
    for line in table.split(separator: "\n") {
        let parts = line.split(separator: " -> ").map(String.init)
        precondition(parts.count == 3, "no case: \(line)")
        guard let (result, receiver) = Literal.call(parts[0]) else {
            Issue.record("\(parts[0]): \(takeException() ?? "not made")", sourceLocation: sourceLocation)
            continue
        }
        // The result first: its text holds the exception.
        let shownResult = shown(result)
        let iterator = BtIter_Check(receiver) != 0
        #expect(shownResult == parts[1], "\(parts[0])", sourceLocation: sourceLocation)
        let after = iterator ? "iterator" : repr(Bt_NewRef_(receiver))
        #expect(after == parts[2], "\(parts[0]) leaves", sourceLocation: sourceLocation)
        Bt_DECREF_(receiver)
    }
}
