e = ValueError("x")
e.__notes__ = ["a", 5]
raise e
