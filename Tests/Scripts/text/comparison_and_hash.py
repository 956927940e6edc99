# Code point order across storage widths.
words = ["b", "a", "ab", "", "é", "Z", "😀", "\uffff", "aé", "a😀", "B"]
print(sorted(words), max(words), min(words), "a" < "b" < "c", "a" == "a", "a" != "b", "abc" < "abd", "abc" < "ab", "é" > "z", "\uffff" < "😀", "a" * 3 == "aaa")
print(hash("é") == hash("\xe9"), {"aé": 1}["a" + "é"], "a" == b"a", "a" == 97, "1" == 1, "a" != None)
print("ab" + "é" + "😀", len("😀é"), "😀é"[0], "a😀é"[1:], "a😀é"[::-1], list("é😀"), "😀" * 3, ord("😀"), chr(0x1F600), "x😀"[:1].isascii(), max("aé😀"), [ord(c) for c in "aé😀"])
