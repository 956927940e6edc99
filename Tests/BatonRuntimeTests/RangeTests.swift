import BatonRuntime
import CBaton
import Testing

@Suite struct `Ranges and slices` {
    @Test func `have the methods of Python's, with its results and messages`() {
        Attached.run { checkCases(rangeCases) }
    }

    @Test func `slices are unpacked and clipped`() throws {
        try Attached.run {
            let api = try Api("sequence_test")
            #expect(api("make_slice", "1", "NULL", "NULL") == "slice(1, None, None)")
            #expect(api("unpack_slice", "slice(1, 5, 2)", "10") == "(1, 5, 2, 2)")
            #expect(api("unpack_slice", "slice(None, None, -1)", "4") == "(3, -1, -1, 4)")
            #expect(api("unpack_slice", "slice(-2, 100)", "4") == "(2, 4, 1, 2)")
            #expect(api("unpack_slice", "slice(100, 1000)", "4") == "(4, 4, 1, 0)")
            #expect(api("unpack_slice", "slice(2, 1)", "0") == "(0, 0, 1, 0)")
            let limit = "\(Int.max)"
            #expect(api("unpack_slice", "slice(None)", "-1") == "(0, \(limit), 1, -1)")
            #expect(api("unpack_slice", "slice(None, None, -5)", "-1") == "(\(limit), \(Int.min), -5, -1)")
            #expect(
                api("unpack_slice", "slice(0, 100000000000000000000, -100000000000000000000)", "-1")
                    == "(0, \(limit), -\(limit), -1)")
            #expect(api("unpack_slice", "slice(1, 2, 0)", "5") == "<ValueError: slice step cannot be zero>")
            #expect(
                api("unpack_slice", "slice('a')", "5")
                    == "<TypeError: slice indices must be integers or None or have an __index__ method>")
            #expect(api("unpack_slice", "5", "5").contains("SystemError"))
        }
    }

    @Test(arguments: [-7, -3, -1, 1, 2, 5])
    func `clipping takes the places that a loop would`(_ step: Int) {
        for length in 0..<6 {
            for start in -8..<9 {
                for stop in -8..<9 {
                    var (first, end) = (start, stop)
                    let count = BtSlice_AdjustIndices(length, &first, &end, step)
                    // The loop in the words of Python's documentation of slices.
                    let low = step > 0 ? 0 : -1
                    let high = step > 0 ? length : length - 1
                    let from = min(max(start < 0 ? start + length : start, low), high)
                    let to = min(max(stop < 0 ? stop + length : stop, low), high)
                    #expect(count == Array(stride(from: from, to: to, by: step)).count)
                    #expect(first == from && end == to)
                }
            }
        }
    }
}
