import collections
pritn("x")
