# The subscript that failed.
d = {"a": {"b": [1]}}
print(d["a"]["b"][0], d["a"]["missing"]["x"])
