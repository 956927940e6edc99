public import CBaton
public import CBaton.Host
internal import Glibc

// The walkers behind the C front ends of args.c.

@c @implementation
public func _bt_arg_parse_tuple(
    _ args: Ref!, _ format: UnsafePointer<CChar>!, _ addresses: OpaquePointer!,
    _ frame: UnsafeMutablePointer<BtArgFrame_>!
) -> CInt {
    guard let args, let format, isTuple(args) else {
        return raiseStatus(BtExc_SystemError, "new style getargs format but argument is not a tuple") + 1
    }
    var parser = ArgumentParser(format, addresses, frame)
    return parser.parse(UnsafePointer(_bt_tuple_items(args)), BtTuple_GET_SIZE_(args))
}

@c @implementation
public func _bt_arg_parse_stack(
    _ args: UnsafePointer<Ref?>!, _ nargs: Int, _ format: UnsafePointer<CChar>!, _ addresses: OpaquePointer!,
    _ frame: UnsafeMutablePointer<BtArgFrame_>!
) -> CInt {
    guard let format, nargs == 0 || args != nil else { return badInternalCallStatus() + 1 }
    var parser = ArgumentParser(format, addresses, frame)
    return parser.parse(args, nargs)
}

@c @implementation
public func _bt_arg_parse_one(
    _ argument: Ref!, _ format: UnsafePointer<CChar>!, _ addresses: OpaquePointer!,
    _ frame: UnsafeMutablePointer<BtArgFrame_>!
) -> CInt {
    guard let format else { return badInternalCallStatus() + 1 }
    var parser = ArgumentParser(format, addresses, frame)
    return parser.parseOne(argument)
}

@c @implementation
public func _bt_arg_parse_keywords(
    _ args: Ref!, _ kwargs: Ref!, _ format: UnsafePointer<CChar>!,
    _ keywords: UnsafePointer<UnsafePointer<CChar>?>!, _ addresses: OpaquePointer!,
    _ frame: UnsafeMutablePointer<BtArgFrame_>!
) -> CInt {
    guard let args, isTuple(args), kwargs == nil || isDict(kwargs), let format, let keywords else {
        return badInternalCallStatus() + 1
    }
    var parser = ArgumentParser(format, addresses, frame)
    return parser.parse(
        UnsafePointer(_bt_tuple_items(args)), BtTuple_GET_SIZE_(args), KeywordSource(dict: kwargs), keywords,
        Signature(of: format))
}

@c @implementation
public func _bt_arg_parse_parser(
    _ args: UnsafePointer<Ref?>!, _ nargs: Int, _ kwargs: Ref!, _ kwnames: Ref!,
    _ parser: UnsafeMutablePointer<_BtArg_Parser>!, _ addresses: OpaquePointer!,
    _ frame: UnsafeMutablePointer<BtArgFrame_>!
) -> CInt {
    guard let parser, let format = parser.pointee.format else { return badInternalCallStatus() + 1 }
    guard kwargs == nil || isDict(kwargs), kwnames == nil || isTuple(kwnames) else {
        return badInternalCallStatus() + 1
    }
    guard prepare(parser) else { return 0 }
    let source =
        kwnames != nil
        ? KeywordSource(names: kwnames, values: args.map { $0 + nargs }) : KeywordSource(dict: kwargs)
    var signature = Signature()
    // SAFETY: because char and UInt8 have one layout.
    signature.namePointer = parser.pointee.fname.map { UnsafeRawPointer($0).assumingMemoryBound(to: UInt8.self) }
    signature.messagePointer = parser.pointee.custom_msg.map {
        UnsafeRawPointer($0).assumingMemoryBound(to: UInt8.self)
    }
    var walker = ArgumentParser(format, addresses, frame)
    return walker.parse(args, nargs, source, parser.pointee.keywords, signature)
}

@c @implementation
public func _bt_arg_check_tuple(
    _ args: Ref!, _ name: UnsafePointer<CChar>!, _ min: Int, _ max: Int
) -> UnsafeMutablePointer<Ref?>! {
    guard let args, isTuple(args) else {
        return raise(BtExc_SystemError, "BtArg_UnpackTuple() argument list is not a tuple")
    }
    let size = BtTuple_GET_SIZE_(args)
    guard min <= size && size <= max else {
        raiseWrongPositional(name, "unpacked tuple should have", "element", size, min, max)
        return nil
    }
    return _bt_tuple_items(args)
}

/// Raise for a wrong number: of arguments of a named function, or of what an unnamed one calls them.
func raiseWrongPositional(
    _ name: UnsafePointer<CChar>?, _ unnamed: String, _ unnamedItem: String, _ count: Int, _ min: Int, _ max: Int
) {
    let limit = count < min ? min : max
    let bound = min == max ? "" : count < min ? "at least " : "at most "
    let plural = limit == 1 ? "" : "s"
    let message =
        name.map { "\(String(cString: $0)) expected \(bound)\(limit) argument\(plural), got \(count)" }
        ?? "\(unnamed) \(bound)\(limit) \(unnamedItem)\(plural), but has \(count)"
    _ = raiseStatus(BtExc_TypeError, message)
}
