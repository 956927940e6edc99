# Classes belong to the module that a script imports, wherever their sources stand.
import collections
import collections.abc
import sys
import threading
import weakref
from collections import abc

absent = {"AsyncGenerator", "AsyncIterable", "AsyncIterator", "Awaitable", "ByteString", "Coroutine"}
native = {"ExceptHookArgs", "local", "Lock", "RLock", "ThreadError"}

for module in [threading, collections, collections.abc, weakref]:
    print(module.__name__)
    for name in sorted(set(module.__all__) - absent - native):
        value = getattr(module, name)
        if isinstance(value, type):
            print("   ", name, value.__module__, value.__qualname__)
    functions = [name for name in module.__all__ if name.islower() and name not in native]
    print("   ", {getattr(module, name).__module__ for name in functions} - {"_thread", "_weakref"})

print(threading.Barrier, threading.Condition.wait.__module__, threading.BrokenBarrierError().__class__)
print(collections.Counter.most_common.__module__, collections.UserDict.copy.__module__, collections.abc.Set.isdisjoint.__module__)
print(abc is collections.abc, sys.modules["collections.abc"] is abc, abc.__name__)
print(issubclass(collections.deque, abc.MutableSequence), issubclass(collections.UserList, abc.Sequence))
print(isinstance({}.keys(), abc.KeysView), isinstance((x for x in ""), abc.Generator), isinstance(len, abc.Callable))
