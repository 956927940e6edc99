class A:
    def foo(self): pass
A().fooo()
