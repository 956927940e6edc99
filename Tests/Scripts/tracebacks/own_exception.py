class Own(Exception):
    def __str__(self):
        return "own text\nin two lines"


def fail(kind):
    raise kind


fail(Own())
