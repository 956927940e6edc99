#!/usr/bin/env python3
# vim: set fileencoding=koi8-r :
# A source in KOI8-R: the second line says so.
привет = "мир"
print(ascii(привет), len(привет), ascii(sorted("бва")))


class Ошибка(Exception):
    pass


raise Ошибка("текст: %s" % привет)
