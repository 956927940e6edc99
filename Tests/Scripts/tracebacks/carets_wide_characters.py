# Carets below text that is wider than its bytes.
名前 = {"é": 1}; print("日本語", 名前["é"] + "x", "😀")
