internal import CBaton
internal import CBaton.Host
internal import Glibc

// The module `math`.

func makeMath() -> Ref? {
    makeNativeModule(
        "math", doc: "This module provides access to the mathematical functions defined by the C standard.",
        mathRealFunctions + mathPairFunctions + mathRowFunctions + mathIntegerFunctions
    ) { module in
        add(module, "pi", makeFloat(Double.pi)) && add(module, "e", makeFloat(M_E))
            && add(module, "tau", makeFloat(2 * Double.pi)) && add(module, "inf", makeFloat(.infinity))
            && add(module, "nan", makeFloat(.nan))
    }
}

/// A number as a double. Nil with an exception set.
@inline(__always)
func double(_ object: Ref) -> Double? {
    if object.type == BtFloat_Type_() { return object.double }
    return doubleOfOther(object)
}

@inline(never)
private func doubleOfOther(_ object: Ref) -> Double? {
    let value = BtFloat_AsDouble(object)
    return value == -1 && errorOccurred() ? nil : value
}

func domainError<T>() -> T? { raise(BtExc_ValueError, "math domain error") }

func rangeError<T>() -> T? { raise(BtExc_OverflowError, "math range error") }

/// Apply a C function. A NaN of a number that is none is a domain error; an infinity of a finite number is a range error, or
/// a domain error for a function with poles.
private func real(_ object: Ref, hasPoles: Bool = false, _ function: (Double) -> Double) -> Ref? {
    guard let x = double(object) else { return nil }
    let result = function(x)
    if result.isNaN, !x.isNaN { return domainError() }
    if result.isInfinite, x.isFinite { return hasPoles ? domainError() : rangeError() }
    return makeFloat(result)
}

private var mathRealFunctions: [BtMethodDef] {
    [
        method("sin", BT_METH_O) { real($1!, sin) }, method("cos", BT_METH_O) { real($1!, cos) },
        method("tan", BT_METH_O) { real($1!, tan) }, method("asin", BT_METH_O) { real($1!, asin) },
        method("acos", BT_METH_O) { real($1!, acos) }, method("atan", BT_METH_O) { real($1!, atan) },
        method("sinh", BT_METH_O) { real($1!, sinh) }, method("cosh", BT_METH_O) { real($1!, cosh) },
        method("tanh", BT_METH_O) { real($1!, tanh) }, method("asinh", BT_METH_O) { real($1!, asinh) },
        method("acosh", BT_METH_O) { real($1!, acosh) },
        method("atanh", BT_METH_O) { real($1!, hasPoles: true, atanh) },
        method("exp", BT_METH_O) { real($1!, exp) }, method("exp2", BT_METH_O) { real($1!, exp2) },
        method("expm1", BT_METH_O) { real($1!, expm1) }, method("sqrt", BT_METH_O) { real($1!, { $0.squareRoot() }) },
        method("cbrt", BT_METH_O) { real($1!, cbrt) }, method("fabs", BT_METH_O) { real($1!, fabs) },
        method("erf", BT_METH_O) { real($1!, erf) }, method("erfc", BT_METH_O) { real($1!, erfc) },
        method("log1p", BT_METH_O) { real($1!, hasPoles: true, log1p) },
        method("gamma", BT_METH_O) { gammaFunction($1!) },
        method("lgamma", BT_METH_O) { _, object in
            guard let x = double(object!) else { return nil }
            if x <= 0, x == x.rounded(.down), x.isFinite { return domainError() }
            let result: Double = lgamma(x)
            return result.isInfinite && x.isFinite ? rangeError() : makeFloat(x.isInfinite ? .infinity : result)
        },
        method("degrees", BT_METH_O) { real($1!, { $0 * (180 / Double.pi) }) },
        method("radians", BT_METH_O) { real($1!, { $0 * (Double.pi / 180) }) },
        method("isnan", BT_METH_O) { double($1!).map { boolRef($0.isNaN) } },
        method("isinf", BT_METH_O) { double($1!).map { boolRef($0.isInfinite) } },
        method("isfinite", BT_METH_O) { double($1!).map { boolRef($0.isFinite) } },
        method("ceil", BT_METH_O) { rounded($1!, "__ceil__", .up) },
        method("floor", BT_METH_O) { rounded($1!, "__floor__", .down) },
        method("trunc", BT_METH_O) { _, object in
            if object!.type == BtFloat_Type_() { return makeInt(truncating: BtFloat_AsDouble(object)) }
            var isMissing = false
            let result = callSpecial(object!, internedName("__trunc__"), [], isMissing: &isMissing)
            return isMissing
                ? raise(BtExc_TypeError, "type \(typeName(object!)) doesn't define __trunc__ method") : result
        },
        fastMethod("log") { _, args, nargs in
            guard checkCount("log", nargs, 1...2), let value = logarithm(args![0]!, log) else { return nil }
            if nargs == 1 { return makeFloat(value) }
            guard let base = logarithm(args![1]!, log) else { return nil }
            if base == 0 { return raise(BtExc_ZeroDivisionError, "float division by zero") }
            return makeFloat(value / base)
        },
        method("log2", BT_METH_O) { logarithm($1!, log2).flatMap { makeFloat($0) } },
        method("log10", BT_METH_O) { logarithm($1!, log10).flatMap { makeFloat($0) } },
        method("modf", BT_METH_O) { _, object in
            guard let x = double(object!) else { return nil }
            if x.isInfinite { return tuple(taking: makeFloat(copysign(0, x)), makeFloat(x)) }
            let whole = x.rounded(.towardZero)
            return tuple(taking: makeFloat(copysign(x - whole, x)), makeFloat(whole))
        },
        method("frexp", BT_METH_O) { _, object in
            guard let x = double(object!) else { return nil }
            if x == 0 || !x.isFinite { return tuple(taking: makeFloat(x), makeInt(0)) }
            var exponent: CInt = 0
            let fraction = frexp(x, &exponent)
            return tuple(taking: makeFloat(fraction), makeInt(Int(exponent)))
        },
    ]
}

private func gammaFunction(_ object: Ref) -> Ref? {
    guard let x = double(object) else { return nil }
    if x == -.infinity || x == 0 || x < 0 && x == x.rounded(.down) { return domainError() }
    // Whole numbers have exact values while these fit.
    if x > 0, x <= 23, x == x.rounded(.down) {
        return makeFloat((1..<max(Int(x), 1)).reduce(1.0) { $0 * Double($1) })
    }
    let result = tgamma(x)
    return result.isInfinite && x.isFinite ? rangeError() : makeFloat(result)
}

private func rounded(_ object: Ref, _ name: StaticString, _ rule: FloatingPointRoundingRule) -> Ref? {
    if object.type == BtFloat_Type_() {
        return makeInt(truncating: BtFloat_AsDouble(object).rounded(rule))
    }
    var isMissing = false
    let result = callSpecial(object, internedName(name), [], isMissing: &isMissing)
    guard isMissing else { return result }
    return double(object).flatMap { makeInt(truncating: $0.rounded(rule)) }
}

/// A logarithm; ints may be larger than any double.
private func logarithm(_ object: Ref, _ function: (Double) -> Double) -> Double? {
    if isInt(object) {
        let long = object.as(BtLongObject.self)
        guard let zero = makeInt(0) else { return nil }
        if BtObject_RichCompareBool(object, zero, BT_GT) <= 0 { return domainError() }
        if let value = longToDouble(long) { return function(value) }
        BtErr_Clear()
        let (fraction, exponent) = longFrexp(long)
        return function(fraction) + function(2) * Double(exponent)
    }
    guard let x = double(object) else { return nil }
    if x <= 0 { return domainError() }
    return function(x)
}
