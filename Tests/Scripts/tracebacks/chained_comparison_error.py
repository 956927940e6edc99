# Comparison of what has no order.
print(1 < 2 < "3" < 4)
