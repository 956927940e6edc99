// Method calls with their results and the receiver afterwards, as CPython 3.13 gives them.
let setCases = #"""
    {1, 2}.add(3) -> None -> {1, 2, 3}
    {1, 2}.add(2) -> None -> {1, 2}
    {1, 2}.add([]) -> <TypeError: unhashable type: 'list'> -> {1, 2}
    {1, 2, 3}.remove(2) -> None -> {1, 3}
    {1}.remove(9) -> <KeyError: 9> -> {1}
    {1}.remove([]) -> <TypeError: unhashable type: 'list'> -> {1}
    {frozenset({1}), 2}.remove({1}) -> None -> {2}
    {1, 2}.discard(1) -> None -> {2}
    {1, 2}.discard(9) -> None -> {1, 2}
    {1}.discard([]) -> <TypeError: unhashable type: 'list'> -> {1}
    {5}.pop() -> 5 -> set()
    set().pop() -> <KeyError: 'pop from an empty set'> -> set()
    {1, 2}.clear() -> None -> set()
    {1, 2}.copy() -> {1, 2} -> {1, 2}
    {1, 2}.update([3], (4, 5)) -> None -> {1, 2, 3, 4, 5}
    {1, 2}.update({7: 8}) -> None -> {1, 2, 7}
    {1, 2}.update(5) -> <TypeError: 'int' object is not iterable> -> {1, 2}
    {1, 2}.union([3], [4]) -> {1, 2, 3, 4} -> {1, 2}
    {1, 2}.union() -> {1, 2} -> {1, 2}
    {1, 2}.union(5) -> <TypeError: 'int' object is not iterable> -> {1, 2}
    {1, 2, 3}.intersection([2, 3, 4], [3]) -> {3} -> {1, 2, 3}
    {1, 2, 3}.intersection({3, 4, 5, 6, 7}) -> {3} -> {1, 2, 3}
    {1, 2}.intersection() -> {1, 2} -> {1, 2}
    {1, 2, 3}.difference([2], [3]) -> {1} -> {1, 2, 3}
    {1, 2, 3, 4, 5, 6, 7, 8}.difference({1}) -> {2, 3, 4, 5, 6, 7, 8} -> {1, 2, 3, 4, 5, 6, 7, 8}
    {1, 2, 3}.difference({1, 2, 5, 6}) -> {3} -> {1, 2, 3}
    {1, 2, 3}.difference({1: 2}) -> {2, 3} -> {1, 2, 3}
    {1, 2, 3}.symmetric_difference([3, 3, 4]) -> {1, 2, 4} -> {1, 2, 3}
    {1, 2, 3}.difference_update([2], (1,)) -> None -> {3}
    {1, 2, 3}.difference_update({9, 3}) -> None -> {1, 2}
    {1, 2, 3}.intersection_update([2, 3], {3}) -> None -> {3}
    {1, 2, 3}.symmetric_difference_update([3, 4, 4]) -> None -> {1, 2, 4}
    {1, 2}.isdisjoint([3]) -> True -> {1, 2}
    {1, 2}.isdisjoint([2]) -> False -> {1, 2}
    {1, 2}.isdisjoint({5, 6, 7}) -> True -> {1, 2}
    {1, 2}.issubset([1, 2, 3]) -> True -> {1, 2}
    {1, 2}.issubset([1]) -> False -> {1, 2}
    {1, 2}.issuperset([1]) -> True -> {1, 2}
    {1, 2}.issuperset([5]) -> False -> {1, 2}
    {1, 2}.issuperset(5) -> <TypeError: 'int' object is not iterable> -> {1, 2}
    {1, 2}.__or__({3}) -> {1, 2, 3} -> {1, 2}
    {1, 2}.__or__([3]) -> NotImplemented -> {1, 2}
    {1, 2}.__and__({2, 3}) -> {2} -> {1, 2}
    {1, 2}.__sub__({2, 3}) -> {1} -> {1, 2}
    {1, 2}.__xor__({2, 3}) -> {1, 3} -> {1, 2}
    {1, 2}.__ior__({3}) -> {1, 2, 3} -> {1, 2, 3}
    {1, 2}.__iand__({2}) -> {2} -> {2}
    {1, 2}.__isub__({2}) -> {1} -> {1}
    {1, 2}.__ixor__({2, 3}) -> {1, 3} -> {1, 3}
    {1, 2}.__ior__([3]) -> NotImplemented -> {1, 2}
    {1, 2}.__contains__(1) -> True -> {1, 2}
    {1, 2}.__contains__([]) -> <TypeError: unhashable type: 'list'> -> {1, 2}
    {frozenset({1})}.__contains__({1}) -> True -> {frozenset({1})}
    {1, 2}.__eq__({2, 1}) -> True -> {1, 2}
    {1, 2}.__eq__(frozenset({2, 1})) -> True -> {1, 2}
    {1, 2}.__eq__([1, 2]) -> NotImplemented -> {1, 2}
    {1, 2}.__ne__({1}) -> True -> {1, 2}
    {1}.__lt__({1, 2}) -> True -> {1}
    {1}.__lt__({2, 3}) -> False -> {1}
    {1, 2}.__le__({1, 2}) -> True -> {1, 2}
    {1, 2}.__gt__({1}) -> True -> {1, 2}
    {1, 2}.__ge__({3}) -> False -> {1, 2}
    {1}.__len__() -> 1 -> {1}
    {1, 2, 3}.__iter__() -> [1, 2, 3] -> {1, 2, 3}
    set().__repr__() -> 'set()' -> set()
    {1, 2.5}.__len__() -> 2 -> {1, 2.5}
    {'a'}.__len__() -> 1 -> {'a'}
    frozenset().__repr__() -> 'frozenset()' -> frozenset()
    frozenset({1}).__repr__() -> 'frozenset({1})' -> frozenset({1})
    frozenset({1, 2, 3}).__hash__() -> -272375401224217160 -> frozenset({1, 2, 3})
    frozenset().__hash__() -> 133146708735736 -> frozenset()
    frozenset({(1, 2), -1, 1000}).__hash__() -> -4828330523584455342 -> frozenset({1000, (1, 2), -1})
    frozenset({1}).__or__({2}) -> frozenset({1, 2}) -> frozenset({1})
    {2}.__or__(frozenset({1})) -> {1, 2} -> {2}
    frozenset({1, 2}).union([3]) -> frozenset({1, 2, 3}) -> frozenset({1, 2})
    frozenset({1}).copy() -> frozenset({1}) -> frozenset({1})
    frozenset({1}).add(2) -> <AttributeError: 'frozenset' object has no attribute 'add'> -> frozenset({1})
    {1}.__init__([2, 3]) -> None -> {2, 3}
    {1}.__init__(5) -> <TypeError: 'int' object is not iterable> -> set()
    set(range(100)).__len__() -> 100 -> {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99}
    set(range(20)).copy() -> {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19} -> {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19}
    set(range(0, 1000, 37)).copy() -> {0, 962, 259, 518, 777, 74, 333, 592, 851, 148, 407, 666, 925, 222, 481, 740, 37, 999, 296, 555, 814, 111, 370, 629, 888, 185, 444, 703} -> {0, 259, 518, 777, 148, 407, 666, 925, 37, 296, 555, 814, 185, 444, 703, 962, 74, 333, 592, 851, 222, 481, 740, 999, 111, 370, 629, 888}
    set(range(1000, 0, -37)).copy() -> {704, 1, 963, 260, 519, 778, 75, 334, 593, 852, 149, 408, 667, 926, 223, 482, 741, 38, 1000, 297, 556, 815, 112, 371, 630, 889, 186, 445} -> {1, 260, 519, 778, 149, 408, 667, 926, 38, 297, 556, 815, 186, 445, 704, 963, 75, 334, 593, 852, 223, 482, 741, 1000, 112, 371, 630, 889}
    set((-1, -2, 10000000000, 5, 13, 21)).copy() -> {10000000000, 5, 21, -1, 13, -2} -> {10000000000, 5, 13, 21, -2, -1}
    set(range(0, 200, 3)).difference(range(0, 200, 2)) -> {3, 9, 15, 21, 27, 33, 39, 45, 51, 57, 63, 69, 75, 81, 87, 93, 99, 105, 111, 117, 123, 129, 135, 141, 147, 153, 159, 165, 171, 177, 183, 189, 195} -> {0, 129, 3, 132, 6, 135, 9, 138, 12, 141, 15, 144, 18, 147, 21, 150, 24, 153, 27, 156, 30, 159, 33, 162, 36, 165, 39, 168, 42, 171, 45, 174, 48, 177, 51, 180, 54, 183, 57, 186, 60, 189, 63, 192, 66, 195, 69, 198, 72, 75, 78, 81, 84, 87, 90, 93, 96, 99, 102, 105, 108, 111, 114, 117, 120, 123, 126}
    set(range(30)).symmetric_difference(range(20, 50)) -> {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49} -> {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29}
    set.__call__(5) -> <TypeError: 'int' object is not iterable> -> <class 'set'>
    set.__call__([[]]) -> <TypeError: unhashable type: 'list'> -> <class 'set'>
    frozenset.__call__(1, 2) -> <TypeError: frozenset expected at most 1 argument, got 2> -> <class 'frozenset'>
    iter({1, 2}).__length_hint__() -> 2 -> iterator
    """#
