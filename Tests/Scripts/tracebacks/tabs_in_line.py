def f():
	x = [1,	2]
	return x[0] +	x[1] +	"a"
f()
