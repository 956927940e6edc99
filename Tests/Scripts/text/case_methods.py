# Case changes, also where one character becomes several.
for s in ["hello World", "ÀÉ straße", "ǆ ǅ", "ΑΣ σς Σ", "ﬁ ŉ", "İı", "", "123", "they're Bill's", "ᾳ", "𐐨", "ß"]:
    print(repr(s), s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold(), s.istitle(), s.isupper(), s.islower())
