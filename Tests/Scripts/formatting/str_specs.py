# Formatting of strings.
for spec in ["", "s", "10", "<10", ">10", "^10", "*^11", ".2", "5.2", ">5.1s", "^9.3s", "010", "<010", "é<6", "0", "{<5", ".0"]:
    print(spec, "|" + format("abcd", spec) + "|")
for spec in ["d", "=10", "+", " ", ",", "_", "#", "z", "x", "f", "c", "10d", ".", "=", "s10", "-", "+s", "<=10", "=<10", "==10"]:
    try:
        print(spec, "|" + format("abcd", spec) + "|")
    except ValueError as e:
        print(spec, e)
