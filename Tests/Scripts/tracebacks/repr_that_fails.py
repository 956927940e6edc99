class A:
    def __repr__(self): raise ValueError("rep")
print([A()])
