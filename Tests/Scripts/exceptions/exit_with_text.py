import sys
sys.exit("bye\udc80 é")
