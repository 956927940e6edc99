internal import CBaton
internal import CBaton.Host
internal import Glibc

/// Building values by a format (build.h): where it is in the format, and where the values come from.
///
/// A failure in the middle does not end the walk: the references of later N units are taken over also then, so the rest is
/// built and dropped.
struct ValueBuilder {
    var format: FormatPointer
    let values: OpaquePointer

    init(_ format: UnsafePointer<CChar>, _ values: OpaquePointer) {
        // SAFETY: because char and UInt8 have one layout.
        self.format = UnsafeRawPointer(format).assumingMemoryBound(to: UInt8.self)
        self.values = values
    }

    /// Number of values up to the byte `end`; nil: SystemError is set.
    func count(upTo end: UInt8) -> Int? {
        var cursor = format
        var count = 0
        var level = 0
        while level > 0 || cursor.pointee != end {
            switch cursor.pointee {
            case 0: return raise(BtExc_SystemError, "unmatched paren in format")
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
                if level == 0 { count += 1 }
                level += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): level -= 1
            case UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: " "),
                UInt8(ascii: "\t"):
                break
            default: if level == 0 { count += 1 }
            }
            cursor += 1
        }
        return count
    }

    /// The value of a whole format: None, one value, or a tuple.
    mutating func build() -> Ref? {
        guard let count = count(upTo: 0) else { return nil }
        switch count {
        case 0: return noneRef
        case 1: return next()
        default: return tuple(count, end: 0)
        }
    }

    /// Build `count` values into `slots`, then step over `end`. False: an exception is set, nothing is left in the slots.
    mutating func fill(_ slots: UnsafeMutablePointer<Ref?>, _ count: Int, end: UInt8) -> Bool {
        for index in 0..<count {
            guard let value = next() else {
                ignore(count - index - 1)
                _ = takeEnd(end)
                drop(slots, index)
                return false
            }
            slots[index] = value
        }
        guard takeEnd(end) else {
            drop(slots, count)
            return false
        }
        return true
    }

    private func drop(_ slots: UnsafeMutablePointer<Ref?>, _ count: Int) {
        let exception = BtErr_GetRaisedException()
        for index in 0..<count { release(exchange(&slots[index], nil)) }
        BtErr_SetRaisedException(exception)
    }

    /// Build and drop values, keeping the exception that is set.
    mutating func ignore(_ count: Int) {
        for _ in 0..<count {
            let exception = BtErr_GetRaisedException()
            release(next())
            BtErr_SetRaisedException(exception)
        }
    }

    private mutating func takeEnd(_ end: UInt8) -> Bool {
        while format.pointee != end {
            guard isFiller(format.pointee) else {
                if errorOccurred() { return false }
                return raise(BtExc_SystemError, "Unmatched paren in format") ?? false
            }
            format += 1
        }
        if end != 0 { format += 1 }
        return true
    }

    private func isFiller(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: " ")
            || byte == UInt8(ascii: "\t")
    }

    // MARK: Containers

    mutating func tuple(_ count: Int, end: UInt8) -> Ref? {
        guard let tuple = BtTuple_New(count) else { return abandon(count, end) }
        if count == 0 {
            guard takeEnd(end) else { return nil }
            return tuple
        }
        guard fill(_bt_tuple_items(tuple), count, end: end) else {
            Bt_DECREF_(tuple)
            return nil
        }
        return tuple
    }

    mutating func list(_ count: Int) -> Ref? {
        let end = UInt8(ascii: "]")
        guard let list = BtList_New(count) else { return abandon(count, end) }
        for index in 0..<count {
            guard let value = next() else {
                Bt_DECREF_(list)
                return abandon(count - index - 1, end)
            }
            BtList_SET_ITEM_(list, index, value)
        }
        guard takeEnd(end) else {
            Bt_DECREF_(list)
            return nil
        }
        return list
    }

    mutating func dict(_ count: Int) -> Ref? {
        let end = UInt8(ascii: "}")
        guard count % 2 == 0 else {
            _ = raiseStatus(BtExc_SystemError, "Bad dict format")
            return abandon(count, end)
        }
        guard let dict = BtDict_New() else { return abandon(count, end) }
        for index in stride(from: 0, to: count, by: 2) {
            guard let key = next() else {
                Bt_DECREF_(dict)
                return abandon(count - index - 1, end)
            }
            guard let value = next() else {
                Bt_DECREF_(key)
                Bt_DECREF_(dict)
                return abandon(count - index - 2, end)
            }
            let status = BtDict_SetItem(dict, key, value)
            Bt_DECREF_(key)
            Bt_DECREF_(value)
            if status < 0 {
                Bt_DECREF_(dict)
                return abandon(count - index - 2, end)
            }
        }
        guard takeEnd(end) else {
            Bt_DECREF_(dict)
            return nil
        }
        return dict
    }

    /// Take over what the rest of a container would have, with an exception set.
    private mutating func abandon(_ count: Int, _ end: UInt8) -> Ref? {
        ignore(count)
        _ = takeEnd(end)
        return nil
    }
}
