import sys
sys.stdin.close()
try: input()
except ValueError as e: print(e)
sys.stdin = None
try: input()
except RuntimeError as e: print(e)
del sys.stdin
try: input()
except RuntimeError as e: print(e)
