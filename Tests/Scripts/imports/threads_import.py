import threading

results = []


def load():
    import fleet.docks

    results.append(fleet.docks.place)


threads = [threading.Thread(target=load) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(results), set(results))
