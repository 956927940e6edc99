# All spellings of numbers.
print(0, 00, 1_000, 0x_ff, 0XFF, 0b1_01, 0B1, 0o17, 0O7_7, 1_0.0_1, 1e3, 1E-3, 1.e2, .5, 5., 1_0e1_0, 0e0, 00.5, 0_0)
print(123456789012345678901234567890, 1e400, -1e400, 1e-400, 0.1 + 0.2)
for bad in ["1_", "1__0", "0x", "0b2", "0o8", "01", "1e", "1.5_", "0xg", "1_a", "0_x1", "1abc", "0b", "1.0.0", "0777", "1e+", "0b1e", "9z", "1_000_", "0x1_", "12_e3"]:
    try:
        print(eval(bad))
    except SyntaxError as e:
        print(bad, e.msg, e.offset, e.end_offset)
