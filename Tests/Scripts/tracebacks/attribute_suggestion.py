# Attributes that are nearly right.
class Point:
    def __init__(self): self.width = 1
    def move(self): return self.widht
Point().move()
