# A line that is indented by tabs.
def f():
	if True:
		return	1 + [].nope
f()
