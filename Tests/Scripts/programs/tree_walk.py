"""Expression trees: tokenizer, recursive descent parser, visitor, evaluation, pretty printer."""
import operator

class Token(tuple):
    __slots__ = ()
    def __new__(cls, kind, value, pos): return super().__new__(cls, (kind, value, pos))
    kind = property(operator.itemgetter(0)); value = property(operator.itemgetter(1)); pos = property(operator.itemgetter(2))

def tokenize(text):
    i = 0
    while i < len(text):
        ch = text[i]
        if ch.isspace(): i += 1; continue
        j = i + 1
        if ch.isdigit() or ch == ".":
            while j < len(text) and (text[j].isdigit() or text[j] == "."): j += 1
            yield Token("num", float(text[i:j]) if "." in text[i:j] else int(text[i:j]), i)
        elif ch.isidentifier():
            while j < len(text) and text[i:j + 1].isidentifier(): j += 1
            yield Token("name", text[i:j], i)
        elif text[i:i + 2] == "**": j = i + 2; yield Token("op", "**", i)
        elif ch in "+-*/%(),=": yield Token("op", ch, i)
        else: raise SyntaxError(f"unexpected {ch!r} at {i}")
        i = j
    yield Token("end", None, len(text))

class Node:
    def __init__(self, *children): self.children = children
    def __repr__(self): return f"{type(self).__name__}({', '.join(map(repr, self.children))})"
class Num(Node): pass
class Name(Node): pass
class Binary(Node): pass
class Unary(Node): pass
class Call(Node): pass

class Parser:
    LEVELS = [("+", "-"), ("*", "/", "%")]
    def __init__(self, text): self.tokens = list(tokenize(text)); self.at = 0
    @property
    def here(self): return self.tokens[self.at]
    def accept(self, *values):
        if self.here.kind == "op" and self.here.value in values:
            self.at += 1
            return self.tokens[self.at - 1].value
    def expect(self, value):
        if not self.accept(value): raise SyntaxError(f"expected {value!r} at {self.here.pos}, got {self.here.value!r}")
    def parse(self):
        node = self.level(0)
        if self.here.kind != "end": raise SyntaxError(f"trailing {self.here.value!r}")
        return node
    def level(self, n):
        if n == len(self.LEVELS): return self.unary()
        node = self.level(n + 1)
        while op := self.accept(*self.LEVELS[n]): node = Binary(op, node, self.level(n + 1))
        return node
    def unary(self):
        if op := self.accept("-", "+"): return Unary(op, self.unary())
        base = self.atom()
        return Binary("**", base, self.unary()) if self.accept("**") else base
    def atom(self):
        token = self.here
        self.at += 1
        if token.kind == "num": return Num(token.value)
        if token.kind == "name":
            if not self.accept("("): return Name(token.value)
            args = []
            while not self.accept(")"):
                if args: self.expect(",")
                args.append(self.level(0))
            return Call(token.value, *args)
        if token.value == "(":
            node = self.level(0); self.expect(")"); return node
        raise SyntaxError(f"unexpected {token.value!r} at {token.pos}")

class Visitor:
    def visit(self, node, *args): return getattr(self, "visit_" + type(node).__name__, self.generic)(node, *args)
    def generic(self, node, *args): raise NotImplementedError(type(node).__name__)
class Evaluate(Visitor):
    OPS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "%": operator.mod, "**": operator.pow}
    def __init__(self, **env): self.env = {"max": max, "min": min, "abs": abs} | env
    def visit_Num(self, n): return n.children[0]
    def visit_Name(self, n): return self.env[n.children[0]]
    def visit_Binary(self, n): op, a, b = n.children; return self.OPS[op](self.visit(a), self.visit(b))
    def visit_Unary(self, n): v = self.visit(n.children[1]); return -v if n.children[0] == "-" else v
    def visit_Call(self, n): return self.env[n.children[0]](*map(self.visit, n.children[1:]))
class Pretty(Visitor):
    def visit_Num(self, n): return str(n.children[0])
    visit_Name = visit_Num
    def visit_Binary(self, n): op, a, b = n.children; return f"({self.visit(a)} {op} {self.visit(b)})"
    def visit_Unary(self, n): return f"{n.children[0]}{self.visit(n.children[1])}"

for text in ["1 + 2 * 3", "-2 ** 2", "2 ** 3 ** 2", "(1 + x) % 4 / 2", "max(1, abs(-7), y) * 1.5", "1 +", "2 $ 3", "(1", "z", "max()", "1 / 0", "1 2"]:
    try:
        tree = Parser(text).parse()
        print(text, "=>", Evaluate(x=9, y=3).visit(tree), "|", tree)
        print("   ", Pretty().visit(tree))
    except (SyntaxError, ArithmeticError, LookupError, NotImplementedError, TypeError) as e:
        print(text, "!!", type(e).__name__, e)
