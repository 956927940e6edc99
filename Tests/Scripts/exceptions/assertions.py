# assert with and without a message.
for s in ["assert True", "assert 0", "assert 0, 'm'", "assert [], (1, 2)", "assert None, None", "assert 1 == 1, 1 / 0", "assert 0, 1 / 0", "assert 0, ValueError('v')", "assert not 1, ''"]:
    try: exec(s); print(s, "passes")
    except Exception as e: print(s, type(e).__name__, e, e.args)
print(__debug__)
