# exit and quit are at hand without an import.
try:
    exit(5)
except SystemExit as error:
    print(error.code)
try:
    quit()
except SystemExit as error:
    print(error.code)
exit("the end")
