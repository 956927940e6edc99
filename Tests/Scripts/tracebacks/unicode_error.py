# An error of encoding.
print("abc".encode("ascii"), "aé".encode("ascii"))
