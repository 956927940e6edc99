class B(BaseException): pass
raise B("x", 1)
