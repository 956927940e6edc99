import sys
sys.exot(1)
