public import CBaton

// Calling objects, and importing modules. A call may run any code and switch threads (R6).

extension Attached {
    /// Import a module: a script, an extension in C or Swift, or one that is part of the runtime.
    ///
    /// It is looked for in `sys.path`, see ``addImportPath(_:)``; one that has been imported is returned at once.
    ///
    /// - Throws: `ModuleNotFoundError`, `ImportError`, or what the module raised.
    public borrowing func `import`(_ name: String) throws(Exception) -> Object {
        try checked(BtImport_ImportModule(name))
    }

    /// Have imports look into a folder, before all others.
    public borrowing func addImportPath(_ folder: String) throws(Exception) {
        let path = try attribute("path", of: `import`("sys"))
        _ = try call(path, method: "insert", 0, folder)
    }

    /// Call an object with up to four arguments.
    ///
    /// - Throws: `TypeError` if it cannot be called, or what the call raised.
    @inlinable
    public borrowing func call(_ function: borrowing Object) throws(Exception) -> Object {
        try checked(BtObject_CallNoArgs(function.unsafeReference))
    }

    @inlinable
    public borrowing func call(
        _ function: borrowing Object, _ first: borrowing some ObjectConvertible & ~Copyable
    ) throws(Exception) -> Object {
        let first = try first.object(self)
        let result = BtObject_CallOneArg(function.unsafeReference, first.unsafeReference)
        extendLifetime(first)
        return try checked(result)
    }

    @inlinable
    public borrowing func call(
        _ function: borrowing Object, _ first: borrowing some ObjectConvertible & ~Copyable,
        _ second: borrowing some ObjectConvertible & ~Copyable
    ) throws(Exception) -> Object {
        let first = try first.object(self)
        let second = try second.object(self)
        return try vectorcall(function, [first.unsafeRelease(), second.unsafeRelease()])
    }

    @inlinable
    public borrowing func call(
        _ function: borrowing Object, _ first: borrowing some ObjectConvertible & ~Copyable,
        _ second: borrowing some ObjectConvertible & ~Copyable, _ third: borrowing some ObjectConvertible & ~Copyable
    ) throws(Exception) -> Object {
        let first = try first.object(self)
        let second = try second.object(self)
        let third = try third.object(self)
        return try vectorcall(function, [first.unsafeRelease(), second.unsafeRelease(), third.unsafeRelease()])
    }

    @inlinable
    public borrowing func call(
        _ function: borrowing Object, _ first: borrowing some ObjectConvertible & ~Copyable,
        _ second: borrowing some ObjectConvertible & ~Copyable, _ third: borrowing some ObjectConvertible & ~Copyable,
        _ fourth: borrowing some ObjectConvertible & ~Copyable
    ) throws(Exception) -> Object {
        let first = try first.object(self)
        let second = try second.object(self)
        let third = try third.object(self)
        let fourth = try fourth.object(self)
        return try vectorcall(
            function,
            [first.unsafeRelease(), second.unsafeRelease(), third.unsafeRelease(), fourth.unsafeRelease()])
    }

    /// Call with references that are dropped after the call.
    @inlinable
    borrowing func vectorcall<let count: Int>(
        _ function: borrowing Object, _ arguments: InlineArray<count, Reference?>
    ) throws(Exception) -> Object {
        let result = arguments.span.withUnsafeBufferPointer {
            BtObject_Vectorcall(function.unsafeReference, $0.baseAddress, count, nil)
        }
        for index in arguments.indices { Bt_XDECREF_(arguments[index]) }
        return try checked(result)
    }

    /// Call an object with a tuple of arguments and, if it is not nil, a dictionary of keywords.
    public borrowing func call(
        _ function: borrowing Object, arguments: borrowing Object, keywords: borrowing Object? = nil
    ) throws(Exception) -> Object {
        let names: Reference? =
            switch keywords {
            case .some(let keywords): keywords.unsafeReference
            case .none: nil
            }
        return try checked(BtObject_Call(function.unsafeReference, arguments.unsafeReference, names))
    }
}

// Methods and functions of modules, by name.

extension Attached {
    /// Call a method of an object, or a function of a module, with up to four arguments.
    ///
    /// - Throws: `AttributeError` if it has none of that name, or what the call raised.
    public borrowing func call(_ object: borrowing Object, method: String) throws(Exception) -> Object {
        try call(attribute(method, of: object))
    }

    public borrowing func call(
        _ object: borrowing Object, method: String, _ first: borrowing some ObjectConvertible & ~Copyable
    ) throws(Exception) -> Object {
        try call(attribute(method, of: object), first)
    }

    public borrowing func call(
        _ object: borrowing Object, method: String, _ first: borrowing some ObjectConvertible & ~Copyable,
        _ second: borrowing some ObjectConvertible & ~Copyable
    ) throws(Exception) -> Object {
        try call(attribute(method, of: object), first, second)
    }

    public borrowing func call(
        _ object: borrowing Object, method: String, _ first: borrowing some ObjectConvertible & ~Copyable,
        _ second: borrowing some ObjectConvertible & ~Copyable, _ third: borrowing some ObjectConvertible & ~Copyable
    ) throws(Exception) -> Object {
        try call(attribute(method, of: object), first, second, third)
    }

    public borrowing func call(
        _ object: borrowing Object, method: String, _ first: borrowing some ObjectConvertible & ~Copyable,
        _ second: borrowing some ObjectConvertible & ~Copyable, _ third: borrowing some ObjectConvertible & ~Copyable,
        _ fourth: borrowing some ObjectConvertible & ~Copyable
    ) throws(Exception) -> Object {
        try call(attribute(method, of: object), first, second, third, fourth)
    }
}
