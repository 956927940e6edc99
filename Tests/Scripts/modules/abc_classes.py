from abc import ABC, ABCMeta, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self): ...

    @property
    @abstractmethod
    def name(self): ...

    def describe(self):
        return f"{self.name}: {self.area()}"


try:
    Shape()
except TypeError as error:
    print(error)


class Square(Shape):
    name = "square"

    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2


print(Square(3).describe(), isinstance(Square(1), Shape), sorted(Shape.__abstractmethods__))


class OnlyArea(Shape):
    def area(self):
        return 0


try:
    OnlyArea()
except TypeError as error:
    print(error)


class Duck(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        return True if hasattr(other, "quack") else NotImplemented


class Robot:
    def quack(self):
        return "beep"


class Stone: ...


print(issubclass(Robot, Duck), isinstance(Stone(), Duck))
Duck.register(Stone)
print(isinstance(Stone(), Duck), issubclass(Stone, Duck), issubclass(int, Duck))
try:
    Duck.register(3)
except TypeError as error:
    print(error)
