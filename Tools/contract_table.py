#!/usr/bin/env python3
"""Write the table of what each public function asks of its caller, for the checks at run time.

usage: contract_table.py INCLUDE-FOLDER > CShim/check/functions.inc

A row is API_FUNCTION(name, lock state, objects, flags): which of the first six parameters are objects (a bit each), and
whether the function has variable arguments, or runs code that must not see an exception that is set.
"""
import pathlib
import re
import sys

PRIVATE = re.compile(r"^(host|heap|addresses|method_cache|current)")

DECLARATION = re.compile(
    r"^BT_API\s+(?:BT_\w+\s+)*([^;{}()]*?)\b(_?Bt\w+)\s*\(((?:[^;{}()]|\([^()]*\))*)\)\s*((?:BT_\w+(?:\([^()]*\))?\s*)+);",
    re.S | re.M)

STATE = re.compile(r"\bBT_(ATTACHES|DETACHES|ATTACHED|BLOCKS|ANY_STATE)(?:_[A-Z_]+)?\b")

# Code that may run a script, or that asks BtErr_Occurred whether it has failed itself.
CLEAR = re.compile(
    r"^_?Bt(Object_(Call|Vectorcall|MakeTpCall|GetAttr|SetAttr|DelAttr|GetOptionalAttr|HasAttr|GetItem|SetItem|DelItem|Repr|Str$|ASCII|"
    r"Bytes|RichCompare|IsTrue|Not|Length|Size|GetIter|IsInstance|IsSubclass|Hash$|Dir|Format)"
    r"|Iter_(Next|Send)|Import_(Import|Get|Exec|Reload)|Arg_(Parse|Unpack|VaParse)|Number_(?!Check)|Sequence_(?!Check|Fast_)|"
    r"Mapping_(?!Check)|Eval_Call|Dict_(GetItemWithError|Merge|Update)|Vectorcall_Call)")


def rows(folder):
    for header in sorted(pathlib.Path(folder, "baton").glob("*.h")):
        if PRIVATE.match(header.name):
            continue
        text = re.sub(r"//[^\n]*", "", header.read_text())
        for _, name, parameters, marks in DECLARATION.findall(text):
            found = STATE.search(marks)
            if found is None:
                sys.exit(f"contract_table: {name} in {header.name} does not say what lock state it needs")
            state = found[1]
            objects = 0
            parts = [] if parameters.strip() in ("", "void") else re.split(r",(?![^(]*\))", parameters)
            place = 0
            for part in parts:
                kind = re.sub(r"\bconst\b", "", part)
                if re.search(r"\b(double|float)\b", kind) and "*" not in kind:
                    continue  # passed elsewhere
                if re.match(r"^\s*Bt\w*Object\s*\*\s*\w*\s*$", kind) and place < 6:
                    objects |= 1 << place
                place += 1
            flags = []
            if "..." in parameters or "va_list" in parameters or place > 6:
                flags.append("BT_HAS_STACK_ARGUMENTS")
            if CLEAR.match(name):
                flags.append("BT_RUNS_CODE")
            yield f"API_FUNCTION({name}, BT_NEEDS_{state}, 0x{objects:02X}, {' | '.join(flags) or '0'})"


def main():
    print("// What each public function asks of its caller. Written by Tools/contract_table.py from the headers.")
    print("\n".join(sorted(set(rows(sys.argv[1])))))


main()
