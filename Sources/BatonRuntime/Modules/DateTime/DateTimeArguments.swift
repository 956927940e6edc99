internal import CBaton
internal import CBaton.Host

// Arguments of datetime's methods.

/// An argument as an int of C's range, or what stands for one that is missing. Nil with an exception set.
func number(_ argument: Ref?, or other: Int) -> Int? {
    guard let argument else { return other }
    let value = BtLong_AsInt(argument)
    return value == -1 && errorOccurred() ? nil : Int(value)
}

/// Read year, month and day out of places that begin at `first`, over the values of `moment`.
func readDate(_ slots: UnsafeMutablePointer<Ref?>, into moment: inout Moment) -> Bool {
    guard let year = number(slots[0], or: moment.year), let month = number(slots[1], or: moment.month),
        let day = number(slots[2], or: moment.day)
    else { return false }
    (moment.year, moment.month, moment.day) = (year, month, day)
    return true
}

/// Read hour, minute, second, microsecond, and behind the zone the fold, over the values of `moment`.
func readTime(_ slots: UnsafeMutablePointer<Ref?>, into moment: inout Moment) -> Bool {
    guard let hour = number(slots[0], or: moment.hour), let minute = number(slots[1], or: moment.minute),
        let second = number(slots[2], or: moment.second), let microsecond = number(slots[3], or: moment.microsecond),
        let fold = number(slots[5], or: moment.fold)
    else { return false }
    (moment.hour, moment.minute, moment.second) = (hour, minute, second)
    (moment.microsecond, moment.fold) = (microsecond, fold)
    return true
}

/// Raise the TypeError for the first required argument that is missing; true: there are all.
func checkRequired(_ slots: UnsafeMutablePointer<Ref?>, _ names: StaticString...) -> Bool {
    for (index, name) in names.enumerated() where slots[index] == nil {
        return raise(BtExc_TypeError, "function missing required argument '\(name)' (pos \(index + 1))") ?? false
    }
    return true
}

/// The bytes of a value that copy and pickle kept: the only argument, with a zone behind it at most, of exactly `count` bytes.
func keptState(_ args: Ref, _ count: Int) -> UnsafePointer<UInt8>? {
    guard 1...2 ~= BtTuple_GET_SIZE_(args), isBytes(argument(args, 0)), sizeField(argument(args, 0)) == count else {
        return nil
    }
    // SAFETY: because CChar and UInt8 have one layout.
    return UnsafeRawPointer(BtBytes_AS_STRING_(argument(args, 0))!).assumingMemoryBound(to: UInt8.self)
}

/// `(type, (state[, zone]))`, by which copy and pickle make a value again.
func reduced(_ object: Ref, _ state: [UInt8], zone: Ref) -> Ref? {
    let bytes = state.withUnsafeBytes {
        BtBytes_FromStringAndSize($0.baseAddress!.assumingMemoryBound(to: CChar.self), $0.count)
    }
    guard let bytes else { return nil }
    defer { Bt_DECREF_(bytes) }
    guard let arguments = isNone(zone) ? makeTuple(bytes) : makeTuple(bytes, zone) else { return nil }
    defer { Bt_DECREF_(arguments) }
    return makeTuple(object.type.ref, arguments)
}

/// The hash of the bytes of a value, in which equal values are equal.
func hash(_ values: Int...) -> Bt_hash_t {
    // SplitMix64's finaliser over each of them.
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for value in values {
        state ^= UInt64(bitPattern: Int64(value))
        state = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        state = (state ^ state >> 27) &* 0x94D0_49BB_1331_11EB
        state ^= state >> 31
    }
    let hash = Bt_hash_t(truncatingIfNeeded: Int64(bitPattern: state))
    return hash == -1 ? -2 : hash
}

/// `time.struct_time` of a moment. `isDST` is -1 where it is not known.
func timeTuple(_ moment: Moment, isDST: Int) -> Ref? {
    if _bt_host_modules.struct_time == nil {
        guard let module = BtImport_ImportModule("time") else { return nil }
        Bt_DECREF_(module)
    }
    return structSequence(
        _bt_host_modules.struct_time,
        taking: [
            makeInt(moment.year), makeInt(moment.month), makeInt(moment.day), makeInt(moment.hour),
            makeInt(moment.minute), makeInt(moment.second), makeInt(moment.weekday), makeInt(moment.dayOfYear),
            makeInt(isDST),
        ])
}
