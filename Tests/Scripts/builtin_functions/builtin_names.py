# What builtins has, by kind.
import builtins
missing = {"complex", "aiter", "anext", "help", "license", "copyright", "credits", "exit", "quit", "breakpoint", "_", "BaseExceptionGroup", "ExceptionGroup", "PythonFinalizationError", "_IncompleteInputError", "__build_class__", "EncodingWarning", "BytesWarning"}
for n in sorted(set(dir(builtins)) - missing):
    o = getattr(builtins, n)
    if not n.startswith("__"): print(n, type(o).__name__)
