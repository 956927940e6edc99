input("p: ")
