import BatonRuntime
import CBaton
import Testing

/// format() of numbers beside Python's, errors included.
@Suite struct `Formatting numbers beside Python` {
    private static let program = #"""
        import random
        random.seed(7)
        ints = [0, 1, -1, 7, 65, 255, 1234, -12345, 1234567, 10**20, -10**25, 0x10ffff, 2**64]
        floats = [0.0, -0.0, 1.0, -1.5, 0.1, 1234567.891, 1e16, 1e-5, 123456.0, 1e22, 5e-324, 1.7976931348623157e308,
                  0.00012345, 99999.5, 2.5, 1e15, float('inf'), float('-inf'), float('nan')]
        parts = (['', '<', '>', '^', '=', '*<', '0>', '\u00e9^', '\u4e2d=', '_='], ['', '+', '-', ' '], ['', 'z'],
                 ['', '#'], ['', '0'], ['', '1', '4', '10', '12', '23'], ['', ',', '_'],
                 ['', '.0', '.1', '.3', '.17', '.40'])
        types = ['', 'b', 'c', 'd', 'o', 'x', 'X', 'n', 'e', 'E', 'f', 'F', 'g', 'G', '%', 's', 'y']
        specs = [''.join(random.choice(p) if random.random() < 0.45 else '' for p in parts) + t
                 for t in types for _ in range(55)]
        specs += ['.', ',,', ',_', '_,', '5 5', '99999999999999999999', '.99999999999999999999f', '1.2.3', 'dd']
        for spec in specs:
            for value in random.sample(ints, 3) + random.sample(floats, 5):
                try: answer = format(value, spec)
                except Exception as e: answer = '<%s: %s>' % (type(e).__name__, e)
                show = value.hex() if isinstance(value, float) else hex(value)
                if answer.isprintable(): print(show, spec, answer, sep='\t')
        """#

    @Test func `gives Python's text and errors for every kind of specification`() throws {
        let cases = try Oracle.run(Self.program)
        #expect(cases.count > 5000)
        Attached.run {
            var wrong = 0
            for fields in cases where wrong < 20 {
                let answer = text(format(fields[0], fields[1]))
                if answer != fields[2] {
                    wrong += 1
                    Issue.record("format(\(fields[0]), '\(fields[1])'): \(answer), not \(fields[2])")
                }
            }
        }
    }

    private func format(_ value: String, _ spec: String) -> Ref? {
        let isInt = value.hasPrefix("0x") || value.hasPrefix("-0x")
        let number = isInt && !value.contains("p") ? BtLong_FromString(value, nil, 0) : float(Double(value)!)
        guard let number else { return nil }
        defer { Bt_DECREF_(number) }
        return call(number, "__format__", str(spec))
    }
}
