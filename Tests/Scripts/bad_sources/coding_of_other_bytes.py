# -*- coding: cp1252 -*-
# The byte  is nothing in cp1252.
print("never")
