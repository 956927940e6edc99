# -*- coding: cp1252 -*-
# A source in cp1252: its texts, names and tracebacks.
print(ascii("€ “é” ™"), len("€"), b"\x80".decode("cp1252") == "€")
größe = "é"
print(ascii(größe), [ascii(name) for name in globals() if name[0] == "g"])
exec("wert = '€'")
print(ascii(wert), ascii(f"{größe}€"), ascii("""€
ü"""))


def fällt():
    return größe + 1


fällt()
