internal import CBaton
internal import CBaton.Host
internal import Glibc

// The module `time`: clocks, and calendar times by the C library.

func makeTime() -> Ref? {
    makeNativeModule(
        "time", doc: "This module provides various functions to manipulate time values.",
        clockFunctions + systemClockFunctions + calendarFunctions
    ) { module in
        let fields: [StaticString] = [
            "tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst",
        ]
        guard let type = makeStructSequence("time.struct_time", doc: "A time as a tuple with names.", fields) else {
            return false
        }
        _bt_host_modules.struct_time = type
        return add(module, type) && addZone(module)
            && clockNumbers.allSatisfy { add(module, $0, makeInt(Int($1))) }
    }
}

/// Read the zone of the environment, and add what scripts see of it.
private func addZone(_ module: Ref) -> Bool {
    tzset()
    let names = tuple(
        taking: makeString(String(cString: _bt_timezone_name(0))), makeString(String(cString: _bt_timezone_name(1))))
    return add(module, "timezone", makeInt(_bt_timezone()))
        && add(module, "altzone", makeInt(_bt_timezone() - (_bt_has_daylight() != 0 ? 3600 : 0)))
        && add(module, "daylight", makeInt(Int(_bt_has_daylight()))) && add(module, "tzname", names)
}

private func structTime(_ value: tm) -> Ref? {
    structSequence(
        _bt_host_modules.struct_time,
        taking: [
            makeInt(Int(value.tm_year) + 1900), makeInt(Int(value.tm_mon) + 1), makeInt(Int(value.tm_mday)),
            makeInt(Int(value.tm_hour)), makeInt(Int(value.tm_min)), makeInt(Int(value.tm_sec)),
            makeInt((Int(value.tm_wday) + 6) % 7), makeInt(Int(value.tm_yday) + 1), makeInt(Int(value.tm_isdst)),
        ])
}

/// Seconds since the Epoch: the argument, or now. Nil with an exception set.
private func secondsArgument(_ args: UnsafePointer<Ref?>?, _ nargs: Int) -> time_t? {
    guard nargs > 0, !isNone(args![0]!) else { return time(nil) }
    if isInt(args![0]!) { return sizeArgument(args![0]!) }
    let value = BtFloat_AsDouble(args![0])
    if value == -1, errorOccurred() { return nil }
    guard value.magnitude < 9.2e18 else {
        return raise(BtExc_OverflowError, "timestamp out of range for platform time_t")
    }
    return time_t(value.rounded(.down))
}

/// The C struct of a time tuple. Nil with an exception set.
private func brokenDown(_ row: Ref) -> tm? {
    guard isTuple(row) else { return raise(BtExc_TypeError, "Tuple or struct_time argument required") }
    guard BtTuple_GET_SIZE_(row) == 9 else {
        return raise(BtExc_TypeError, "mktime(): illegal time tuple argument")
    }
    var values = [CInt](repeating: 0, count: 9)
    for index in 0..<9 {
        guard let value = sizeArgument(BtTuple_GET_ITEM_(row, index)) else { return nil }
        values[index] = CInt(truncatingIfNeeded: value)
    }
    var result = tm()
    (result.tm_year, result.tm_mon, result.tm_mday) = (values[0] - 1900, values[1] - 1, values[2])
    (result.tm_hour, result.tm_min, result.tm_sec) = (values[3], values[4], values[5])
    (result.tm_wday, result.tm_yday, result.tm_isdst) = ((values[6] + 1) % 7, values[7] - 1, values[8])
    return result
}

private func local(_ seconds: time_t) -> tm {
    var (input, output) = (seconds, tm())
    localtime_r(&input, &output)
    return output
}

private func universal(_ seconds: time_t) -> tm {
    var (input, output) = (seconds, tm())
    gmtime_r(&input, &output)
    return output
}

/// strftime of the C library.
func formattedTime(_ format: String, _ value: tm) -> String {
    if format.isEmpty { return "" }
    var value = value
    var room = 256
    while true {
        let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: room) { buffer -> String? in
            let count = strftime(buffer.baseAddress!, room, format, &value)
            return count > 0 || room > 64 * 1024 ? String(cString: buffer.baseAddress!) : nil
        }
        if let text { return text }
        room *= 8
    }
}

private func ctimeText(_ value: tm) -> Ref? {
    let day = formattedTime("%e", value)
    return makeString(formattedTime("%a %b ", value) + day + formattedTime(" %H:%M:%S %Y", value))
}

private var calendarFunctions: [BtMethodDef] {
    [
        fastMethod("localtime") { _, args, nargs in
            guard checkCount("localtime", nargs, 0...1) else { return nil }
            return secondsArgument(args, nargs).flatMap { structTime(local($0)) }
        },
        fastMethod("gmtime") { _, args, nargs in
            guard checkCount("gmtime", nargs, 0...1) else { return nil }
            return secondsArgument(args, nargs).flatMap { structTime(universal($0)) }
        },
        method("mktime", BT_METH_O) { _, row in
            guard var value = brokenDown(row!) else { return nil }
            return makeFloat(Double(mktime(&value)))
        },
        fastMethod("strftime") { _, args, nargs in
            guard checkCount("strftime", nargs, 1...2) else { return nil }
            guard isStr(args![0]!) else {
                return raise(BtExc_TypeError, "strftime() argument 1 must be str, not \(typeName(args![0]!))")
            }
            guard let value = nargs > 1 ? brokenDown(args![1]!) : local(time(nil)) else { return nil }
            return makeString(formattedTime(swiftString(args![0]!), value))
        },
        fastMethod("strptime", doc: "Parse a string to a time tuple according to a format specification.") {
            _, args, nargs in
            guard let function = BtImport_ImportModuleAttrString("_strptime", "_strptime_time") else { return nil }
            defer { Bt_DECREF_(function) }
            return BtObject_Vectorcall(function, args, nargs, nil)
        },
        fastMethod("asctime") { _, args, nargs in
            guard checkCount("asctime", nargs, 0...1) else { return nil }
            guard let value = nargs > 0 ? brokenDown(args![0]!) : local(time(nil)) else { return nil }
            return ctimeText(value)
        },
        fastMethod("ctime") { _, args, nargs in
            guard checkCount("ctime", nargs, 0...1) else { return nil }
            return secondsArgument(args, nargs).flatMap { ctimeText(local($0)) }
        },
        method("tzset", BT_METH_NOARGS) { module, _ in addZone(module!) ? noneRef : nil },
    ]
}
