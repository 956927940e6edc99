# abs, divmod, pow, round, bin, hex, oct, chr, ord.
print(abs(-5), abs(-2.5), abs(True), abs(-10 ** 30), divmod(7, 2), divmod(-7, 2), divmod(7.5, 2), pow(2, 5), pow(2, 5, 3), pow(2.0, -1), round(2.5), round(3.14159, 2), round(-1.5), bin(5), hex(255), oct(8), chr(97), chr(0x1F600), ord("a"), ord("😀"), ord(b"a"), ord(bytearray(b"z")), chr(0), repr(chr(0xD800)))
for s in ["abs('a')", "abs()", "abs(1, 2)", "divmod(1)", "divmod('a', 1)", "divmod(1, 0)", "chr(-1)", "chr(0x110000)", "chr('a')", "chr(1.5)", "ord('ab')", "ord('')", "ord(5)", "ord(b'ab')", "chr(10 ** 30)", "round('a')", "hex(1.5)", "bin('a')", "pow('a', 2)", "abs(None)", "divmod(None, 1)", "ord(b'')", "oct()", "chr()"]:
    try: print(s, eval(s))
    except Exception as e: print(s, type(e).__name__, e)
