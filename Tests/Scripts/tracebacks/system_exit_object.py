# The exit code of another object.
raise SystemExit([1, 2])
