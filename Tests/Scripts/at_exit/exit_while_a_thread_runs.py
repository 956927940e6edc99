import threading, time, sys
def f():
    time.sleep(0.1); print("thread done")
threading.Thread(target=f).start()
sys.exit(4)
