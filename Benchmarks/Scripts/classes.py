"""A small class-heavy program: shapes in a tree, visited by double dispatch."""

from timing import measure


class Node:
    def __init__(self, children=()):
        self.children = list(children)

    def accept(self, visitor):
        return visitor.visit(self)

    def __len__(self):
        return 1 + sum(len(child) for child in self.children)


class Group(Node):
    @property
    def first(self):
        return self.children[0] if self.children else None


class Shape(Node):
    __slots__ = ("size", "factor")

    def __init__(self, size):
        super().__init__()
        self.size = size
        self.factor = 1

    def area(self):
        raise NotImplementedError


class Square(Shape):
    def area(self):
        return self.size * self.size * self.factor


class Circle(Shape):
    def area(self):
        return 3 * self.size * self.size * self.factor

    def __eq__(self, other):
        return isinstance(other, Circle) and self.size == other.size


class Areas:
    def __init__(self):
        self.total = 0

    def visit(self, node):
        if isinstance(node, Shape):
            self.total += node.area()
        else:
            for child in node.children:
                child.accept(self)
        return self


def tree(depth):
    if depth == 0:
        return Group([Square(2), Circle(3), Square(4)])
    return Group([tree(depth - 1), tree(depth - 1), Circle(depth)])


def run():
    total = 0
    for _ in range(4):
        root = tree(9)
        total += root.accept(Areas()).total + len(root)
        node = root
        while node.first is not None and not isinstance(node.first, Shape):
            node = node.first
            total += Circle(1) == Circle(1)
    return total


measure(run)
