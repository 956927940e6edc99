internal import BatonCompiler
internal import CBaton
internal import CBaton.Host

// What the loop's jumps share.

/// Do what a safe point has to do; false: an exception is set.
@inline(__always)
func safePoint(_ frame: Frame, _ pc: UnsafePointer<UInt64>) -> Bool {
    if _bt_safe_point_is_due() == 0 { return true }
    frame.pointee.pc = pc
    return BtEval_SafePoint() == 0
}

/// Jump; back by way of a safe point. False: an exception is set.
@inline(__always)
func jump(_ frame: Frame, _ pc: inout UnsafePointer<UInt64>, _ distance: Int) -> Bool {
    if distance < 0, !safePoint(frame, pc) { return false }
    pc += distance
    return true
}

/// Make a frame the one that the loop runs.
@inline(__always)
func goOn(
    in next: Frame, _ frame: inout Frame, _ registers: inout Registers, _ pc: inout UnsafePointer<UInt64>
) {
    frame = next
    registers = next.registers
    pc = next.pointee.pc.unsafelyUnwrapped
}

/// Whether a comparison of two ints holds: 1 or 0. The jumps on comparisons stand in one order, from `first` on.
@inline(__always)
func holds(_ bits: UInt64, _ first: Opcode, _ left: Int64, _ right: Int64) -> Int {
    let relation: UInt64 = left < right ? 1 : left == right ? 2 : 4
    // For <, <=, ==, !=, >, >=: the relations for which it holds, three bits each.
    let masks: UInt64 = 1 | 3 << 3 | 2 << 6 | 5 << 9 | 4 << 12 | 6 << 15
    let number = UInt64(UInt8(truncatingIfNeeded: bits) &- first.rawValue)
    return masks &>> (number &* 3) & relation != 0 ? 1 : 0
}
