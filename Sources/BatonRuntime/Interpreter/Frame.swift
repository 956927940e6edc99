internal import CBaton
internal import CBaton.Host

// Frames: pushing one, leaving one. The registers of frames lie one after the other, from low addresses up; the heads
// from high addresses down. All registers above those of the innermost frame are empty.

typealias Frame = UnsafeMutablePointer<BtFrame_>
typealias ThreadRef = UnsafeMutablePointer<BtThreadState>
typealias CodeRef = UnsafeMutablePointer<BtCodeObject>
typealias FunctionRef = UnsafeMutablePointer<BtFunctionObject>
typealias SiteRef = UnsafeMutablePointer<BtSite_>

extension UnsafeMutablePointer where Pointee == BtThreadState {
    /// The innermost frame of a script.
    @inline(__always)
    var frame: Frame? {
        // SAFETY: because the field holds nothing else.
        get { pointee.frame?.assumingMemoryBound(to: BtFrame_.self) }
        nonmutating set { pointee.frame = UnsafeMutableRawPointer(newValue) }
    }
}

extension UnsafeMutablePointer where Pointee == BtFrame_ {
    @inline(__always) var registers: Registers { pointee.registers.unsafelyUnwrapped }
    @inline(__always) var constants: Registers { pointee.constants.unsafelyUnwrapped }
    @inline(__always) var sites: SiteRef { pointee.sites.unsafelyUnwrapped }

    /// The first register behind those of the frame.
    @inline(__always) var end: Registers { registers + Int(pointee.code.pointee.register_count) }

    /// The frame, which has stored that `pc` is its next instruction: for what may raise or run code.
    @inline(__always)
    func at(_ pc: UnsafePointer<UInt64>) -> Frame {
        pointee.pc = pc
        return self
    }

    /// The number of the instruction that runs.
    @inline(__always) var current: Int { pointee.pc - pointee.code.pointee.instructions - 1 }
}

/// Whether a frame may stand at `frame` with its registers up to `end`.
@inline(__always)
func hasRoom(_ state: ThreadRef, _ frame: Frame, _ end: Registers) -> Bool {
    UInt(bitPattern: frame) >= state.pointee.frame_limit && UInt(bitPattern: end) <= UInt(bitPattern: frame)
}

/// Fill the head of a frame whose room was checked, and make it the innermost one. The reference to `function` is taken
/// over; parameters are in place.
@inline(__always)
func enterFrame(
    _ state: ThreadRef, _ frame: Frame, _ back: Frame?, _ function: FunctionRef, _ registers: Registers,
    _ result: Registers?, kind: UInt32
) {
    let code = function.pointee.code.unsafelyUnwrapped
    frame.pointee.pc = code.pointee.instructions
    frame.pointee.registers = registers
    frame.pointee.constants = code.pointee.constants
    frame.pointee.sites = code.pointee.sites
    frame.pointee.function = function
    frame.pointee.code = code
    frame.pointee.names = nil
    frame.pointee.back = back
    frame.pointee.result = result
    frame.pointee.object = nil
    frame.pointee.generator = nil
    frame.pointee.instance = nil
    frame.pointee.kind = kind
    frame.pointee.keeps_traceback = 0
    state.frame = frame
}

/// Leave the innermost frame: drop its registers and what its head holds. What `instance` holds stays the caller's.
@inline(__always)
func leaveFrame(_ state: ThreadRef, _ frame: Frame) {
    if frame.pointee.object != nil { detachFrameObject(frame) }
    frame.registers.clear(count: Int(frame.pointee.code.pointee.register_count))
    // The frame stays the innermost one until its registers are dropped: code that runs then puts its own above.
    state.frame = frame.pointee.back
    if frame.pointee.names != nil { release(exchange(&frame.pointee.names, nil)) }
    Bt_DECREF_(frame.pointee.function.unsafelyUnwrapped.ref)
}

/// Where native code puts the registers of the next frame, and that frame's head; nil: MemoryError is set.
func nextFrame(_ state: ThreadRef) -> (frame: Frame, registers: Registers)? {
    if let frame = state.frame { return (frame - 1, frame.end) }
    if state.pointee.stack == nil, !makeStack(state) { return raiseNoMemory() }
    let base = state.pointee.stack!
    return (
        (base + stackSize).assumingMemoryBound(to: BtFrame_.self) - 1, base.assumingMemoryBound(to: UInt64.self)
    )
}

/// Raise that frames nest too deep.
@inline(never)
func raiseTooDeep() -> Bool { _bt_raise_recursion_error("") == 0 }
