# What is wrong inside of an f-string.
for s in ["f'{'", "f'}'", "f'{}'", "f'{a b}'", "f'{a!x}'", "f'{a!}'", "f'{a:{b:{c:{d}}}}'", "f'{a!r b}'", "f'{lambda x: 1}'", "f'{*a}'", "f'{a:{}}'", "f'{a", "f'{a:'", "f\"{a\n}\" f'{'", "f'{#}'", "f'{a=!}'", "f'{!r}'", "f'{:x}'", "f'{=}'", "f'{a;b}'", "f'{a $ b}'", "f'{)}'", "f'{a[0}'", "f'{(a}'", "f'{a)}'", "f'{a!rr}'", "f'{a}}'", "f'{{a}'", "f'{yield}'", "f'{a := 5}' x", "f'{import x}'", "f'{a.}'", "f'{1 +}'", "f'''{\na b}'''", "f'{\"'", "f'{a!1}'", "f'{del x}'", "bf'x'", "fu'x'"]:
    try:
        compile(s, "<f>", "eval")
        print("fine", s)
    except SyntaxError as e:
        print(repr(s), "->", e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
