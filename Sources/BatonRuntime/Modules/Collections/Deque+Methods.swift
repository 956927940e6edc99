internal import CBaton
internal import CBaton.Host

// The methods of deque, its iterators, and the module `_collections`.

func makeCollections() -> Ref? {
    makeNativeModule("_collections", doc: "High performance data structures.", []) { module in
        _bt_host_modules.deque_type = makeDequeType()
        _bt_host_modules.deque_iterator_type = makeNativeType("_collections._deque_iterator") { type in
            setUpIteratorRecord(type, next: { dequeNext($0!.record) })
            type.pointee.tp_methods = methodTable([
                method("__length_hint__", BT_METH_NOARGS) { `self`, _ in
                    let record = self!.record
                    guard let deque = record.pointee.first else { return makeInt(0) }
                    return makeInt(max(deque.deque.count - record.pointee.count, 0))
                }
            ])
        }
        return add(module, _bt_host_modules.deque_type) && _bt_host_modules.deque_iterator_type != nil
    }
}

/// An iterator: `first` is the deque, nil at the end; `count` the items given, `limit` the deque's changes at the start,
/// `state` 1 for the reverse order.
func makeDequeIterator(_ object: Ref, isReverse: Bool) -> Ref? {
    let made = iterationRecord(
        _bt_host_modules.deque_iterator_type, first: newReference(object), limit: object.deque.pointee.changes)
    made?.record.pointee.state = isReverse ? 1 : 0
    return made
}

private func dequeNext(_ record: RecordRef) -> Ref? {
    guard let object = record.pointee.first else { return nil }
    let deque = object.deque
    guard deque.pointee.changes == record.pointee.limit else {
        return raise(BtExc_RuntimeError, "deque mutated during iteration")
    }
    guard record.pointee.count < deque.count else {
        release(exchange(&record.pointee.first, nil))
        return nil
    }
    record.pointee.count += 1
    let index = record.pointee.state == 0 ? record.pointee.count - 1 : deque.count - record.pointee.count
    return newReference(deque.place(index).pointee!)
}

private func pop(_ object: Ref, left: Bool) -> Ref? {
    locked(object) {
        let deque = object.deque
        guard deque.count > 0 else { return raise(BtExc_IndexError, "pop from an empty deque") }
        deque.pointee.changes &+= 1
        return left ? popFirst(deque) : popLast(deque)
    }
}

private func append(_ object: Ref, _ item: Ref, left: Bool) -> Ref? {
    locked(object) { dequeAppend(object.deque, newReference(item), left: left) } ? noneRef : nil
}

var dequeMethods: [BtMethodDef] {
    [
        classGetItemMethod,
        method("append", BT_METH_O) { append($0!, $1!, left: false) },
        method("appendleft", BT_METH_O) { append($0!, $1!, left: true) },
        method("pop", BT_METH_NOARGS) { `self`, _ in pop(self!, left: false) },
        method("popleft", BT_METH_NOARGS) { `self`, _ in pop(self!, left: true) },
        method("extend", BT_METH_O) { dequeExtend($0!, $1!, left: false) ? noneRef : nil },
        method("extendleft", BT_METH_O) { dequeExtend($0!, $1!, left: true) ? noneRef : nil },
        method("clear", BT_METH_NOARGS) { `self`, _ in
            dequeClear(self!.deque)
            return noneRef
        },
        method("copy", BT_METH_NOARGS) { `self`, _ in makeDeque(like: self!, self!) },
        method("__copy__", BT_METH_NOARGS) { `self`, _ in makeDeque(like: self!, self!) },
        method("__reversed__", BT_METH_NOARGS) { `self`, _ in makeDequeIterator(self!, isReverse: true) },
        method("reverse", BT_METH_NOARGS) { `self`, _ in
            let deque = self!.deque
            for index in 0..<deque.count / 2 {
                let (low, high) = (deque.place(index), deque.place(deque.count - 1 - index))
                (low.pointee, high.pointee) = (high.pointee, low.pointee)
            }
            return noneRef
        },
        method("count", BT_METH_O) { `self`, value in
            var (total, next) = (0, 0)
            while true {
                guard let found = dequeFind(self!, value!, next, Int.max) else { return nil }
                if found < 0 { return makeInt(total) }
                total += 1
                next = found + 1
            }
        },
        method("remove", BT_METH_O) { `self`, value in
            guard let found = dequeFind(self!, value!, 0, Int.max) else {
                if BtErr_ExceptionMatches(BtExc_RuntimeError) != 0 {
                    BtErr_Clear()
                    return raise(BtExc_IndexError, "deque mutated during remove().")
                }
                return nil
            }
            guard found >= 0 else {
                return raise(BtExc_ValueError, "\(reprText(value!)) is not in deque")
            }
            Bt_DECREF_(dequeRemove(self!.deque, at: found))
            return noneRef
        },
        fastMethod("index") { `self`, args, nargs in
            guard checkCount("index", nargs, 1...3) else { return nil }
            let count = self!.deque.count
            func bound(_ index: Int, _ otherwise: Int) -> Int? {
                guard nargs > index else { return otherwise }
                guard let value = boundArgument(args![index]!, otherwise) else { return nil }
                return value < 0 ? max(value + count, 0) : value
            }
            guard let start = bound(1, 0), let stop = bound(2, count),
                let found = dequeFind(self!, args![0]!, start, stop)
            else { return nil }
            return found >= 0 ? makeInt(found) : raise(BtExc_ValueError, "\(reprText(args![0]!)) is not in deque")
        },
        fastMethod("insert") { `self`, args, nargs in
            guard checkCount("insert", nargs, 2...2), let index = sizeArgument(args![0]!) else { return nil }
            let deque = self!.deque
            if deque.pointee.maxlen >= 0, deque.count >= deque.pointee.maxlen {
                return raise(BtExc_IndexError, "deque already at its maximum size")
            }
            let place = min(max(index < 0 ? index + deque.count : index, 0), deque.count)
            guard dequeAppend(deque, newReference(args![1]!), left: false) else { return nil }
            let item = deque.place(deque.count - 1).pointee
            for position in stride(from: deque.count - 1, to: place, by: -1) {
                deque.place(position).pointee = deque.place(position - 1).pointee
            }
            deque.place(place).pointee = item
            return noneRef
        },
        fastMethod("rotate") { `self`, args, nargs in
            guard checkCount("rotate", nargs, 0...1), let steps = nargs > 0 ? sizeArgument(args![0]!) : 1 else {
                return nil
            }
            rotate(self!.deque, steps)
            return noneRef
        },
        method("__sizeof__", BT_METH_NOARGS) { `self`, _ in
            makeInt(self!.type.pointee.tp_basicsize + self!.deque.pointee.capacity * MemoryLayout<Ref?>.stride)
        },
        method("__reduce__", BT_METH_NOARGS) { `self`, _ in
            let limit = self!.deque.pointee.maxlen
            guard let items = iterator(over: self!) else { return nil }
            let arguments = limit < 0 ? emptyTuple : tuple(taking: emptyTuple, makeInt(limit))
            return tuple(taking: newReference(self!.type.ref), arguments, noneRef, items)
        },
    ]
}

private func rotate(_ deque: DequeRef, _ steps: Int) {
    guard deque.count > 1 else { return }
    deque.pointee.changes &+= 1
    var turns = steps % deque.count
    if turns < 0 { turns += deque.count }
    if turns <= deque.count / 2 {
        for _ in 0..<turns {
            let item = popLast(deque)
            deque.pointee.start = (deque.pointee.start &- 1) & (deque.pointee.capacity - 1)
            deque.pointee.count += 1
            deque.place(0).pointee = item
        }
    } else {
        for _ in turns..<deque.count {
            let item = popFirst(deque)
            deque.pointee.count += 1
            deque.place(deque.count - 1).pointee = item
        }
    }
}
