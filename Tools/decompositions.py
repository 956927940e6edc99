"""Writes Sources/BatonSyntax/Names/Decompositions.swift from this Python's Unicode data.

A run of characters whose decompositions are the next single characters is one entry:
FF21+25:41 says that FF21 to FF3A are A to Z.
"""
import os
import textwrap
import unicodedata

TARGET = os.path.join(os.path.dirname(__file__), "../Sources/BatonSyntax/Names/Decompositions.swift")


def characters(form, other):
    """Parts of identifiers that `form` decomposes, and `other` does not."""
    for code in range(0x110000):
        # Surrogates are no characters, syllables of Hangul are decomposed by arithmetic.
        if 0xD800 <= code < 0xE000 or 0xAC00 <= code <= 0xD7A3:
            continue
        character = chr(code)
        decomposed = unicodedata.normalize(form, character)
        if ("a" + character).isidentifier() and decomposed != character:
            if other is None or unicodedata.normalize(other, character) != decomposed:
                yield code, [ord(part) for part in decomposed]


def entries(pairs):
    runs = []
    for code, parts in pairs:
        if runs and len(parts) == 1:
            start, count, first = runs[-1]
            if len(first) == 1 and code == start + count + 1 and parts[0] == first[0] + count + 1:
                runs[-1] = (start, count + 1, first)
                continue
        runs.append((code, 0, parts))
    for start, count, parts in runs:
        yield "%X%s:%s" % (start, "+%X" % count if count else "", ",".join("%X" % part for part in parts))


def literal(name, comment, pairs):
    lines = textwrap.wrap(" ".join(entries(pairs)), 108, break_on_hyphens=False, break_long_words=False)
    body = "".join("        %s \\\n" % line for line in lines[:-1]) + "        %s\n" % lines[-1]
    return '    /// %s\n    static let %s = """\n%s        """\n' % (comment, name, body)


with open(TARGET, "w", encoding="ascii") as file:
    file.write("// Written by Tools/decompositions.py from Unicode %s.\n\n" % unicodedata.unidata_version)
    file.write("/// What characters of identifiers consist of: `code:parts` or `first+count:part`, in hexadecimal.\n")
    file.write("enum Decompositions {\n")
    file.write(literal("canonical", "The same character, spelled in parts.", characters("NFD", None)))
    file.write("\n")
    file.write(literal("compatible", "Another character that an identifier takes for it.", characters("NFKD", "NFD")))
    file.write("}\n")
