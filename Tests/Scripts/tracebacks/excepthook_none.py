import sys
sys.excepthook = None
raise KeyError(1)
