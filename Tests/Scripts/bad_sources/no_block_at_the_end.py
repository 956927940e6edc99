# A program that ends where a block is expected has no column for it.
print("not run")
if 1:
