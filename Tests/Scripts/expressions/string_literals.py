# Prefixes, escapes and joining of literals.
print('a\tb\x41\u0042\U00000043\N{LATIN SMALL LETTER D}\101\0'.encode(), "\a\b\f\v\r".encode(), 'it\'s', "q\"q")
print(r'a\tb\'', R"\x", b'\x00\xff\101\\', rb'\x', Rb"\n", BR'\d', u'u', '\
joined', """a
b\
c""", '''x'y"z''', len('\r\n'))
print("a" 'b' """c""" r"\d", b"x" b'y', ("multi"
      "line"), 'é' + '\xe9' == 'éé', '\ud800'.encode('utf-8', 'surrogatepass'))
print(len("\
"), "\\", '\"', "\'", ascii("é\u20ac\U0001f600"), repr("\x00\x7f\x80\xa0\xad\u2028\ud800"))
