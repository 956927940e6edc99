# A class body is a frame.
class A:
    x = 1
    class B:
        y = undefined_name
