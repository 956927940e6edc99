import BatonRuntime
import CBaton

extension DemoKernel {
    /// matrix: matmul, matmul_blocked and solve, on matrices whose elements are bytes of the input.
    static func matrices(_ input: DemoInput) throws -> [DemoKernel] {
        let n = 256
        let a = NativeMatrix(n, n) { row, column in input.element(row * n + column) }
        let b = NativeMatrix(n, n) { row, column in input.element(n * n + row * n + column) }
        let product = a.times(b)
        // A system whose solution is known: diagonally dominant, so that rounding stays small.
        let system = NativeMatrix(n, n) { row, column in a[row, column] + (row == column ? Double(n) : 0) }
        let sides = 16
        let solution = NativeMatrix(n, sides) { row, column in input.element(row * sides + column) }

        let left = try a.object()
        let right = try b.object()
        let coefficients = try system.object()
        let constants = try system.times(solution).object()

        let cube = Double(n) * Double(n) * Double(n)
        let solveOperations = 2 * cube / 3 + 2 * Double(n) * Double(n) * Double(sides)
        return [
            try kernel("matmul", left, right, product, operations: 2 * cube),
            try kernel("matmul_blocked", left, right, product, operations: 2 * cube),
            try kernel("solve", coefficients, constants, solution, operations: solveOperations),
        ]
    }

    private static func kernel(
        _ name: String, _ left: Pinned, _ right: Pinned, _ expected: NativeMatrix, operations: Double
    ) throws -> DemoKernel {
        let function = Pinned(try Extension.attribute("matrix", name))
        return DemoKernel(name: "matrix.\(name)", unit: .gigaflops) { _ throws(Failure) in
            let result = try Extension.call(function.object, left.object, right.object)
            defer { release(result) }
            return Call(amount: operations, isRight: try expected.isNear(result))
        }
    }
}

extension DemoInput {
    /// A number in 0...1 from the input, which is repeated as often as needed.
    fileprivate func element(_ index: Int) -> Double { Double(bytes[index % bytes.count]) / 255 }
}

/// A matrix in Swift: the reference for the extension's.
private struct NativeMatrix: Sendable {
    let rows: Int
    let columns: Int
    private var elements: [Double]

    init(_ rows: Int, _ columns: Int, _ element: (_ row: Int, _ column: Int) -> Double) {
        self.rows = rows
        self.columns = columns
        elements = []
        elements.reserveCapacity(rows * columns)
        for row in 0..<rows {
            for column in 0..<columns { elements.append(element(row, column)) }
        }
    }

    subscript(row: Int, column: Int) -> Double { elements[row * columns + column] }

    /// The product, by the plain triple loop.
    func times(_ other: NativeMatrix) -> NativeMatrix {
        var result = NativeMatrix(rows, other.columns) { _, _ in 0 }
        elements.withUnsafeBufferPointer { left in
            other.elements.withUnsafeBufferPointer { right in
                result.elements.withUnsafeMutableBufferPointer { sum in
                    for row in 0..<rows {
                        for middle in 0..<columns {
                            let factor = left[row * columns + middle]
                            for column in 0..<other.columns {
                                sum[row * other.columns + column] += factor * right[middle * other.columns + column]
                            }
                        }
                    }
                }
            }
        }
        return result
    }

    /// A Matrix object with the same elements.
    func object() throws(Failure) -> Pinned {
        let fromBytes = try Extension.attribute("matrix", "from_bytes")
        defer { release(fromBytes) }
        let data = try Extension.bytes(elements.withUnsafeBytes { Array($0) })
        defer { release(data) }
        guard let rowCount = BtLong_FromSsize_t(rows), let columnCount = BtLong_FromSsize_t(columns) else {
            throw Extension.takeException()
        }
        return Pinned(try Extension.call(fromBytes, data, rowCount, columnCount))
    }

    /// Whether a Matrix object has these elements to 1e-9, measured by the larger of 1 and the element.
    func isNear(_ matrix: Ref) throws(Failure) -> Bool {
        var view = Bt_buffer()
        guard BtObject_GetBuffer(matrix, &view, BtBUF_SIMPLE) == 0 else { throw Extension.takeException() }
        defer { BtBuffer_Release(&view) }
        guard view.len == elements.count * MemoryLayout<Double>.stride, let start = view.buf else { return false }
        // The buffer pins the elements (R2); they are compared detached, to leave the lock to what is measured.
        let computed = UnsafeRawBufferPointer(start: start, count: view.len)
        return RuntimeSession.detached {
            elements.withUnsafeBytes { expected in
                stride(from: 0, to: computed.count, by: 8).allSatisfy { offset in
                    let value = computed.load(fromByteOffset: offset, as: Double.self)
                    let reference = expected.load(fromByteOffset: offset, as: Double.self)
                    return abs(value - reference) <= 1e-9 * max(1, abs(reference))
                }
            }
        }
    }
}
