import string
from string import Template

print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits)
print(string.punctuation, repr(string.whitespace), len(string.printable))
print(string.capwords("hello  big world"), string.capwords("a-b-c", "-"))
t = Template("$who likes ${what}s and $$5 $")
print(t.safe_substitute(who="tim", what="egg"), t.safe_substitute(), t.is_valid())
t = Template("$who likes ${what}s, $$5")
print(t.substitute(who="tim", what="egg"), t.substitute({"who": 1}, what=2), t.get_identifiers(), t.is_valid())
try:
    t.substitute(who=1)
except KeyError as error:
    print("KeyError", error)
try:
    Template("ab\ncd $!").substitute()
except ValueError as error:
    print(error)
