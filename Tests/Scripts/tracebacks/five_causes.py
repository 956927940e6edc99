e = None
for i in range(5):
    n = ValueError(i); n.__cause__ = e; e = n
raise e
