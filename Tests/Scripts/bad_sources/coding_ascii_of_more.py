# -*- coding: ascii -*-
print("é")
