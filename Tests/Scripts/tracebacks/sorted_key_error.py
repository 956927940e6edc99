# A callback of a builtin function.
data = [{"a": 1}, {"b": 2}]
print(sorted(data, key=lambda row: row["a"]))
