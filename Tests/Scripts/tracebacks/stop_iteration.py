# StopIteration at top level.
next(iter([]))
