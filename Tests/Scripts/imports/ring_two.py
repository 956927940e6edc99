import ring_one

value = "two"
early = hasattr(ring_one, "value")
