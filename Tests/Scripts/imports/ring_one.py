import ring_two

value = "one"


def other():
    return ring_two.value
