# Messages of in-place operators with wrong operands.
for left, op, right in [("1", "+=", "'a'"), ("[]", "+=", "1"), ("()", "+=", "[]"), ("{}", "|=", "1"), ("{1}", "|=", "[1]"), ("'a'", "*=", "'b'"),
                        ("1", "**=", "None"), ("None", "-=", "1"), ("1.5", "<<=", "2"), ("[1]", "*=", "1.5"), ("1", "@=", "2"), ("b''", "+=", "''"),
                        ("{}", "|=", "[(1, 2)]"), ("[1]", "+=", "'ab'"), ("{1}", "&=", "{1, 2}"), ("{1}", "-=", "1"), ("5", "//=", "0"), ("5", "%=", "0"),
                        ("5", "/=", "0"), ("1", ">>=", "-1"), ("frozenset()", "|=", "{1}"), ("'a'", "%=", "1"), ("True", "&=", "1"), ("True", "|=", "False")]:
    scope = {}
    try:
        exec(f"x = {left}\nx {op} {right}", scope)
        print(left, op, right, repr(scope["x"]))
    except Exception as e:
        print(left, op, right, type(e).__name__, e)
