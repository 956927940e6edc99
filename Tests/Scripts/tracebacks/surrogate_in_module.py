class E(Exception): pass
E.__module__ = "m\udc80"
raise E("q")
