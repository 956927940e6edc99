internal import CBaton

// What the …_Check macros of the headers are in Swift, which does not see function-like macros. Each says yes to subtypes.

@inline(__always) package func isNone(_ object: Ref) -> Bool { object == noneRef }
@inline(__always) package func isInt(_ object: Ref) -> Bool { object.hasTypeFlag(UInt(BT_TPFLAGS_LONG_SUBCLASS)) }
@inline(__always) package func isStr(_ object: Ref) -> Bool { object.hasTypeFlag(UInt(BT_TPFLAGS_UNICODE_SUBCLASS)) }
@inline(__always) package func isBytes(_ object: Ref) -> Bool { object.hasTypeFlag(UInt(BT_TPFLAGS_BYTES_SUBCLASS)) }
@inline(__always) package func isTuple(_ object: Ref) -> Bool { object.hasTypeFlag(UInt(BT_TPFLAGS_TUPLE_SUBCLASS)) }
@inline(__always) package func isList(_ object: Ref) -> Bool { object.hasTypeFlag(UInt(BT_TPFLAGS_LIST_SUBCLASS)) }
@inline(__always) package func isDict(_ object: Ref) -> Bool { object.hasTypeFlag(UInt(BT_TPFLAGS_DICT_SUBCLASS)) }
@inline(__always) package func isType(_ object: Ref) -> Bool { object.hasTypeFlag(UInt(BT_TPFLAGS_TYPE_SUBCLASS)) }
@inline(__always) package func isModule(_ object: Ref) -> Bool {
    BtObject_TypeCheck_(object, BtModule_Type_()) != 0
}
@inline(__always) package func isException(_ object: Ref) -> Bool {
    object.hasTypeFlag(UInt(BT_TPFLAGS_BASE_EXC_SUBCLASS))
}
@inline(__always) package func isExceptionClass(_ object: Ref) -> Bool { _bt_exception_class_check(object) != 0 }

/// A type that is known to be one, seen as its struct.
@inline(__always) package func asType(_ object: Ref) -> TypeRef { object.as(BtTypeObject.self) }
