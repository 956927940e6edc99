def dec(f): raise ValueError("dec")
@dec
class A:
    pass
