# Source that has no file shows no lines.
exec("def f():\n    return 1 / 0\n\nf()")
