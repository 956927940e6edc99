internal import CBaton
internal import CBaton.Host
internal import Glibc

/// Calls of an extension's methods in checked mode. Whether a function is called through here is decided when its object
/// is made, so that nothing asks for the mode at a call.
enum CheckedCall {
    /// Whether the checks are on and the function is an extension's.
    static func concerns(_ method: UnsafeMutablePointer<BtMethodDef>) -> Bool {
        _bt_check.is_on != 0 && _bt_check_is_foreign(slotPointer(method.pointee.ml_meth!)) != 0
    }

    /// The vectorcall function for a builtin function; nil: SystemError is set.
    static func function(_ method: UnsafeMutablePointer<BtMethodDef>) -> vectorcallfunc? {
        guard plainFunctionVectorcall(method) != nil else { return nil }
        return { callable, args, nargsf, kwnames in
            let method = callable!.as(BtCFunctionObject.self).pointee.m_ml!
            return CheckedCall.call(callable!, method, plainFunctionVectorcall(method)!, args, nargsf, kwnames)
        }
    }

    /// The vectorcall function for a method descriptor; nil: SystemError is set.
    static func descriptor(_ method: UnsafeMutablePointer<BtMethodDef>) -> vectorcallfunc? {
        guard plainDescriptorVectorcall(method) != nil else { return nil }
        return { callable, args, nargsf, kwnames in
            let method = callable!.as(BtMethodDescrObject.self).pointee.d_method!
            return CheckedCall.call(callable!, method, plainDescriptorVectorcall(method)!, args, nargsf, kwnames)
        }
    }

    /// Run a function of an extension that gives an object, nil for an error; cold.
    static func run(named name: String, _ body: () -> Ref?) -> Ref? {
        guard _bt_check.is_on != 0 else { return body() }
        // Findings keep the name.
        _bt_check_call_begin(nil, strdup(name), nil, 0)
        let result = body()
        _bt_check_call_end(result)
        return result
    }

    /// The same for one that gives a status, below 0 for an error.
    static func run(named name: String, _ body: () -> CInt) -> CInt {
        guard _bt_check.is_on != 0 else { return body() }
        _bt_check_call_begin(nil, strdup(name), nil, 0)
        let status = body()
        _bt_check_call_end_status(status)
        return status
    }

    private static func call(
        _ callable: Ref, _ method: UnsafeMutablePointer<BtMethodDef>, _ function: vectorcallfunc,
        _ args: UnsafePointer<Ref?>?, _ nargsf: Int, _ kwnames: Ref?
    ) -> Ref? {
        _bt_check_call_begin(callable, method.pointee.ml_name, args, BtVectorcall_NARGS(nargsf))
        let result = function(callable, args, nargsf, kwnames)
        _bt_check_call_end(result)
        return result
    }
}
