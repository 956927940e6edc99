import BatonRuntime
import CBaton

/// A function, and the arguments that it is measured with.
struct BenchSubject: Sendable {
    let name: String
    let function: Pinned
    /// A tuple.
    let arguments: Pinned
    /// A dict; nil: none.
    let keywords: Pinned?
    /// Which argument is the longest that exports its memory, and how many bytes that is; nil: none is long enough for the
    /// work to be about it.
    let data: (index: Int, bytes: Int)?

    private static let leastData = 1024

    /// - Parameters: references that are taken over. The caller is attached.
    init(name: String, function: Ref, arguments: Ref, keywords: Ref? = nil) {
        self.name = name
        self.function = Pinned(function)
        self.arguments = Pinned(arguments)
        self.keywords = keywords.map { Pinned($0) }
        let sizes = (0..<BtTuple_Size(arguments)).compactMap { index -> (index: Int, bytes: Int)? in
            guard let argument = BtTuple_GetItem(arguments, index), BtObject_CheckBuffer(argument) != 0 else {
                return nil
            }
            var view = Bt_buffer()
            guard BtObject_GetBuffer(argument, &view, BtBUF_SIMPLE) == 0 else {
                BtErr_Clear()
                return nil
            }
            defer { BtBuffer_Release(&view) }
            return (index, view.len)
        }
        data = sizes.max { $0.bytes < $1.bytes }.flatMap { $0.bytes < Self.leastData ? nil : $0 }
    }

    /// Call the function once, attached.
    func call() throws(Failure) {
        guard let result = BtObject_Call(function.object, arguments.object, keywords?.object) else {
            throw Extension.takeException()
        }
        release(result)
    }

    /// The same with so many bytes of its data; nil: it has none. The caller is attached.
    func cut(to count: Int) throws(Failure) -> BenchSubject? {
        guard let data, let argument = BtTuple_GetItem(arguments.object, data.index) else { return nil }
        var view = Bt_buffer()
        guard BtObject_GetBuffer(argument, &view, BtBUF_SIMPLE) == 0 else { throw Extension.takeException() }
        defer { BtBuffer_Release(&view) }
        let start = view.buf.assumingMemoryBound(to: CChar.self)
        let isArray = argument.type == BtByteArray_Type_()
        let part =
            isArray ? BtByteArray_FromStringAndSize(start, count) : BtBytes_FromStringAndSize(start, count)
        guard let part, let list = BtSequence_List(arguments.object) else { throw Extension.takeException() }
        defer { release(list) }
        guard BtList_SetItem(list, data.index, part) == 0, let tuple = BtList_AsTuple(list) else {
            throw Extension.takeException()
        }
        return BenchSubject(
            name: name, function: newReference(function.object), arguments: tuple,
            keywords: keywords.map { newReference($0.object) })
    }
}
