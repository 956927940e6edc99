internal import CBaton
internal import Glibc

/// The keyword arguments of a call: a dict, or a tuple of names with the values behind the positional arguments.
struct KeywordSource {
    let dict: Ref?
    let names: Ref?
    let values: UnsafePointer<Ref?>?
    let count: Int

    init(dict: Ref?) {
        self.dict = dict
        names = nil
        values = nil
        count = dict.map { BtDict_GET_SIZE_($0) } ?? 0
    }

    init(names: Ref?, values: UnsafePointer<Ref?>?) {
        dict = nil
        self.names = names
        self.values = values
        count = names.map { BtTuple_GET_SIZE_($0) } ?? 0
    }

    /// Find an argument by name: 1 and a new reference, 0 for none, -1 with an exception set.
    func find(_ name: UnsafePointer<CChar>, _ value: inout Ref?) -> CInt {
        if let dict { return BtDict_GetItemStringRef(dict, name, &value) }
        return find(&value) { isStr($0) && BtUnicode_EqualToUTF8($0, name) != 0 }
    }

    /// As above, for a name that is an interned str.
    @inline(__always)
    func find(_ name: Ref, _ value: inout Ref?) -> CInt {
        if let dict { return BtDict_GetItemRef(dict, name, &value) }
        if find(&value, where: { $0 == name }) == 1 { return 1 }
        return find(&value) { isStr($0) && BtUnicode_Equal($0, name) == 1 }
    }

    @inline(__always)
    private func find(_ value: inout Ref?, where matches: (Ref) -> Bool) -> CInt {
        guard let names, let values else { return 0 }
        for index in 0..<count where matches(BtTuple_GET_ITEM_(names, index)) {
            value = newReference(values[index]!)
            return 1
        }
        value = nil
        return 0
    }

    /// Raise the TypeError for the first keyword that is none of `names`.
    func raiseUnexpected(_ function: String, among names: [String]) {
        var position = 0
        var key: Ref?
        while next(&position, &key) {
            guard let key, isStr(key) else {
                _ = raiseStatus(BtExc_TypeError, "keywords must be strings")
                return
            }
            let name = swiftString(key)
            if !names.contains(name) {
                raiseUnexpectedKeyword(function, name, among: names)
                return
            }
        }
        _ = raiseStatus(BtExc_SystemError, "invalid keyword argument for \(function)")
    }

    private func next(_ position: inout Int, _ key: inout Ref?) -> Bool {
        if let dict { return BtDict_Next(dict, &position, &key, nil) != 0 }
        guard let names, position < count else { return false }
        key = BtTuple_GET_ITEM_(names, position)
        position += 1
        return true
    }
}

/// Raise the TypeError for a keyword argument that a function does not have, with the nearest name that it has.
func raiseUnexpectedKeyword(_ function: String, _ name: String, among names: [String]) {
    let hint = suggestion(for: name, among: names).map { ". Did you mean '\($0)'?" } ?? ""
    _ = raiseStatus(BtExc_TypeError, "\(function) got an unexpected keyword argument '\(name)'\(hint)")
}
