import broken_ring_one

value = broken_ring_one.name
