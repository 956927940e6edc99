from broken_ring_two import value

name = "one"
