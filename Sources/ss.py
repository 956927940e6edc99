import threading
threading.stack_size(262144)
class A:
  def __repr__(self): return repr(self)
  def __eq__(self, o): return self == o
  def __getattr__(self, n): return getattr(self, n)
  def __lt__(self, o): return self < o
def f(n): return f(n+1)
x = []
for i in range(100000): x = [x]
def run():
  try: 1/0
  except BaseException as e: print(type(e).__name__)
t = threading.Thread(target=run); t.start(); t.join()
print('end')
