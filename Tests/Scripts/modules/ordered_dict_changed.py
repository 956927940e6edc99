import collections
d=collections.OrderedDict(a=1,b=2,c=3)
for f in ['d.pop(k)','d.update(z=1)','d[k]=5','d.clear()']:
  for it in ['d','d.items()','d.keys()','d.values()','reversed(d)']:
    d=collections.OrderedDict(a=1,b=2,c=3); n=0
    try:
        for k in eval(it):
            if isinstance(k,(tuple)): k=k[0]
            if isinstance(k,int): k='abc'[k-1]
            n+=1
            exec(f)
        print(f,it,'fine',n)
    except Exception as e: print(f,it,repr(e),n)
class D(dict): pass
d = D(a=1)
try:
    for k in d: d[k + "x"] = 1
except RuntimeError as e: print(e)
