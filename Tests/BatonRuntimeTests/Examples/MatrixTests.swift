import BatonRuntime
import CBaton
import Testing

@Suite(.tags(.threads)) struct `The matrix example` {
    private func expect(_ cases: KeyValuePairs<String, String>, sourceLocation: SourceLocation = #_sourceLocation) {
        let results = Attached.run { PythonLines.run(cases.map(\.key), modules: ["matrix"]) }
        #expect(results.count == cases.count, "\(results)", sourceLocation: sourceLocation)
        for ((line, expected), result) in zip(cases, results) {
            #expect(result == expected, "\(line)", sourceLocation: sourceLocation)
        }
    }

    @Test func `matrices come from lists, bytes and sizes, and go back`() {
        expect([
            "a = matrix.from_lists([[1, 2, 3], [4, 5, 6]])": "", "a": "<Matrix 2 x 3 float64>", "a.shape": "(2, 3)",
            "a.dtype": "'float64'", "a.to_lists()": "[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]", "a[(1, 2)]": "6.0",
            "a[(-1, 0)]": "4.0",
            "matrix.from_bytes(a.to_bytes(), 3, 2).to_lists()": "[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]",
            "matrix.from_lists([[0.5]], 'float32').to_bytes()": "b'\\x00\\x00\\x00?'",
            "matrix.zeros(1, 2).to_lists()": "[[0.0, 0.0]]",
            "matrix.identity(2, dtype='float32').to_lists()":
                "[[1.0, 0.0], [0.0, 1.0]]", "matrix.from_lists([]).shape": "(0, 0)",
            "matrix.random(1, 1).to_lists()": "[[0.8833108082136426]]",
        ])
    }

    @Test(arguments: ["float64", "float32"]) func `arithmetic`(type: String) {
        expect([
            "a = matrix.from_lists([[1, 2, 3], [4, 5, 6]], '\(type)')": "",
            "b = matrix.from_lists([[1, 0], [0, 1], [1, 1]], '\(type)')": "",
            "matrix.matmul(a, b).to_lists()": "[[4.0, 5.0], [10.0, 11.0]]",
            "matrix.matmul_blocked(a, b).to_lists()": "[[4.0, 5.0], [10.0, 11.0]]",
            "p = a @ b": "", "p.to_lists()": "[[4.0, 5.0], [10.0, 11.0]]", "c = matrix.zeros(2, 2, '\(type)')": "",
            "matrix.matmul(a, b, out=c)": "<Matrix 2 x 2 \(type)>", "c.to_lists()": "[[4.0, 5.0], [10.0, 11.0]]",
            "matrix.transpose(a).to_lists()": "[[1.0, 4.0], [2.0, 5.0], [3.0, 6.0]]", "a.T.shape": "(3, 2)",
            "matrix.add(a, a).to_lists()": "[[2.0, 4.0, 6.0], [8.0, 10.0, 12.0]]",
            "matrix.scale(a, 2).to_lists()": "[[2.0, 4.0, 6.0], [8.0, 10.0, 12.0]]",
            "m = matrix.from_lists([[2, 0], [0, 4]], '\(type)')": "",
            "i = matrix.inverse(m)": "", "matrix.matmul(i, m).to_lists()": "[[1.0, 0.0], [0.0, 1.0]]",
            "matrix.solve(m, b.T).to_lists()": "[[0.5, 0.0, 0.5], [0.0, 0.25, 0.25]]",
            "matrix.norm(matrix.from_lists([[3, -4]], '\(type)'))": "5.0", "matrix.norm(a, '1')": "9.0",
            "matrix.norm(a, 'inf')": "15.0", "matrix.norm(a, kind='max')": "6.0",
        ])
    }

    @Test func `its elements are a buffer of two dimensions`() {
        expect([
            "a = matrix.from_lists([[1, 2, 3], [4, 5, 6]], 'float32')": "", "v = memoryview(a)": "",
            "v.shape": "(2, 3)", "v.strides": "(12, 4)", "v.format": "'f'", "v.itemsize": "4", "v.readonly": "True",
            "v.tolist()": "[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]",
        ])
    }

    @Test func `what does not fit is an error that says why`() {
        expect([
            "a = matrix.zeros(2, 3)": "", "s = matrix.identity(2)": "", "t = matrix.identity(2)": "",
            "matrix.matmul(a, a)":
                "ValueError: matmul: shapes (2, 3) and (2, 3) do not fit: the columns of the first must be as many as the rows of the second",
            "matrix.add(a, s)": "ValueError: add: shapes (2, 3) and (2, 2) do not fit: they must be equal",
            "matrix.solve(a, a)": "ValueError: solve: shapes (2, 3) and (2, 3) do not fit: the first must be square",
            "matrix.solve(s, matrix.zeros(3, 1))":
                "ValueError: solve: shapes (2, 2) and (3, 1) do not fit: they must have as many rows",
            "matrix.inverse(a)": "ValueError: inverse: a matrix of shape (2, 3) is not square",
            "matrix.inverse(matrix.zeros(2, 2))": "ValueError: inverse: the matrix is singular (pivot 1 of 2 is zero)",
            "matrix.solve(matrix.zeros(2, 2), s)": "ValueError: solve: the matrix is singular (pivot 1 of 2 is zero)",
            "matrix.matmul(s, t, out=a)":
                "ValueError: matmul: out has shape (2, 3), the product of (2, 2) and (2, 2) has (2, 2)",
            "matrix.add(s, matrix.identity(2, 'float32'))":
                "TypeError: add: the element types float64 and float32 differ",
            "matrix.zeros(-1, 2)": "ValueError: a matrix of shape (-1, 2) cannot be: sizes must be non-negative",
            "matrix.zeros(1099511627776, 2)": "OverflowError: a matrix of shape (1099511627776, 2) is too large",
            "matrix.zeros(1000000000, 1000000000)": "MemoryError: ",
            "matrix.zeros(1, 1, 'int')": "ValueError: dtype must be 'float64' or 'float32', not 'int'",
            "matrix.from_lists([[1, 2], [3]])": "ValueError: from_lists: row 1 has 1 items, row 0 has 2",
            "matrix.from_lists([['a']])": "TypeError: must be real number, not str",
            "matrix.from_lists(3)": "TypeError: object of type 'int' has no len()",
            "matrix.from_bytes(b'abc', 1, 1)":
                "ValueError: from_bytes: shape (1, 1) of float64 takes 8 bytes, the data has 3",
            "matrix.norm(a, '2')": "ValueError: norm: kind must be 'fro', '1', 'inf' or 'max', not '2'",
            "a[(2, 0)]": "IndexError: index (2, 0) is outside of the shape (2, 3)",
            "a[0]": "TypeError: a Matrix is indexed by two integers, m[row, column]",
            "matrix.matmul(3, 4)": "TypeError: matmul() argument 1 must be matrix.Matrix, not int",
            "type(a)()": "TypeError: cannot create 'matrix.Matrix' instances",
        ])
    }

    @Test func `what is read is not written`() {
        let refusal = "BufferError: matmul: out is in use: an operand, an exported buffer, or another call's"
        expect([
            "a = matrix.identity(2)": "", "b = matrix.zeros(2, 2)": "", "matrix.matmul(a, b, out=a)": refusal,
            "v = memoryview(b)": "", "matrix.matmul(a, a, out=b)": refusal, "v.release()": "None",
            "matrix.matmul(a, a, out=b).to_lists()": "[[1.0, 0.0], [0.0, 1.0]]",
        ])
    }

    @Test func `threads that multiply the same matrices get the same product`() throws {
        let (a, module) = try Attached.run {
            let module = try #require(BtImport_ImportModule("matrix"))
            return (Shared(object: try #require(call(module, "random", int(64), int(64)))), Shared(object: module))
        }
        let expected = Attached.run {
            repr(
                call(module.object, "matmul", newReference(a.object), newReference(a.object))
                    .flatMap { call($0, "to_bytes") })
        }
        runThreads(4) { _ in
            Attached.run {
                for _ in 0..<20 {
                    let product = call(module.object, "matmul", newReference(a.object), newReference(a.object))
                    #expect(repr(product.flatMap { call($0, "to_bytes") }) == expected)
                }
            }
        }
    }
}
