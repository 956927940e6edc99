internal import CBaton

// Arithmetic and comparisons of ints in tagged form, as the loop does them. Each gives false, and has done nothing, where
// an operand has another form or the result does not fit.

extension UnsafeMutablePointer where Pointee == UInt64 {
    /// R[A] = R[B] + R[C]
    @inline(__always)
    func addInts(_ bits: UInt64) -> Bool {
        let (left, right) = (self[fieldB(bits)], self[fieldC(bits)])
        guard areTagged(left, right) else { return false }
        let (sum, overflows) = Int64(bitPattern: left &- 1).addingReportingOverflow(Int64(bitPattern: right))
        if overflows { return false }
        finishInt(bits, Register(bitPattern: sum))
        return true
    }

    /// R[A] = R[B] - R[C]
    @inline(__always)
    func subtractInts(_ bits: UInt64) -> Bool {
        let (left, right) = (self[fieldB(bits)], self[fieldC(bits)])
        guard areTagged(left, right) else { return false }
        let (difference, overflows) = Int64(bitPattern: left).subtractingReportingOverflow(
            Int64(bitPattern: right &- 1))
        if overflows { return false }
        finishInt(bits, Register(bitPattern: difference))
        return true
    }

    /// R[A] = R[B] * R[C]
    @inline(__always)
    func multiplyInts(_ bits: UInt64) -> Bool {
        let (left, right) = (self[fieldB(bits)], self[fieldC(bits)])
        guard areTagged(left, right) else { return false }
        let (product, overflows) = Int64(bitPattern: left &- 1).multipliedReportingOverflow(by: Int64(untagged(right)))
        if overflows { return false }
        finishInt(bits, Register(bitPattern: product) | 1)
        return true
    }

    /// R[A] = R[B] // R[C] of a positive divisor
    @inline(__always)
    func floorDivideInts(_ bits: UInt64) -> Bool {
        let (left, right) = (self[fieldB(bits)], self[fieldC(bits)])
        guard areTagged(left, right), Int64(bitPattern: right) > 1 else { return false }
        finishInt(bits, tagged(untagged(left).quotient(positive: untagged(right))))
        return true
    }

    /// R[A] = R[B] % R[C] of a positive divisor
    @inline(__always)
    func remainderOfInts(_ bits: UInt64) -> Bool {
        let (left, right) = (self[fieldB(bits)], self[fieldC(bits)])
        guard areTagged(left, right), Int64(bitPattern: right) > 1 else { return false }
        finishInt(bits, tagged(untagged(left).modulo(positive: untagged(right))))
        return true
    }

    /// R[A] = R[B] >> R[C] of a count from 0 to 62
    @inline(__always)
    func rightShiftInts(_ bits: UInt64) -> Bool {
        let (left, right) = (self[fieldB(bits)], self[fieldC(bits)])
        guard areTagged(left, right), right < 127 else { return false }
        finishInt(bits, tagged(untagged(left) &>> untagged(right)))
        return true
    }

    /// R[A] = what `operation` makes of the bits of R[B] and R[C], in tagged form
    @inline(__always)
    func combineInts(_ bits: UInt64, _ operation: (UInt64, UInt64) -> UInt64) -> Bool {
        let (left, right) = (self[fieldB(bits)], self[fieldC(bits)])
        guard areTagged(left, right) else { return false }
        finishInt(bits, operation(left, right))
        return true
    }

    /// R[A] = ~R[B]
    @inline(__always)
    func invertInt(_ bits: UInt64) -> Bool {
        let value = self[fieldB(bits)]
        guard isTagged(value) else { return false }
        finishInt(bits, ~value | 1)
        return true
    }

    /// R[A] = R[B] + C
    @inline(__always)
    func addConstant(_ bits: UInt64) -> Bool {
        let left = self[fieldB(bits)]
        guard isTagged(left) else { return false }
        let (sum, overflows) = Int64(bitPattern: left).addingReportingOverflow(Int64(signedC(bits) &<< 1))
        if overflows { return false }
        finishIntOfOne(bits, Register(bitPattern: sum))
        return true
    }

    /// R[A] = R[B] - C
    @inline(__always)
    func subtractConstant(_ bits: UInt64) -> Bool {
        let left = self[fieldB(bits)]
        guard isTagged(left) else { return false }
        let (difference, overflows) = Int64(bitPattern: left).subtractingReportingOverflow(Int64(signedC(bits) &<< 1))
        if overflows { return false }
        finishIntOfOne(bits, Register(bitPattern: difference))
        return true
    }

    /// R[A] = whether the order holds for R[B] and R[C]
    @inline(__always)
    func compareInts(_ bits: UInt64, _ order: (Int64, Int64) -> Bool) -> Bool {
        let (left, right) = (self[fieldB(bits)], self[fieldC(bits)])
        guard areTagged(left, right) else { return false }
        finishBool(bits, order(Int64(bitPattern: left), Int64(bitPattern: right)))
        return true
    }
}
