internal import CBaton
internal import CBaton.Host

// Which name in a type's dictionary stands for which slot.

/// One name, its slot, and how a wrapper_descriptor calls the slot. In permanent memory: descriptors point to it.
typealias SlotName = UnsafeMutablePointer<BtWrapperBase>

/// All names. Where two slots share a name, the one that CPython prefers comes first: number, mapping, sequence.
// SAFETY: because it is written before a second thread exists, and only read.
nonisolated(unsafe) let slotNames: [SlotName] = typeSlotNames + numberSlotNames + containerSlotNames

private func slot(
    _ name: StaticString, _ slot: CInt, _ wrapper: @escaping wrapperfunc, _ doc: StaticString
) -> SlotName {
    permanent(
        BtWrapperBase(name: cString(name), slot: slot, wrapper: wrapper, doc: cString(doc), takes_keywords: 0))
}

private func keywordSlot(
    _ name: StaticString, _ slot: CInt, _ wrapper: @escaping wrapperfunc_kwds, _ doc: StaticString
) -> SlotName {
    // SAFETY: because takes_keywords says which signature the wrapper has.
    let plain = unsafeBitCast(wrapper, to: wrapperfunc.self)
    return permanent(
        BtWrapperBase(name: cString(name), slot: slot, wrapper: plain, doc: cString(doc), takes_keywords: 1))
}

// SAFETY: because it is written before a second thread exists, and only read.
nonisolated(unsafe) private let typeSlotNames: [SlotName] = [
    slot("__getattribute__", Bt_tp_getattro, SlotWrapper.getAttribute, "Return getattr(self, name)."),
    slot("__setattr__", Bt_tp_setattro, SlotWrapper.setAttribute, "Implement setattr(self, name, value)."),
    slot("__delattr__", Bt_tp_setattro, SlotWrapper.deleteAttribute, "Implement delattr(self, name)."),
    slot("__repr__", Bt_tp_repr, SlotWrapper.unary, "Return repr(self)."),
    slot("__hash__", Bt_tp_hash, SlotWrapper.hash, "Return hash(self)."),
    keywordSlot("__call__", Bt_tp_call, SlotWrapper.call, "Call self as a function."),
    slot("__str__", Bt_tp_str, SlotWrapper.unary, "Return str(self)."),
    slot("__lt__", Bt_tp_richcompare, SlotWrapper.less, "Return self<value."),
    slot("__le__", Bt_tp_richcompare, SlotWrapper.lessOrEqual, "Return self<=value."),
    slot("__eq__", Bt_tp_richcompare, SlotWrapper.equal, "Return self==value."),
    slot("__ne__", Bt_tp_richcompare, SlotWrapper.notEqual, "Return self!=value."),
    slot("__gt__", Bt_tp_richcompare, SlotWrapper.greater, "Return self>value."),
    slot("__ge__", Bt_tp_richcompare, SlotWrapper.greaterOrEqual, "Return self>=value."),
    slot("__iter__", Bt_tp_iter, SlotWrapper.unary, "Implement iter(self)."),
    slot("__next__", Bt_tp_iternext, SlotWrapper.next, "Implement next(self)."),
    slot(
        "__get__", Bt_tp_descr_get, SlotWrapper.descriptorGet,
        "Return an attribute of instance, which is of type owner."),
    slot("__set__", Bt_tp_descr_set, SlotWrapper.setKey, "Set an attribute of instance to value."),
    slot("__delete__", Bt_tp_descr_set, SlotWrapper.descriptorDelete, "Delete an attribute of instance."),
    keywordSlot(
        "__init__", Bt_tp_init, SlotWrapper.initialize,
        "Initialize self.  See help(type(self)) for accurate signature."),
    slot("__del__", Bt_tp_finalize, SlotWrapper.delete, "Called when the instance is about to be destroyed."),
    slot("__await__", Bt_am_await, SlotWrapper.unary, "Return an iterator to be used in await expression."),
    slot("__aiter__", Bt_am_aiter, SlotWrapper.unary, "Return an awaitable, that resolves in asynchronous iterator."),
    slot("__anext__", Bt_am_anext, SlotWrapper.unary, "Return a value or raise StopAsyncIteration."),
]

// SAFETY: because it is written before a second thread exists, and only read.
nonisolated(unsafe) private let numberSlotNames: [SlotName] = [
    slot("__add__", Bt_nb_add, SlotWrapper.binary, "Return self+value."),
    slot("__radd__", Bt_nb_add, SlotWrapper.binaryReflected, "Return value+self."),
    slot("__sub__", Bt_nb_subtract, SlotWrapper.binary, "Return self-value."),
    slot("__rsub__", Bt_nb_subtract, SlotWrapper.binaryReflected, "Return value-self."),
    slot("__mul__", Bt_nb_multiply, SlotWrapper.binary, "Return self*value."),
    slot("__rmul__", Bt_nb_multiply, SlotWrapper.binaryReflected, "Return value*self."),
    slot("__mod__", Bt_nb_remainder, SlotWrapper.binary, "Return self%value."),
    slot("__rmod__", Bt_nb_remainder, SlotWrapper.binaryReflected, "Return value%self."),
    slot("__divmod__", Bt_nb_divmod, SlotWrapper.binary, "Return divmod(self, value)."),
    slot("__rdivmod__", Bt_nb_divmod, SlotWrapper.binaryReflected, "Return divmod(value, self)."),
    slot("__pow__", Bt_nb_power, SlotWrapper.power, "Return pow(self, value, mod)."),
    slot("__rpow__", Bt_nb_power, SlotWrapper.powerReflected, "Return pow(value, self, mod)."),
    slot("__neg__", Bt_nb_negative, SlotWrapper.unary, "-self"),
    slot("__pos__", Bt_nb_positive, SlotWrapper.unary, "+self"),
    slot("__abs__", Bt_nb_absolute, SlotWrapper.unary, "abs(self)"),
    slot("__bool__", Bt_nb_bool, SlotWrapper.truth, "True if self else False"),
    slot("__invert__", Bt_nb_invert, SlotWrapper.unary, "~self"),
    slot("__lshift__", Bt_nb_lshift, SlotWrapper.binary, "Return self<<value."),
    slot("__rlshift__", Bt_nb_lshift, SlotWrapper.binaryReflected, "Return value<<self."),
    slot("__rshift__", Bt_nb_rshift, SlotWrapper.binary, "Return self>>value."),
    slot("__rrshift__", Bt_nb_rshift, SlotWrapper.binaryReflected, "Return value>>self."),
    slot("__and__", Bt_nb_and, SlotWrapper.binary, "Return self&value."),
    slot("__rand__", Bt_nb_and, SlotWrapper.binaryReflected, "Return value&self."),
    slot("__xor__", Bt_nb_xor, SlotWrapper.binary, "Return self^value."),
    slot("__rxor__", Bt_nb_xor, SlotWrapper.binaryReflected, "Return value^self."),
    slot("__or__", Bt_nb_or, SlotWrapper.binary, "Return self|value."),
    slot("__ror__", Bt_nb_or, SlotWrapper.binaryReflected, "Return value|self."),
    slot("__int__", Bt_nb_int, SlotWrapper.unary, "int(self)"),
    slot("__float__", Bt_nb_float, SlotWrapper.unary, "float(self)"),
    slot("__iadd__", Bt_nb_inplace_add, SlotWrapper.binary, "Return self+=value."),
    slot("__isub__", Bt_nb_inplace_subtract, SlotWrapper.binary, "Return self-=value."),
    slot("__imul__", Bt_nb_inplace_multiply, SlotWrapper.binary, "Return self*=value."),
    slot("__imod__", Bt_nb_inplace_remainder, SlotWrapper.binary, "Return self%=value."),
    slot("__ipow__", Bt_nb_inplace_power, SlotWrapper.power, "Return self**=value."),
    slot("__ilshift__", Bt_nb_inplace_lshift, SlotWrapper.binary, "Return self<<=value."),
    slot("__irshift__", Bt_nb_inplace_rshift, SlotWrapper.binary, "Return self>>=value."),
    slot("__iand__", Bt_nb_inplace_and, SlotWrapper.binary, "Return self&=value."),
    slot("__ixor__", Bt_nb_inplace_xor, SlotWrapper.binary, "Return self^=value."),
    slot("__ior__", Bt_nb_inplace_or, SlotWrapper.binary, "Return self|=value."),
    slot("__floordiv__", Bt_nb_floor_divide, SlotWrapper.binary, "Return self//value."),
    slot("__rfloordiv__", Bt_nb_floor_divide, SlotWrapper.binaryReflected, "Return value//self."),
    slot("__truediv__", Bt_nb_true_divide, SlotWrapper.binary, "Return self/value."),
    slot("__rtruediv__", Bt_nb_true_divide, SlotWrapper.binaryReflected, "Return value/self."),
    slot("__ifloordiv__", Bt_nb_inplace_floor_divide, SlotWrapper.binary, "Return self//=value."),
    slot("__itruediv__", Bt_nb_inplace_true_divide, SlotWrapper.binary, "Return self/=value."),
    slot(
        "__index__", Bt_nb_index, SlotWrapper.unary,
        "Return self converted to an integer, if self is suitable for use as an index into a list."),
    slot("__matmul__", Bt_nb_matrix_multiply, SlotWrapper.binary, "Return self@value."),
    slot("__rmatmul__", Bt_nb_matrix_multiply, SlotWrapper.binaryReflected, "Return value@self."),
    slot("__imatmul__", Bt_nb_inplace_matrix_multiply, SlotWrapper.binary, "Return self@=value."),
]

// SAFETY: because it is written before a second thread exists, and only read.
nonisolated(unsafe) private let containerSlotNames: [SlotName] = [
    slot("__len__", Bt_mp_length, SlotWrapper.length, "Return len(self)."),
    slot("__getitem__", Bt_mp_subscript, SlotWrapper.binary, "Return self[key]."),
    slot("__setitem__", Bt_mp_ass_subscript, SlotWrapper.setKey, "Set self[key] to value."),
    slot("__delitem__", Bt_mp_ass_subscript, SlotWrapper.deleteKey, "Delete self[key]."),
    slot("__len__", Bt_sq_length, SlotWrapper.length, "Return len(self)."),
    slot("__add__", Bt_sq_concat, SlotWrapper.binary, "Return self+value."),
    slot("__mul__", Bt_sq_repeat, SlotWrapper.count, "Return self*value."),
    slot("__rmul__", Bt_sq_repeat, SlotWrapper.count, "Return value*self."),
    slot("__getitem__", Bt_sq_item, SlotWrapper.item, "Return self[key]."),
    slot("__setitem__", Bt_sq_ass_item, SlotWrapper.setItem, "Set self[key] to value."),
    slot("__delitem__", Bt_sq_ass_item, SlotWrapper.deleteItem, "Delete self[key]."),
    slot("__contains__", Bt_sq_contains, SlotWrapper.contains, "Return bool(key in self)."),
    slot("__iadd__", Bt_sq_inplace_concat, SlotWrapper.binary, "Implement self+=value."),
    slot("__imul__", Bt_sq_inplace_repeat, SlotWrapper.count, "Implement self*=value."),
]

/// Put a descriptor for each slot that the type fills itself in its dictionary.
func addSlotWrappers(_ type: TypeRef) -> CInt {
    let dict = type.pointee.tp_dict!
    let noHash = slotPointer(BtObject_HashNotImplemented as hashfunc)
    for name in slotNames {
        guard let wrapped = _bt_type_slot(type, name.pointee.slot)?.pointee else { continue }
        guard let key = BtUnicode_InternFromString(name.pointee.name) else { return -1 }
        defer { Bt_DECREF_(key) }
        let known = BtDict_Contains(dict, key)
        if known < 0 { return -1 }
        if known > 0 { continue }
        if name.pointee.slot == Bt_tp_hash, wrapped == noHash {
            if BtDict_SetItem(dict, key, noneRef) < 0 { return -1 }
            continue
        }
        if setAndRelease(dict, key, BtDescr_NewWrapper(type, name, wrapped)) < 0 { return -1 }
    }
    return 0
}
