raise ValueError("a\udc80é")
