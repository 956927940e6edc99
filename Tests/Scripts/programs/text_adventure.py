"""A state machine that reads commands; string methods, dict dispatch, closures, simulated input."""
import io
import sys

class Game:
    def __init__(self, script):
        self.lines = iter(script.strip().splitlines())
        self.room, self.bag, self.turns, self.undo = "hall", [], 0, []
        self.rooms = {"hall": {"north": "kitchen", "items": {"lamp"}}, "kitchen": {"south": "hall", "items": {"knife", "bread"}}}

    def commands(self):
        return {name[3:]: getattr(self, name) for name in sorted(dir(self)) if name.startswith("do_")}

    def do_go(self, where):
        """go <direction>"""
        if where not in self.rooms[self.room] or where == "items":
            return f"no way {where}"
        old, self.room = self.room, self.rooms[self.room][where]
        def back(): self.room = old
        self.undo.append(back)
        return f"you are in the {self.room}"

    def do_take(self, *what):
        """take <things>"""
        here = self.rooms[self.room]["items"]
        taken = [w for w in what if w in here]
        missing = set(what) - set(taken)
        here.difference_update(taken)
        self.bag += taken
        self.undo.append(lambda: (here.update(taken), [self.bag.remove(t) for t in taken]))
        return f"took {', '.join(taken) or 'nothing'}" + (f", no {' or '.join(sorted(missing))}" if missing else "")

    def do_undo(self):
        """undo"""
        try: self.undo.pop()()
        except IndexError: return "nothing to undo"
        return f"undone; bag: {self.bag}"

    def do_help(self): 
        """help"""
        return "; ".join(f.__doc__ for f in self.commands().values())

    def step(self, line):
        verb, *args = line.split()
        handler = self.commands().get(verb.casefold())
        if handler is None:
            near = [c for c in self.commands() if c.startswith(verb[:1])]
            return f"what is {verb!r}?" + (f" (did you mean {near[0]}?)" if near else "")
        try:
            return handler(*args)
        except TypeError as e:
            return f"usage: {handler.__doc__} ({e})"

    def __iter__(self): return self
    def __next__(self):
        line = next(self.lines)
        self.turns += 1
        return f"{self.turns}> {line.strip()}\n   {self.step(line)}"

SCRIPT = """
    help
    take lamp sword
    GO north
    take knife bread
    undo
    undo
    go up
    go
    undo
    undo
    hep
    xyzzy
"""
for turn in Game(SCRIPT): print(turn)
sys.stdin = io.StringIO("Ann\n30\n")
name, age = input("name? "), int(input())
print(f"hello {name}, {age + 1} next year")
try: input()
except EOFError as e: print("EOF", e)
