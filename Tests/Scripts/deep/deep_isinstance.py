t = int
for i in range(100000): t = (t,)
try: isinstance(1, t)
except RecursionError as e: print(e)
