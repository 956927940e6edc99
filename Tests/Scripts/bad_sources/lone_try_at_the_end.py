# A program that ends behind a lone try.
try:
    pass
