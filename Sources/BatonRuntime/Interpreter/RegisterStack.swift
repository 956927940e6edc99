internal import CBaton
internal import CBaton.Host

// The stack of a thread: registers and frame heads (Documentation/Machine.md, "Calls").

/// Bytes. Only what is touched takes memory.
let stackSize = 32 << 20

/// Give a thread its stack; false: no memory, nothing is raised.
func makeStack(_ state: ThreadRef) -> Bool {
    guard let stack = _bt_stack_reserve(stackSize) else { return false }
    state.pointee.stack = stack
    setFrameLimit(state)
    return true
}

/// Let go of the stack of a thread state that is freed.
func freeStack(_ state: ThreadRef) {
    if let stack = state.pointee.stack { _bt_stack_release(stack, stackSize) }
    state.pointee.stack = nil
}

/// How deep frames may nest.
package var recursionLimit: Int { _bt_recursion_limit() }

/// Set how deep frames may nest, for this thread at once, for others when they make their stacks.
package func setRecursionLimit(_ limit: Int) {
    _bt_set_recursion_limit(limit)
    if let state = _bt_current_thread().pointee.state, state.pointee.stack != nil { setFrameLimit(state) }
}

/// How many frames of scripts this thread has.
package func recursionDepth() -> Int {
    guard let state = _bt_current_thread().pointee.state, let stack = state.pointee.stack, let frame = state.frame
    else { return 0 }
    return (stack + stackSize).assumingMemoryBound(to: BtFrame_.self) - frame
}

private func setFrameLimit(_ state: ThreadRef) {
    let most = stackSize / MemoryLayout<BtFrame_>.stride - 1
    let limit = min(max(_bt_recursion_limit(), 1), most)
    let end = UInt(bitPattern: state.pointee.stack) + UInt(stackSize)
    state.pointee.frame_limit = end - UInt(limit * MemoryLayout<BtFrame_>.stride)
}
