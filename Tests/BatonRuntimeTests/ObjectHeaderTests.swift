import CBaton
import Testing

@Suite struct `Object header` {
    @Test func `is laid out as object.h says`() {
        #expect(MemoryLayout<BtObject>.size == 24)
        #expect(MemoryLayout<BtObject>.offset(of: \.ob_owner) == 4)
        #expect(MemoryLayout<BtObject>.offset(of: \.ob_ref_shared) == 8)
        #expect(MemoryLayout<BtCurrentThread_>.size <= 64)
    }
}
