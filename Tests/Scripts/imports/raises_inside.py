print("about to fail")
raise ValueError("from the module")
