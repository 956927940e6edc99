internal import CBaton
internal import Glibc

/// How two keys are compared: by `<`, the short way where all keys are of one built-in type. A comparison of the short
/// ways runs no code of others and cannot fail.
enum SortOrder {
    case floats
    case ints
    case texts
    case any

    /// Look at all keys for the shortest way.
    init(_ entries: UnsafeMutablePointer<SortEntry>, _ count: Int) {
        let type = entries[0].key.type
        self = .any
        guard type == BtFloat_Type_() || type == BtUnicode_Type_() || type == BtLong_Type_() else { return }
        for index in 0..<count {
            let key = entries[index].key
            if key.type != type { return }
            // Text of one byte a character compares as bytes do.
            if type == BtUnicode_Type_(), BtUnicode_KIND_(key) != 1 { return }
            if type == BtLong_Type_(), BtUnstable_Long_IsCompact(key.as(BtLongObject.self)) == 0 { return }
        }
        self = type == BtFloat_Type_() ? .floats : type == BtLong_Type_() ? .ints : .texts
    }

    /// 1 if `left < right`, 0 if not, -1 with an exception set.
    @inline(__always)
    func less(_ left: Ref, _ right: Ref) -> CInt {
        switch self {
        case .floats:
            return BtFloat_AS_DOUBLE_(left.as(BtFloatObject.self)) < BtFloat_AS_DOUBLE_(right.as(BtFloatObject.self))
                ? 1 : 0
        case .ints:
            let leftValue = BtUnstable_Long_CompactValue(left.as(BtLongObject.self))
            return leftValue < BtUnstable_Long_CompactValue(right.as(BtLongObject.self)) ? 1 : 0
        case .texts:
            return lessText(left, right) ? 1 : 0
        case .any:
            return lessAny(left, right)
        }
    }

    private func lessText(_ left: Ref, _ right: Ref) -> Bool {
        let (leftCount, rightCount) = (BtUnicode_GET_LENGTH_(left), BtUnicode_GET_LENGTH_(right))
        let order = memcmp(BtUnicode_DATA_(left), BtUnicode_DATA_(right), min(leftCount, rightCount))
        return order != 0 ? order < 0 : leftCount < rightCount
    }

    private func lessAny(_ left: Ref, _ right: Ref) -> CInt {
        guard let result = BtObject_RichCompare(left, right, BT_LT) else { return -1 }
        if result == trueRef || result == falseRef { return result == trueRef ? 1 : 0 }
        let truth = BtObject_IsTrue(result)
        Bt_DECREF_(result)
        return truth
    }
}
