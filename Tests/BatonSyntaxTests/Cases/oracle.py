"""Python's own answers, in the form in which the tests compare them.

    oracle.py trees FILE …     each file's tree or error, two lines a file
    oracle.py record           rewrite programs.jsonl with the answers of this Python, which must be 3.13
"""
import ast
import json
import os
import struct
import sys
import traceback
import warnings

# Fields that follow from others, or that Baton leaves out.
LEFT_OUT = {"ctx", "kind", "type_comment", "type_params", "type_ignores"}
CASES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "programs.jsonl")


def text(string):
    return "'" + "".join(c if 32 <= ord(c) < 127 and c not in "'\\" else "\\%x;" % ord(c) for c in string) + "' "


def constant(value, literal):
    if value is None or value is True or value is False:
        return str(value) + " "
    if value is ...:
        return "Ellipsis "
    if isinstance(value, int):
        if value < 2**63:
            return "%d " % value
        digits = literal.replace("_", "").lower()
        radix = {"0x": 16, "0o": 8, "0b": 2}.get(digits[:2], 10)
        return "%d:%s " % (radix, digits if radix == 10 else digits[2:])
    if isinstance(value, complex):
        return "j%x " % struct.unpack(">Q", struct.pack(">d", value.imag))
    if isinstance(value, float):
        return "f%x " % struct.unpack(">Q", struct.pack(">d", value))
    if isinstance(value, bytes):
        return "b" + "".join("%x," % byte for byte in value) + " "
    return text(value)


def dump(tree, source):
    lines = source.split("\n")
    out = []

    def write(node):
        if isinstance(node, list):
            out.append("[")
            for element in node:
                write(element)
            out.append("] ")
        elif node is None:
            out.append("- ")
        elif isinstance(node, ast.AST):
            out.append(type(node).__name__ + "(")
            if isinstance(node, ast.Constant):
                literal = lines[node.lineno - 1].encode()[node.col_offset : node.end_col_offset].decode(errors="replace")
                out.append(constant(node.value, literal))
            else:
                for field in node._fields:
                    if field not in LEFT_OUT:
                        write(getattr(node, field))
            out.append(")")
            if "lineno" in node._attributes:
                out.append("@%d:%d-%d:%d" % (node.lineno, node.col_offset, node.end_lineno, node.end_col_offset))
            out.append(" ")
        elif isinstance(node, str):
            out.append(text(node))
        else:
            out.append("%d " % node)

    write(tree)
    return "".join(out)


def answer(source, name):
    """The tree, or the error with its place."""
    try:
        tree = ast.parse(source, name)
    except SyntaxError as error:
        place = (error.lineno, error.offset, error.end_lineno, error.end_offset)
        return "%s: %s %s" % (type(error).__name__, error.msg, " ".join(str(part) for part in place))
    shown = source if isinstance(source, str) else source.decode("utf-8", errors="replace")
    return dump(tree.body, shown)


def report(source):
    """What Python prints for a program that it does not accept."""
    try:
        ast.parse(source, "<test>")
    except SyntaxError as error:
        return "".join(traceback.format_exception_only(error))
    return None


def main():
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(100_000)
    if sys.argv[1] == "trees":
        for name in sys.argv[2:]:
            with open(name, "rb") as file:
                print(name, answer(file.read(), name), sep="\n")
        return
    assert sys.version_info[:2] == (3, 13)
    with open(CASES, encoding="utf-8") as file:
        sources = [json.loads(line)["source"] for line in file]
    with open(CASES, "w", encoding="utf-8") as file:
        for source in sources:
            case = {"source": source, "answer": answer(source, "<test>"), "report": report(source)}
            print(json.dumps(case), file=file)


main()
