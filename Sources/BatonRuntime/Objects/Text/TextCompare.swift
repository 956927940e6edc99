internal import CBaton
internal import Glibc

/// Whether two strs have the same characters. Equal text has equal width, so bytes decide.
@inline(__always)
package func textsEqual(_ left: Ref, _ right: Ref) -> Bool {
    if left == right { return true }
    let first = TextView(left)
    let second = TextView(right)
    return first.count == second.count && first.kind == second.kind
        && memcmp(first.data, second.data, first.count * first.kind) == 0
}

/// -1, 0 or 1 by code points.
func compareTexts(_ left: TextView, _ right: TextView) -> CInt {
    let common = min(left.count, right.count)
    if left.kind == 1, right.kind == 1 {
        let order = memcmp(left.data, right.data, common)
        if order != 0 { return order < 0 ? -1 : 1 }
    } else {
        for index in 0..<common where left[index] != right[index] { return left[index] < right[index] ? -1 : 1 }
    }
    return left.count == right.count ? 0 : left.count < right.count ? -1 : 1
}

/// tp_richcompare of str.
func richCompareTexts(_ left: Ref, _ right: Ref, _ operation: CInt) -> Ref? {
    guard isStr(left), isStr(right) else { return notImplementedRef }
    switch operation {
    case BT_EQ: return boolRef(textsEqual(left, right))
    case BT_NE: return boolRef(!textsEqual(left, right))
    default: break
    }
    let order = left == right ? 0 : compareTexts(TextView(left), TextView(right))
    switch operation {
    case BT_LT: return boolRef(order < 0)
    case BT_LE: return boolRef(order <= 0)
    case BT_GT: return boolRef(order > 0)
    case BT_GE: return boolRef(order >= 0)
    default: return badInternalCall()
    }
}
