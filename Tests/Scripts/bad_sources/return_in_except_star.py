# A constant that is returned is what the caret means.
def f():
    try:
        pass
    except* ValueError:
        return 1
