import BatonRuntime
import CBaton
import CBaton.Host
import Testing

@Suite(.serialized) struct `Object memory` {
    @Test(arguments: [1, 24, 33, 512, 513, 700, 1024, 8192, 8193, 100_000])
    func `of any size is aligned, writable and as large as asked`(_ size: Int) {
        Attached.run {
            let blocks = (0..<300).map { _ in BtObject_Malloc(size)! }
            for (index, block) in blocks.enumerated() {
                #expect(UInt(bitPattern: block) % 16 == 0)
                block.initializeMemory(as: UInt8.self, repeating: UInt8(index & 255), count: size)
            }
            for (index, block) in blocks.enumerated() {
                #expect(block.load(fromByteOffset: size - 1, as: UInt8.self) == UInt8(index & 255))
                BtObject_Free(block)
            }
        }
    }

    @Test func `keeps its contents when it grows and shrinks`() {
        Attached.run {
            var block = BtObject_Malloc(40)!
            block.initializeMemory(as: UInt8.self, repeating: 7, count: 40)
            for size in [100, 2000, 60_000, 300, 40] {
                block = BtObject_Realloc(block, size)!
                #expect(block.load(fromByteOffset: 39, as: UInt8.self) == 7)
            }
            BtObject_Free(block)
        }
    }

    @Test func `of a size that cannot be is refused`() {
        Attached.run {
            #expect(BtObject_Malloc(Int.max) == nil)
            #expect(BtMem_Malloc(-1) == nil)
            #expect(BtMem_Calloc(Int.max, 16) == nil)
            #expect(BtMem_RawCalloc(1 << 40, 1 << 40) == nil)
            expectRaises(BtExc_MemoryError) { BtType_GenericAlloc(BtTuple_Type_(), Int.max / 8) }
        }
    }

    @Test func `can be made to fail, and the error is MemoryError`() async {
        // In a process of its own, where it fails for nobody else.
        await #expect(processExitsWith: .success) {
            Attached.run {
                _bt_memory_fail_after(1)
                let list = BtList_New(3)
                _bt_memory_fail_after(0)
                #expect(list == nil)
                expectRaised(BtExc_MemoryError)
            }
        }
    }

    @Test func `of nested containers is freed without deep recursion`() {
        Attached.run {
            var list = BtList_New(0)!
            for _ in 0..<200_000 {
                let outer = BtList_New(1)!
                _ = BtList_SetItem(outer, 0, list)
                list = outer
            }
            Bt_DECREF_(list)
        }
    }
}

@Suite struct `Recursion` {
    @Test func `of a repr ends in RecursionError`() {
        Attached.run {
            var list = BtList_New(0)!
            for _ in 0..<200_000 {
                let outer = BtList_New(1)!
                _ = BtList_SetItem(outer, 0, list)
                list = outer
            }
            defer { Bt_DECREF_(list) }
            expectRaises(
                BtExc_RecursionError, "maximum recursion depth exceeded while getting the repr of an object"
            ) { BtObject_Repr(list) }
        }
    }
}
