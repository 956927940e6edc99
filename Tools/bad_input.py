#!/usr/bin/env python3
"""Write a C extension that calls every public function with input that is not what it expects.

usage: bad_input.py INCLUDE-FOLDER > bad_input_test.c

The calls come from the headers: a function that is declared there is covered without being listed. Each is called with
objects of many types in every place, with sizes that are huge or negative, and with NULL where its header says that this
is an error and not the end. Afterwards R9 must hold: an exception is set if and only if the error value came back.
"""
import pathlib
import re
import sys

# Headers that an extension's author does not see.
PRIVATE = re.compile(r"^(host|heap|addresses|method_cache|current|lock_inline)")

# What cannot be called in a process that goes on, or not without more than wrong objects. Each with its reason.
LEFT_OUT = {
    r"^_BtLong_(Sign|NumBits|GCD)$": "takes an int, which CPython asserts in debug builds only",
    r"^_BtLong_Format$": "takes one of four bases, which CPython asserts in debug builds only",
    r"^BtByteArray_Size$": "takes a bytearray, which CPython asserts in debug builds only",
    r"^Bt_DecRef$": "takes a reference, which the caller here keeps",
    r"^_BtObject_(New|NewVar|GC_New|GC_NewVar)$": "makes an object that its caller fills",
    r"^_BtType_Lookup$": "takes a name, which CPython asserts in debug builds only",
    r"^_BtErr_Chain|^_BtErr_FormatFromCause$": "takes the exception that is set",
    r"^_BtErr_BadInternalCall$": "fails always",
    r"^_Bt_CheckFunctionResult$": "takes what a call gave back, and the exception that it set",
    r"^BtObject_GC_(Del|Resize)$|^_?BtObject_GC_Resize$|Free$|^BtObject_Init": "takes raw memory",
    r"^BtEval_|^BtThreadState_|^BtGILState_|^BtInterpreter": "changes what is attached",
    r"^Bt_(Finalize|Exit|FatalError|Main|AtExit|Initialize)|^BtErr_(Print|PrintEx)$|^BtErr_SetInterrupt": "ends or stops",
    r"^BtOS_|^BtSys_|^BtErr_CheckSignals": "works on the process",
    r"^BtUnicode_(InternInPlace|InternImmortal)": "changes its argument, which must be text",
    r"^BtType_Ready$|^BtStaticType": "takes a type that is not ready",
    r"^BtObject_CallFinalizer": "belongs to a deallocator",
    r"^BtUnicode_(CopyCharacters|Fill|WriteChar|Resize)$":
        "changes an object that nobody else may have seen",
    r"^BtArg_Validate|^_BtArg_(NoKwnames|ParseStack|Unpack|CheckPositional|BadArgument)": "takes what the interpreter made",
    r"^BtErr_(Restore|Fetch|NormalizeException|SetRaisedException|SetExcInfo|SetHandledException)$":
        "sets the indicator to what it is given",
    r"Traceback_Add|^_?BtErr_(Display|WriteUnraisable|FormatUnraisable)|^BtTraceBack_Print": "prints",
    r"^BtImport_(AppendInittab|Cleanup)": "is for before the start",
    r"^BtCapsule_(Import)$": "imports by name",
    r"^BtObject_LengthHint$": "gives back its default, which may be the error value",
    r"^BtSlice_GetIndices$": "fails without an exception where an index is out of range, as in CPython",
    r"^BtLong_FromUnicodeObject$|^BtLong_AsNativeBytes": "takes a place for the result",
}

# In these places a size is how long the memory of the argument before it is.
LENGTH_OF_MEMORY = re.compile(r"const (char|void|unsigned char) \*")

NUMBERS = {"Bt_ssize_t", "size_t", "int", "long", "long long", "unsigned long", "unsigned long long", "Bt_UCS4", "Bt_hash_t",
           "int32_t", "uint32_t", "int64_t", "uint64_t", "char"}
PLACES = {"Bt_ssize_t *", "int *", "size_t *", "long *", "double *", "int64_t *", "uint64_t *", "int32_t *", "uint32_t *",
          "Bt_hash_t *", "const char **", "char **"}

DECLARATION = re.compile(
    r"^BT_API\s+([^;{}()]*?)\b(_?Bt\w+)\s*\(([^;{}]*?)\)\s*((?:BT_\w+(?:\([^()]*\))?\s*)+);", re.S | re.M)


class Parameter:
    def __init__(self, text):
        match = re.match(r"^(.*?)\s*\b(\w+)$", text.strip())
        self.type, self.name = (match[1].strip(), match[2]) if match else (text.strip(), "")


class Function:
    def __init__(self, header, result, name, parameters, marks, allows_null):
        self.header, self.result, self.name, self.marks = header, result.strip(), name, marks
        self.parameters = [] if parameters.strip() in ("void", "") else [Parameter(p) for p in parameters.split(",")]
        self.allows_null = allows_null
        error = re.search(r"BT_ERR\(([^)]*)\)", marks)
        self.error = error[1] if error and "BT_ATTACHED" in marks else None
        if name.startswith("_BtUnicode_"):
            self.error = "none"  # properties of a code point, in any state
        elif "BT_FAILS" in marks and "BT_ATTACHED" in marks:
            self.error = "none"  # it may fail, without an exception
        self.steals = set(re.findall(r"BT_STEALS\((\w+)\)", marks))
        self.is_new = "BT_NEW_REF" in marks

    def is_covered(self):
        if self.error is None or "all" in self.steals:
            return False
        if any(re.search(pattern, self.name) for pattern in LEFT_OUT):
            return False
        types = [p.type for p in self.parameters]
        known = NUMBERS | PLACES | {"BtObject *", "BtObject **", "BtTypeObject *", "const char *", "double", "Bt_buffer *"}
        return all(t in known for t in types) and any(t == "BtObject *" or t in NUMBERS for t in types)


def functions(folder):
    for header in sorted(pathlib.Path(folder, "baton").glob("*.h")):
        if PRIVATE.match(header.name):
            continue
        text = header.read_text()
        allows_null = "NULL object is a SystemError" in text
        text = re.sub(r"//[^\n]*", "", text)
        for match in DECLARATION.finditer(text):
            yield Function(header.name, *match.groups(), allows_null)


def caller(index, function):
    """A C function that calls one with the objects `o` and the number `n`."""
    lines, arguments, after, objects = [], [], [], 0
    previous = ""
    for place, parameter in enumerate(function.parameters):
        kind = parameter.type
        if kind == "BtObject *":
            value = f"o[{objects}]"
            arguments.append(f"Bt_XNewRef({value})" if parameter.name in function.steals else value)
            objects += 1
        elif kind == "BtTypeObject *":
            arguments.append("&BtList_Type")
        elif kind == "const char *":
            # As long as the longest number that a function reads from memory.
            arguments.append('"text\\0\\0\\0\\0"')
        elif kind == "double":
            arguments.append("(double)n * 1e300")
        elif kind == "Bt_buffer *":
            lines.append("Bt_buffer view = {0};")
            arguments.append("&view")
            after.append("BtBuffer_Release(&view);")
        elif kind in NUMBERS:
            is_length = LENGTH_OF_MEMORY.match(previous) and kind in ("Bt_ssize_t", "size_t")
            arguments.append("4" if is_length else f"({kind})n")
        elif kind == "BtObject **":
            # The first argument goes in and out; others only out.
            lines.append(f"BtObject *place{place} = {'Bt_XNewRef(o[0])' if place == 0 else 'NULL'};")
            arguments.append(f"&place{place}")
            if place == 0:
                after.append("Bt_XDECREF(place0);")
        else:
            lines.append(f"{kind[:-1].strip()} place{place} = 0;")
            arguments.append(f"&place{place}")
        previous = kind
    call = f"{function.name}({', '.join(arguments)})"
    is_object = re.fullmatch(r"Bt\w*Object \*", function.result) is not None
    check = []
    if function.result == "void":
        lines.append(f"{call};")
        check.append("check(what, 0, 0);")
    else:
        lines.append(f"{function.result} result = {call};")
        failed = {"NULL": "result == NULL", "always": "result == NULL", "0": "result == 0", "-1": "result == (__typeof__(result))-1", "-2": "result == -2"}.get(function.error)
        if failed:
            check.append(f"check(what, {failed}, BT_OCCURRED);")
        elif function.error == "occurred" and ("*" in function.result or function.result == "BtCapsule_Destructor"):
            check.append("check(what, BT_OCCURRED && result == NULL, BT_OCCURRED);")
        elif function.error == "occurred":
            value = "result.real" if function.result == "Bt_complex" else "result"
            check.append(f"check(what, BT_OCCURRED && {value} != (__typeof__({value}))-1 ? 0 : BT_OCCURRED, BT_OCCURRED);")
        else:
            check.append("check(what, 0, BT_OCCURRED);")
        if is_object and function.is_new:
            after.insert(0, "Bt_XDECREF((BtObject *)result);")
        else:
            after.insert(0, "(void)result;")
    body = "\n    ".join(lines + check + after)
    return f"""static void call_{index}(BtObject **o, long n, const char *what)
{{
    (void)o, (void)n;
    {body}
}}
""", objects


def main():
    rows, bodies = [], []
    for function in functions(sys.argv[1]):
        if not function.is_covered():
            continue
        body, objects = caller(len(rows), function)
        if objects > 4:
            continue
        bodies.append(body)
        has_numbers = any(p.type in NUMBERS | {"double"} for p in function.parameters)
        rows.append(f'    {{"{function.name}", call_{len(rows)}, {max(objects, 1)}, {int(has_numbers)}, '
                    f"{int(function.allows_null)}}},")
    print('#include "bad_input.h"\n')
    print("\n".join(bodies))
    print("const Function functions[] = {\n" + "\n".join(rows) + "\n    {NULL, NULL, 0, 0, 0},\n};")


main()
