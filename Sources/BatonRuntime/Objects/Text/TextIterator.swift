internal import CBaton
internal import CBaton.Host

// iter(str): one character at a time.

func makeTextIterator(_ text: Ref) -> Ref? {
    let type = BtUnicodeIter_Type_()
    guard let iterator = makeObject(type, as: BtUnicodeIterObject_.self) else { return nil }
    iterator.pointee.index = 0
    iterator.pointee.text = Bt_NewRef_(text)
    return iterator.ref
}

func setUpUnicodeIter() {
    let type = BtUnicodeIter_Type_()
    type.pointee.tp_basicsize = MemoryLayout<BtUnicodeIterObject_>.size
    type.pointee.tp_flags = UInt(BT_TPFLAGS_DISALLOW_INSTANTIATION)
    type.pointee.tp_dealloc = { iterator in
        release(iterator!.as(BtUnicodeIterObject_.self).pointee.text)
        freeObject(iterator!)
    }
    type.pointee.tp_iter = { BtObject_SelfIter($0) }
    type.pointee.tp_iternext = { nextCharacter($0!) }
    type.pointee.tp_methods = methodTable([
        method("__length_hint__", BT_METH_NOARGS) { iterator, _ in
            let iterator = iterator!.as(BtUnicodeIterObject_.self)
            guard let text = iterator.pointee.text else { return makeInt(0) }
            return makeInt(TextView(text).count - iterator.pointee.index)
        },
        method("__setstate__", BT_METH_O) { iterator, state in
            guard let index = sizeArgument(state!) else { return nil }
            let iterator = iterator!.as(BtUnicodeIterObject_.self)
            if let text = iterator.pointee.text {
                iterator.pointee.index = min(max(index, 0), TextView(text).count)
            }
            return noneRef
        },
    ])
}

private func nextCharacter(_ object: Ref) -> Ref? {
    locked(object) {
        let iterator = object.as(BtUnicodeIterObject_.self)
        guard let text = iterator.pointee.text else { return nil }
        let view = TextView(text)
        let index = iterator.pointee.index
        if index < view.count {
            iterator.pointee.index = index + 1
            return makeText(character: view[index])
        }
        release(exchange(&iterator.pointee.text, nil))
        return nil
    }
}
