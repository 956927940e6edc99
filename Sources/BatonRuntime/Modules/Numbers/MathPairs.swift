internal import CBaton
internal import CBaton.Host
internal import Glibc

// Functions of math on two or three numbers.

/// Call `body` with two numbers.
private func pair(
    _ name: StaticString, _ args: UnsafePointer<Ref?>?, _ nargs: Int, _ body: (Double, Double) -> Ref?
) -> Ref? {
    guard checkCount(name, nargs, 2...2), let x = double(args![0]!), let y = double(args![1]!) else { return nil }
    return body(x, y)
}

var mathPairFunctions: [BtMethodDef] {
    [
        fastMethod("atan2") { pair("atan2", $1, $2) { makeFloat(atan2($0, $1)) } },
        fastMethod("copysign") { pair("copysign", $1, $2) { makeFloat(copysign($0, $1)) } },
        fastMethod("remainder") {
            pair("remainder", $1, $2) { x, y in
                if x.isInfinite && !y.isNaN || y == 0 && !x.isNaN { return domainError() }
                return makeFloat(remainder(x, y))
            }
        },
        fastMethod("fmod") {
            pair("fmod", $1, $2) { x, y in
                if y.isInfinite, x.isFinite { return makeFloat(x) }
                let result = fmod(x, y)
                return result.isNaN && !x.isNaN && !y.isNaN ? domainError() : makeFloat(result)
            }
        },
        fastMethod("pow") { pair("pow", $1, $2) { power($0, $1) } },
        fastMethod("fma") { _, args, nargs in
            guard checkCount("fma", nargs, 3...3), let x = double(args![0]!), let y = double(args![1]!),
                let z = double(args![2]!)
            else { return nil }
            let result = fma(x, y, z)
            if result.isNaN, !x.isNaN, !y.isNaN, !z.isNaN {
                return raise(BtExc_ValueError, "invalid operation in fma")
            }
            if result.isInfinite, x.isFinite, y.isFinite, z.isFinite {
                return raise(BtExc_OverflowError, "overflow in fma")
            }
            return makeFloat(result)
        },
        fastMethod("ldexp") { _, args, nargs in
            guard checkCount("ldexp", nargs, 2...2), let x = double(args![0]!) else { return nil }
            guard isInt(args![1]!) else {
                return raise(BtExc_TypeError, "Expected an int as second argument to ldexp.")
            }
            var overflow: CInt = 0
            let exponent = BtLong_AsLongAndOverflow(args![1], &overflow)
            if x == 0 || !x.isFinite { return makeFloat(x) }
            let bounded = overflow != 0 ? Int(overflow) * 100_000 : max(min(exponent, 100_000), -100_000)
            let result = ldexp(x, CInt(bounded))
            return result.isInfinite ? rangeError() : makeFloat(result)
        },
        fastKeywordMethod("nextafter") { _, args, nargs, kwnames in
            unpacked(nextAfterParameters, args, nargs, kwnames) { slots in
                guard let x = double(slots[0]!), let y = double(slots[1]!) else { return nil }
                guard let given = slots[2], !isNone(given) else { return makeFloat(nextafter(x, y)) }
                guard let steps = sizeArgument(given) else { return nil }
                guard steps >= 0 else { return raise(BtExc_ValueError, "steps must be a non-negative integer") }
                var value = x
                for _ in 0..<steps where value != y && !value.isNaN { value = nextafter(value, y) }
                return makeFloat(value)
            }
        },
        method("ulp", BT_METH_O) {
            double($1!).flatMap { x in
                makeFloat(x.isNaN ? x : x.isInfinite ? .infinity : abs(x).ulp)
            }
        },
        fastKeywordMethod("isclose") { _, args, nargs, kwnames in
            unpacked(isCloseParameters, args, nargs, kwnames) { slots in
                guard let a = double(slots[0]!), let b = double(slots[1]!),
                    let relative = slots[2].map(double) ?? 1e-9, let absolute = slots[3].map(double) ?? 0
                else { return nil }
                guard relative >= 0, absolute >= 0 else {
                    return raise(BtExc_ValueError, "tolerances must be non-negative")
                }
                if a == b { return trueRef }
                if a.isInfinite || b.isInfinite { return falseRef }
                let difference = abs(b - a)
                return boolRef(
                    difference <= abs(relative * b) || difference <= abs(relative * a) || difference <= absolute)
            }
        },
    ]
}

private let nextAfterParameters = MethodParameters("nextafter", "", "", "steps", required: 2, positional: 2)
private let isCloseParameters = MethodParameters(
    "isclose", "a", "b", "rel_tol", "abs_tol", required: 2, positional: 2)

private func power(_ x: Double, _ y: Double) -> Ref? {
    let result = pow(x, y)
    if result.isNaN, !x.isNaN, !y.isNaN { return domainError() }
    if result.isInfinite, x.isFinite, y.isFinite { return x == 0 ? domainError() : rangeError() }
    return makeFloat(result)
}
