import BatonRuntime
import CBaton
import Testing

@Suite struct `Objects as authors handle them` {
    @Test(arguments: ["collected", "references", "heads", "attributes", "functions", "numbers", "memory"])
    func `work as the headers say`(part: String) throws {
        try Attached.run {
            let module = try TestExtension.load("object_test")
            #expect(repr(call(module, part)) == "None")
        }
    }
}
