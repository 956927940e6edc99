public import CBaton
internal import CBaton.Host

// Checks that need no format.

@c @implementation
public func _BtArg_CheckPositional(_ name: UnsafePointer<CChar>!, _ nargs: Int, _ min: Int, _ max: Int) -> CInt {
    guard nargs < min || max < nargs else { return 1 }
    raiseWrongPositional(name, "unpacked tuple should have", "element", nargs, min, max)
    return 0
}

@c @implementation
public func _BtArg_BadArgument(
    _ fname: UnsafePointer<CChar>!, _ displayname: UnsafePointer<CChar>!, _ expected: UnsafePointer<CChar>!,
    _ arg: Ref!
) {
    let kind = isNone(arg) ? "None" : typeName(arg)
    _ = raiseStatus(
        BtExc_TypeError,
        "\(String(cString: fname))() \(String(cString: displayname)) must be \(String(cString: expected)), not \(kind)")
}

@c @implementation
public func _BtArg_NoKeywords(_ name: UnsafePointer<CChar>!, _ kwargs: Ref!) -> CInt {
    guard let kwargs else { return 1 }
    guard isDict(kwargs) else { return badInternalCallStatus() + 1 }
    guard BtDict_GET_SIZE_(kwargs) > 0 else { return 1 }
    return raiseStatus(BtExc_TypeError, "\(String(cString: name))() takes no keyword arguments") + 1
}

@c @implementation
public func _BtArg_NoKwnames(_ name: UnsafePointer<CChar>!, _ kwnames: Ref!) -> CInt {
    guard let kwnames else { return 1 }
    guard isTuple(kwnames) else { return badInternalCallStatus() + 1 }
    guard BtTuple_GET_SIZE_(kwnames) > 0 else { return 1 }
    return raiseStatus(BtExc_TypeError, "\(String(cString: name))() takes no keyword arguments") + 1
}

@c @implementation
public func _BtArg_NoPositional(_ name: UnsafePointer<CChar>!, _ args: Ref!) -> CInt {
    guard let args else { return 1 }
    guard isTuple(args) else { return badInternalCallStatus() + 1 }
    guard BtTuple_GET_SIZE_(args) > 0 else { return 1 }
    return raiseStatus(BtExc_TypeError, "\(String(cString: name))() takes no positional arguments") + 1
}

@c @implementation
public func BtArg_ValidateKeywordArguments(_ kwargs: Ref!) -> CInt {
    guard let kwargs, isDict(kwargs) else { return badInternalCallStatus() + 1 }
    var position = 0
    var key: Ref?
    while BtDict_Next(kwargs, &position, &key, nil) != 0 {
        guard let key, isStr(key) else { return raiseStatus(BtExc_TypeError, "keywords must be strings") + 1 }
    }
    return 1
}

@c @implementation
public func _BtArg_UnpackKeywords(
    _ args: UnsafePointer<Ref?>!, _ nargs: Int, _ kwargs: Ref!, _ kwnames: Ref!,
    _ parser: UnsafeMutablePointer<_BtArg_Parser>!, _ minpos: CInt, _ maxpos: CInt, _ minkw: CInt,
    _ buf: UnsafeMutablePointer<Ref?>!
) -> UnsafePointer<Ref?>! {
    guard let parser, let buf, parser.pointee.keywords != nil, kwargs == nil || isDict(kwargs),
        kwnames == nil || isTuple(kwnames)
    else { return badInternalCall() }
    guard prepare(parser) else { return nil }
    let source =
        kwnames != nil
        ? KeywordSource(names: kwnames, values: args.map { $0 + nargs }) : KeywordSource(dict: kwargs)
    let limits = ArgumentLimits(
        minPositional: Int(minpos), maxPositional: Int(maxpos), minKeyword: Int(minkw))
    let isUnpacked = unpack(
        args, nargs, source, names: parser.pointee.kwtuple, positionalOnly: Int(parser.pointee.pos), limits,
        function: { parser.pointee.fname.map { "\(String(cString: $0))()" } ?? "function" }, into: buf)
    return isUnpacked ? UnsafePointer(buf) : nil
}
