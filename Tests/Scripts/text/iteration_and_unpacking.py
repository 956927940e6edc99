# Strings are sequences of characters.
a, *b, c = "héllo"
print(a, b, c, list(enumerate("ab")), list(zip("ab", "cd")), list(reversed("abc")), sorted("hello"), set("aab") == {"a", "b"}, dict(zip("ab", range(2))), [c for c in "x😀"], tuple("ab"), "".join(reversed("é😀")))
it = iter("ab")
print(next(it), it.__length_hint__(), next(it), next(it, "end"))
for i, ch in enumerate("xyz", start=5):
    print(i, ch, end=";")
print()
