# is… methods over interesting characters.
chars = ["", "a", "A", "1", "²", "½", "٣", "一", " ", "\t", "\n", "\x1c", "\u00a0", "\u2028", "_", "é", "ª", "ǅ", "\u0300", "\ud800", "a1", "a b", "1a", "_x", "x-", "class", "Ⅷ", "\x7f", "😀", "\u200b"]
for c in chars:
    print(ascii(c), [f() for f in (c.isalpha, c.isdigit, c.isdecimal, c.isnumeric, c.isalnum, c.isspace, c.isprintable, c.isidentifier, c.isascii, c.isupper, c.islower, c.istitle)])
