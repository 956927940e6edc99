# KeyError shows the repr of its key.
class K:
    def __repr__(self): return "<key with\nline>"
{}[K()]
