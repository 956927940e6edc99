// Method calls with their results and the receiver afterwards, as CPython 3.13 gives them.
let dictCases = #"""
    {}.get('a') -> None -> {}
    {'a': 1}.get('a') -> 1 -> {'a': 1}
    {'a': 1}.get('b', 2) -> 2 -> {'a': 1}
    {'a': 1}.get([]) -> <TypeError: unhashable type: 'list'> -> {'a': 1}
    {}.get() -> <TypeError: get expected at least 1 argument, got 0> -> {}
    {'a': 1}.setdefault('a', 5) -> 1 -> {'a': 1}
    {'a': 1}.setdefault('b') -> None -> {'a': 1, 'b': None}
    {'a': 1}.setdefault('b', 5) -> 5 -> {'a': 1, 'b': 5}
    {'a': 1}.setdefault([], 5) -> <TypeError: unhashable type: 'list'> -> {'a': 1}
    {'a': 1, 'b': 2}.pop('a') -> 1 -> {'b': 2}
    {'a': 1}.pop('b') -> <KeyError: 'b'> -> {'a': 1}
    {'a': 1}.pop('b', 3) -> 3 -> {'a': 1}
    {}.pop([]) -> <KeyError: []> -> {}
    {'a': 1}.pop([]) -> <TypeError: unhashable type: 'list'> -> {'a': 1}
    {'a': 1, 'b': 2}.popitem() -> ('b', 2) -> {'a': 1}
    {}.popitem() -> <KeyError: 'popitem(): dictionary is empty'> -> {}
    {'a': 1}.keys() -> dict_keys(['a']) -> {'a': 1}
    {'a': 1}.values() -> dict_values([1]) -> {'a': 1}
    {'a': 1}.items() -> dict_items([('a', 1)]) -> {'a': 1}
    {'a': 1}.update({'b': 2, 'a': 3}) -> None -> {'a': 3, 'b': 2}
    {'a': 1}.update([('c', 3), (4, 5)]) -> None -> {'a': 1, 'c': 3, 4: 5}
    {'a': 1}.update(['xy']) -> None -> {'a': 1, 'x': 'y'}
    {'a': 1}.update([1]) -> <TypeError: cannot convert dictionary update sequence element #0 to a sequence> -> {'a': 1}
    {'a': 1}.update([(1, 2, 3)]) -> <ValueError: dictionary update sequence element #0 has length 3; 2 is required> -> {'a': 1}
    {'a': 1}.update(1) -> <TypeError: 'int' object is not iterable> -> {'a': 1}
    {'a': 1}.update({1: 2}, 3) -> <TypeError: update expected at most 1 argument, got 2> -> {'a': 1}
    {'a': 1}.clear() -> None -> {}
    {'a': 1, 2: [3]}.copy() -> {'a': 1, 2: [3]} -> {'a': 1, 2: [3]}
    {}.fromkeys('ab') -> {'a': None, 'b': None} -> {}
    {}.fromkeys([1, 2], 'x') -> {1: 'x', 2: 'x'} -> {}
    {}.fromkeys(1) -> <TypeError: 'int' object is not iterable> -> {}
    {}.fromkeys([[]]) -> <TypeError: unhashable type: 'list'> -> {}
    {'a': 1}.__getitem__('a') -> 1 -> {'a': 1}
    {'a': 1}.__getitem__('b') -> <KeyError: 'b'> -> {'a': 1}
    {'a': 1}.__getitem__((1, 2)) -> <KeyError: (1, 2)> -> {'a': 1}
    {1: 'i'}.__getitem__(1.0) -> 'i' -> {1: 'i'}
    {1: 'i'}.__getitem__(True) -> 'i' -> {1: 'i'}
    {'a': 1}.__getitem__([]) -> <TypeError: unhashable type: 'list'> -> {'a': 1}
    {'a': 1}.__setitem__('a', 2) -> None -> {'a': 2}
    {'a': 1}.__setitem__('b', 2) -> None -> {'a': 1, 'b': 2}
    {1: 'a'}.__setitem__(1.0, 'b') -> None -> {1: 'b'}
    {'a': 1}.__setitem__([], 2) -> <TypeError: unhashable type: 'list'> -> {'a': 1}
    {'a': 1, 'b': 2}.__delitem__('a') -> None -> {'b': 2}
    {'a': 1}.__delitem__('b') -> <KeyError: 'b'> -> {'a': 1}
    {'a': 1}.__delitem__({}) -> <TypeError: unhashable type: 'dict'> -> {'a': 1}
    {'a': 1}.__contains__('a') -> True -> {'a': 1}
    {'a': 1}.__contains__('b') -> False -> {'a': 1}
    {'a': 1}.__contains__([]) -> <TypeError: unhashable type: 'list'> -> {'a': 1}
    {'a': 1, 'b': 2}.__eq__({'b': 2, 'a': 1}) -> True -> {'a': 1, 'b': 2}
    {'a': 1}.__eq__({'a': 2}) -> False -> {'a': 1}
    {'a': 1}.__eq__({'b': 1}) -> False -> {'a': 1}
    {'a': 1}.__eq__([]) -> NotImplemented -> {'a': 1}
    {'a': 1}.__ne__({'a': 1}) -> False -> {'a': 1}
    {'a': 1}.__lt__({}) -> NotImplemented -> {'a': 1}
    {'a': 1}.__or__({'b': 2, 'a': 3}) -> {'a': 3, 'b': 2} -> {'a': 1}
    {'a': 1}.__or__([('b', 2)]) -> NotImplemented -> {'a': 1}
    {'a': 1}.__ior__([('b', 2)]) -> {'a': 1, 'b': 2} -> {'a': 1, 'b': 2}
    {'a': 1}.__ior__({'a': 5}) -> {'a': 5} -> {'a': 5}
    {'a': 1, 2: (3,), None: {}}.__repr__() -> "{'a': 1, 2: (3,), None: {}}" -> {'a': 1, 2: (3,), None: {}}
    {}.__repr__() -> '{}' -> {}
    {'a': 1}.__len__() -> 1 -> {'a': 1}
    {'a': 1, 'b': 2}.__iter__() -> ['a', 'b'] -> {'a': 1, 'b': 2}
    {'a': 1, 'b': 2, 'c': 3}.__reversed__() -> ['c', 'b', 'a'] -> {'a': 1, 'b': 2, 'c': 3}
    iter({'a': 1}).__length_hint__() -> 1 -> iterator
    keys({'a': 1, 'b': 2}).__repr__() -> "dict_keys(['a', 'b'])" -> dict_keys(['a', 'b'])
    values({'a': 1, 'b': 2}).__repr__() -> 'dict_values([1, 2])' -> dict_values([1, 2])
    items({'a': 1, 'b': 2}).__repr__() -> "dict_items([('a', 1), ('b', 2)])" -> dict_items([('a', 1), ('b', 2)])
    keys({'a': 1, 'b': 2}).__len__() -> 2 -> dict_keys(['a', 'b'])
    keys({'a': 1}).__contains__('a') -> True -> dict_keys(['a'])
    items({'a': 1}).__contains__(('a', 1)) -> True -> dict_items([('a', 1)])
    items({'a': 1}).__contains__(('a', 2)) -> False -> dict_items([('a', 1)])
    items({'a': 1}).__contains__(('b', 2)) -> False -> dict_items([('a', 1)])
    items({'a': 1}).__contains__('a') -> False -> dict_items([('a', 1)])
    keys({'a': 1, 'b': 2}).__iter__() -> ['a', 'b'] -> dict_keys(['a', 'b'])
    values({'a': 1, 'b': 2}).__iter__() -> [1, 2] -> dict_values([1, 2])
    items({'a': 1, 'b': 2}).__iter__() -> [('a', 1), ('b', 2)] -> dict_items([('a', 1), ('b', 2)])
    keys({'a': 1, 'b': 2}).__reversed__() -> ['b', 'a'] -> dict_keys(['a', 'b'])
    values({'a': 1, 'b': 2}).__reversed__() -> [2, 1] -> dict_values([1, 2])
    items({'a': 1, 'b': 2}).__reversed__() -> [('b', 2), ('a', 1)] -> dict_items([('a', 1), ('b', 2)])
    keys({1: 2, 3: 4}).__and__([3, 5]) -> {3} -> dict_keys([1, 3])
    keys({1: 2, 3: 4}).__or__([5]) -> {1, 3, 5} -> dict_keys([1, 3])
    keys({1: 2, 3: 4}).__sub__([3]) -> {1} -> dict_keys([1, 3])
    keys({1: 2, 3: 4}).__xor__({3, 9}) -> {1, 9} -> dict_keys([1, 3])
    items({1: 2}).__or__({5}) -> {(1, 2), 5} -> dict_items([(1, 2)])
    keys({1: 2}).__eq__({1}) -> True -> dict_keys([1])
    keys({1: 2}).__lt__({1, 2}) -> True -> dict_keys([1])
    keys({1: 2}).__ge__(keys({1: 3})) -> True -> dict_keys([1])
    keys({1: 2}).__eq__([1]) -> NotImplemented -> dict_keys([1])
    keys({1: 2}).isdisjoint([2, 3]) -> True -> dict_keys([1])
    keys({1: 2}).isdisjoint([1]) -> False -> dict_keys([1])
    items({1: 2}).isdisjoint(5) -> <TypeError: 'int' object is not iterable> -> dict_items([(1, 2)])
    keys({1: 2, 3: 4}).__and__(5) -> <TypeError: 'int' object is not iterable> -> dict_keys([1, 3])
    {}.__init__([(1, 2)]) -> None -> {1: 2}
    {}.__init__(5) -> <TypeError: 'int' object is not iterable> -> {}
    dict({1: 2}).copy() -> {1: 2} -> {1: 2}
    dict([(1, 2), (3, 4)]).copy() -> {1: 2, 3: 4} -> {1: 2, 3: 4}
    dict(items({'a': 1})).copy() -> {'a': 1} -> {'a': 1}
    proxy({'a': 1}).__getitem__('a') -> 1 -> mappingproxy({'a': 1})
    proxy({'a': 1}).__getitem__('b') -> <KeyError: 'b'> -> mappingproxy({'a': 1})
    proxy({'a': 1}).get('b', 7) -> 7 -> mappingproxy({'a': 1})
    proxy({'a': 1}).__repr__() -> "mappingproxy({'a': 1})" -> mappingproxy({'a': 1})
    proxy({'a': 1}).__len__() -> 1 -> mappingproxy({'a': 1})
    proxy({'a': 1}).keys() -> dict_keys(['a']) -> mappingproxy({'a': 1})
    proxy({'a': 1}).items() -> dict_items([('a', 1)]) -> mappingproxy({'a': 1})
    proxy({'a': 1}).copy() -> {'a': 1} -> mappingproxy({'a': 1})
    proxy({'a': 1}).__contains__('a') -> True -> mappingproxy({'a': 1})
    proxy({'a': 1}).__eq__({'a': 1}) -> True -> mappingproxy({'a': 1})
    proxy({'a': 1}).__iter__() -> ['a'] -> mappingproxy({'a': 1})
    proxy({'a': 1}).__or__({'b': 2}) -> {'a': 1, 'b': 2} -> mappingproxy({'a': 1})
    proxy.__call__([1]) -> <TypeError: mappingproxy() argument must be a mapping, not list> -> <class 'mappingproxy'>
    proxy.__call__(5) -> <TypeError: mappingproxy() argument must be a mapping, not int> -> <class 'mappingproxy'>
    """#
