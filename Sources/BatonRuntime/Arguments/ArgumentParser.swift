internal import CBaton
internal import CBaton.Host
internal import Glibc

// Parsing arguments by a format (args.h): the state of one parse, and what is common to its front ends.
//
// The success path makes no Swift string and no array: the state is this struct, the C front end's frame and the format.

typealias FormatPointer = UnsafePointer<UInt8>

/// One parse: where it is in the format, where the addresses come from, what it has acquired.
struct ArgumentParser {
    var format: FormatPointer
    let addresses: OpaquePointer
    let frame: UnsafeMutablePointer<BtArgFrame_>
    /// How deep in nested sequences, and so where in the frame's levels the next item number goes.
    var depth = 0

    init(_ format: UnsafePointer<CChar>, _ addresses: OpaquePointer, _ frame: UnsafeMutablePointer<BtArgFrame_>) {
        // SAFETY: because char and UInt8 have one layout.
        self.format = UnsafeRawPointer(format).assumingMemoryBound(to: UInt8.self)
        self.addresses = addresses
        self.frame = frame
    }

    /// The next address, as a pointer to what the unit stores.
    @inline(__always)
    func next<T>(_: T.Type) -> UnsafeMutablePointer<T> {
        _bt_varargs_pointer(addresses).assumingMemoryBound(to: T.self)
    }

    // MARK: Failing

    /// Note what is wrong with the argument; false.
    @inline(never)
    func fail(_ message: String) -> Bool {
        let target = _bt_arg_frame_message(frame)!
        message.withCString { _ = strncpy(target, $0, 255) }
        target[255] = 0
        return false
    }

    /// Note that the argument is of the wrong kind; false.
    @inline(never)
    func fail(expected: String, _ argument: Ref) -> Bool {
        if expected.hasPrefix("(") { return fail(expected) }
        return fail("must be \(expected), not \(isNone(argument) ? "None" : typeName(argument))")
    }

    /// Note that an exception is set already; false.
    func failRaised() -> Bool {
        _bt_arg_frame_message(frame)[0] = 0
        return false
    }

    /// Note which item of a nested sequence is at fault.
    func noteItem(_ index: Int, at depth: Int) {
        guard depth < 32 else { return }
        _bt_arg_frame_levels(frame)[depth] = CInt(index + 1)
    }

    /// End the levels at a depth: what is wrong is wrong with that whole sequence.
    func endLevels(at depth: Int) {
        if depth < 33 { _bt_arg_frame_levels(frame)[depth] = 0 }
    }

    /// Give back what was acquired and raise what is wrong with an argument; `number` counts from 1, 0 means none. 0.
    @inline(never)
    mutating func raiseFailure(_ number: Int, _ signature: Signature) -> CInt {
        defer { end(releasing: true) }
        guard !errorOccurred() else { return 0 }
        let text = String(cString: _bt_arg_frame_message(frame))
        if let message = signature.message {
            let exception = message.first == "(" ? BtExc_SystemError! : BtExc_TypeError!
            return raiseStatus(exception, message) + 1
        }
        var message = signature.name.map { "\($0)() " } ?? ""
        message += number == 0 ? "argument" : "argument \(number)"
        let levels = _bt_arg_frame_levels(frame)!
        var depth = 0
        while depth < 32, levels[depth] > 0, message.utf8.count < 220 {
            message += ", item \(levels[depth] - 1)"
            depth += 1
        }
        return raiseStatus(BtExc_TypeError, "\(message) \(text)") + 1
    }

    /// Raise another error, after giving back what was acquired; 0.
    @inline(never)
    mutating func raiseError(_ exception: Ref, _ message: String) -> CInt {
        end(releasing: true)
        return raiseStatus(exception, message) + 1
    }

    // MARK: What is acquired

    /// Remember to release a buffer, free memory (the address of a `char *`), or call a converter again.
    mutating func acquire(
        _ item: UnsafeMutableRawPointer, isBuffer: Bool = false,
        converter: (@convention(c) (Ref?, UnsafeMutableRawPointer?) -> CInt)? = nil
    ) -> Bool {
        if frame.pointee.count == frame.pointee.room, !makeRoom() {
            raiseNoMemory()
            return failRaised()
        }
        frame.pointee.acquired[frame.pointee.count] = BtArgAcquired_(
            item: item, converter: converter, is_buffer: isBuffer ? 1 : 0)
        frame.pointee.count += 1
        return true
    }

    private func makeRoom() -> Bool {
        let room = frame.pointee.room * 2
        let isFew = _bt_arg_frame_is_few(frame) != 0
        let size = room * MemoryLayout<BtArgAcquired_>.stride
        guard let memory = BtMem_RawRealloc(isFew ? nil : frame.pointee.acquired, size) else { return false }
        let acquired = memory.assumingMemoryBound(to: BtArgAcquired_.self)
        if isFew { acquired.update(from: frame.pointee.acquired, count: frame.pointee.count) }
        frame.pointee.acquired = acquired
        frame.pointee.room = room
        return true
    }

    /// End the parse; with `releasing` what was acquired is given back, last first, while the exception is kept.
    @inline(__always)
    mutating func end(releasing: Bool) {
        if frame.pointee.count > 0 { endAcquired(releasing: releasing) }
    }

    @inline(never)
    private func endAcquired(releasing: Bool) {
        if releasing {
            let exception = BtErr_GetRaisedException()
            for index in stride(from: frame.pointee.count - 1, through: 0, by: -1) {
                giveBack(frame.pointee.acquired[index])
            }
            BtErr_SetRaisedException(exception)
        }
        frame.pointee.count = 0
        if _bt_arg_frame_is_few(frame) == 0 { BtMem_RawFree(frame.pointee.acquired) }
    }

    private func giveBack(_ acquired: BtArgAcquired_) {
        let item = acquired.item!
        if let converter = acquired.converter {
            _ = converter(nil, item)
        } else if acquired.is_buffer != 0 {
            BtBuffer_Release(item.assumingMemoryBound(to: Bt_buffer.self))
        } else {
            let variable = item.assumingMemoryBound(to: UnsafeMutableRawPointer?.self)
            BtMem_Free(variable.pointee)
            variable.pointee = nil
        }
    }
}

/// What a format says of the function as a whole.
struct Signature {
    /// Behind ":"; good while the format is.
    var namePointer: FormatPointer?
    /// Behind ";".
    var messagePointer: FormatPointer?

    init() {}

    /// Find the name or message at the end of a format.
    init(of format: UnsafePointer<CChar>) {
        // SAFETY: because char and UInt8 have one layout.
        namePointer = strchr(format, CInt(UInt8(ascii: ":"))).map {
            UnsafeRawPointer($0 + 1).assumingMemoryBound(to: UInt8.self)
        }
        guard namePointer == nil else { return }
        messagePointer = strchr(format, CInt(UInt8(ascii: ";"))).map {
            UnsafeRawPointer($0 + 1).assumingMemoryBound(to: UInt8.self)
        }
    }

    var name: String? { namePointer.map { String(cString: $0) } }
    var message: String? { messagePointer.map { String(cString: $0) } }

    /// "fname()", or what stands for it.
    func function(_ unnamed: String = "function") -> String { name.map { "\($0)()" } ?? unnamed }
}
