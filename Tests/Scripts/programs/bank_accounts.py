"""Accounts with inheritance, properties, exceptions and a report."""
from abc import ABC, abstractmethod
from functools import total_ordering


class AccountError(Exception):
    def __init__(self, account, message):
        super().__init__(f"{account.owner}: {message}")
        self.account = account


class InsufficientFunds(AccountError):
    def __init__(self, account, wanted):
        super().__init__(account, f"needs {wanted - account.balance} more")
        self.missing = wanted - account.balance


@total_ordering
class Account(ABC):
    count = 0
    __slots__ = ("owner", "_balance", "history")

    def __init__(self, owner, balance=0):
        self.owner, self._balance, self.history = owner, balance, []
        type(self).count += 1

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, value):
        if value < self.floor():
            raise InsufficientFunds(self, self._balance - value + self._balance * 0)
        self.history.append(value - self._balance)
        self._balance = value

    @abstractmethod
    def floor(self): ...

    def __eq__(self, other):
        return isinstance(other, Account) and self.balance == other.balance

    def __lt__(self, other):
        return self.balance < other.balance

    def __repr__(self):
        return f"{type(self).__name__}({self.owner!r}, {self.balance})"


class Savings(Account):
    __slots__ = ()
    def floor(self): return 0


class Giro(Account):
    __slots__ = ("limit",)
    def __init__(self, owner, balance=0, *, limit=100):
        super().__init__(owner, balance)
        self.limit = limit
    def floor(self): return -self.limit


accounts = [Savings("Ann", 50), Giro("Bob", 10), Giro("Cyd", limit=5)]
for a in accounts:
    try:
        a.balance -= 60
        print("ok", a)
    except InsufficientFunds as e:
        print(type(e).__name__, e, e.missing, e.account is a, e.args)
print(sorted(accounts), max(accounts), accounts[0] >= accounts[1], accounts[0] != accounts[2])
print(Savings.count, Giro.count, Account.count, [a.history for a in accounts])
for bad in (lambda: Account("x"), lambda: setattr(accounts[0], "extra", 1), lambda: Giro("x", 1, 2), lambda: hash(accounts[0])):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
accounts[1].history.clear()
del accounts[2].history
try:
    accounts[2].history
except AttributeError as e:
    print(e, e.name, e.obj)
