"""Money moved by several threads, with a lock of one's own and without: the runtime's lock protects objects, not invariants.

A transfer reads two balances, computes, and writes two. Between a read and a write another thread may run.

usage: bank_transfer.py [THREADS [TRANSFERS]]
"""

import sys
import threading

ACCOUNTS = 4
START = 1000


class Bank:
    def __init__(self):
        self.balances = [START] * ACCOUNTS
        self.lock = threading.Lock()

    def transfer_unsafe(self, source, target, amount):
        taken = self.balances[source]
        given = self.balances[target]
        pause()
        self.balances[source] = taken - amount
        self.balances[target] = given + amount

    def transfer_safe(self, source, target, amount):
        with self.lock:
            self.transfer_unsafe(source, target, amount)

    def total(self):
        return sum(self.balances)


def pause():
    """Some work between reading and writing, so that a switch falls there in every run."""
    for _ in range(20):
        pass


def run(method, threads, transfers):
    bank = Bank()
    move = getattr(bank, method)

    def work(seed):
        for number in range(transfers):
            source = (seed + number) % ACCOUNTS
            move(source, (source + 1 + number % (ACCOUNTS - 1)) % ACCOUNTS, 1 + number % 7)

    workers = [threading.Thread(target=work, args=(seed,)) for seed in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return bank.total()


def main(arguments):
    threads = int(arguments[0]) if arguments else 4
    transfers = int(arguments[1]) if len(arguments) > 1 else 20_000
    interval = sys.getswitchinterval()
    sys.setswitchinterval(0.0001)  # many switches, so that the race shows
    right = ACCOUNTS * START
    safe = run("transfer_safe", threads, transfers)
    unsafe = run("transfer_unsafe", threads, transfers)
    sys.setswitchinterval(interval)
    print(f"with a lock:    {safe:6} of {right}: {'kept' if safe == right else 'LOST'}")
    print(f"without a lock: {unsafe:6} of {right}: {'kept, by luck' if unsafe == right else 'money was made or lost'}")
    print("Notice: holding the runtime's lock makes one step safe, not two. An invariant over two objects needs its own lock.")


main(sys.argv[1:])
