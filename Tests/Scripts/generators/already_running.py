# A generator cannot be entered twice.
def g():
    try: next(it)
    except ValueError as e: print(e)
    try: it.send(1)
    except ValueError as e: print(e)
    try: it.close()
    except ValueError as e: print(e)
    try: it.throw(KeyError)
    except ValueError as e: print(e)
    yield it.gi_running
it = g(); print(next(it), it.gi_running)
