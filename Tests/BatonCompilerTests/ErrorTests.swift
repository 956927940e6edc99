import Testing

/// What CPython 3.13 says of programs that its parser accepts and its compiler does not.
struct `Errors of the compiler` {
    @Test(arguments: [
        ("def f(x):\n global x", "name 'x' is parameter and global 2:2-2:10"),
        ("x\nglobal x", "name 'x' is used prior to global declaration 2:1-2:9"),
        ("def f():\n nonlocal x", "no binding for nonlocal 'x' found 2:2-2:12"),
        ("nonlocal x", "nonlocal declaration not allowed at module level 1:1-1:11"),
        ("def f(a,a):0", "duplicate argument 'a' in function definition 1:9-1:10"),
        ("return", "'return' outside function 1:1-1:7"),
        ("def f():\n  from a import *", "import * only allowed at module level 2:17-2:18"),
        ("[i:=1 for i in y]", "assignment expression cannot rebind comprehension iteration variable 'i' 1:2-1:3"),
        (
            "class C:\n [a:=1 for i in y]",
            "assignment expression within a comprehension cannot be used in a class body 2:3-2:4"
        ),
        (
            "[1 for i in (a:=3)]",
            "assignment expression cannot be used in a comprehension iterable expression 1:14-1:18"
        ),
        (
            "[j:=0 for i in y for j in z]",
            "assignment expression cannot rebind comprehension iteration variable 'j' 1:2-1:3"
        ),
        ("def f():\n x=1\n global x", "name 'x' is assigned to before global declaration 3:2-3:10"),
        ("def f():\n x:int=1\n global x", "annotated name 'x' can't be global 3:2-3:10"),
        ("def f():\n global x\n x:int=1", "annotated name 'x' can't be global 3:2-3:9"),
        ("def f():\n global x\n nonlocal x", "name 'x' is nonlocal and global 2:2-2:10"),
        ("[(yield) for x in y]", "'yield' inside list comprehension 1:3-1:8"),
        ("{(yield) for x in y}", "'yield' inside set comprehension 1:3-1:8"),
        ("{(yield):1 for x in y}", "'yield' inside dict comprehension 1:3-1:8"),
        ("((yield) for x in y)", "'yield' inside generator expression 1:3-1:8"),
        ("yield", "'yield' outside function 1:1-1:6"),
        ("class C:\n yield 1", "'yield' outside function 2:2-2:9"),
        ("class C:\n return 1", "'return' outside function 2:2-2:10"),
        ("break", "'break' outside loop 1:1-1:6"),
        ("while 1:\n  def f(): break", "'break' outside loop 2:12-2:17"),
        ("continue", "'continue' not properly in loop 1:1-1:9"),
        ("*a=1", "starred assignment target must be in a list or tuple 1:1-1:3"),
        ("*a", "can't use starred expression here 1:1-1:3"),
        ("f(a=1,a=2)", "keyword argument repeated: a 1:7-1:10"),
        ("a,*b,*c=1", "multiple starred expressions in assignment 1:1-1:8"),
        ("try:0\nexcept:0\nexcept E:0", "default 'except:' must be last 2:1-2:9"),
        (
            "x\nfrom __future__ import annotations",
            "from __future__ imports must occur at the beginning of the file 2:1-2:35"
        ),
        ("from __future__ import xx", "future feature xx is not defined 1:1-1:0"),
        ("from __future__ import braces", "not a chance 1:1-1:0"),
        ("__debug__=1", "cannot assign to __debug__ 1:1-1:10"),
        ("def f(__debug__):0", "cannot assign to __debug__ 1:7-1:16"),
        ("f(__debug__=1)", "cannot assign to __debug__ 1:3-1:14"),
        ("del *a", "cannot delete starred 1:5-1:7"),
        ("del __debug__", "cannot delete __debug__ 1:5-1:14"),
        ("x=*a", "can't use starred expression here 1:3-1:5"),
        ("for *a in b:0", "starred assignment target must be in a list or tuple 1:5-1:7"),
        ("lambda x,x:0", "duplicate argument 'x' in function definition 1:10-1:11"),
        ("a.__debug__=1", "cannot assign to __debug__ 1:1-1:12"),
        ("import __debug__", "cannot assign to __debug__ 1:1-1:17"),
        ("from __future__ import *", "future feature * is not defined 1:1-1:0"),
        ("with a as *b:0", "starred assignment target must be in a list or tuple 1:11-1:13"),
        ("def f():\n x\n nonlocal x", "name 'x' is used prior to nonlocal declaration 3:2-3:12"),
        ("def f(x):\n nonlocal x", "name 'x' is parameter and nonlocal 2:2-2:12"),
        ("try: pass\nfinally:\n  continue", "'continue' not properly in loop 3:3-3:11"),
        ("x = yield", "'yield' outside function 1:5-1:10"),
        ("del (a,*b)", "cannot delete starred 1:8-1:10"),
        ("return *a", "'return' outside function 1:1-1:10"),
        ("def f():\n return *a", "can't use starred expression here 2:9-2:11"),
        ("*a+=1", "'starred' is an illegal expression for augmented assignment 1:1-1:3"),
        ("(*a)", "cannot use starred expression here 1:2-1:4"),
        ("def f():\n for x in y:\n  def g(): continue", "'continue' not properly in loop 3:12-3:20"),
        ("def f(**__debug__):0", "cannot assign to __debug__ 1:9-1:18"),
        ("class C:\n  x=1\n  nonlocal x", "name 'x' is assigned to before nonlocal declaration 3:3-3:13"),
        ("class C:\n  nonlocal x", "no binding for nonlocal 'x' found 2:3-2:13"),
        ("def f():\n  class C:\n    nonlocal y", "no binding for nonlocal 'y' found 3:5-3:15"),
        ("from a import __debug__", "cannot assign to __debug__ 1:1-1:24"),
        ("from a import b as __debug__", "cannot assign to __debug__ 1:1-1:29"),
        ("with a as __debug__:0", "cannot assign to __debug__ 1:11-1:20"),
        ("for __debug__ in x:0", "cannot assign to __debug__ 1:5-1:14"),
        ("def __debug__():0", "cannot assign to __debug__ 1:1-1:18"),
        ("class __debug__:0", "cannot assign to __debug__ 1:1-1:18"),
        ("try:0\nexcept E as __debug__:0", "cannot assign to __debug__ 2:1-2:24"),
        ("(__debug__:=1)", "cannot assign to __debug__ 1:2-1:11"),
        ("[0 for __debug__ in x]", "cannot assign to __debug__ 1:8-1:17"),
        ("__debug__+=1", "cannot assign to __debug__ 1:1-1:10"),
        ("__debug__:int", "cannot assign to __debug__ 1:1-1:14"),
        ("__debug__:int=1", "cannot assign to __debug__ 1:1-1:10"),
        ("x.__debug__:int", "cannot assign to __debug__ 1:1-1:16"),
        ("class C(__debug__=1):0", "cannot assign to __debug__ 1:9-1:20"),
        ("class C(a=1,a=2):0", "keyword argument repeated: a 1:13-1:16"),
        ("lambda __debug__:0", "cannot assign to __debug__ 1:8-1:17"),
        ("f(**{'a':1},a=1,a=2)", "keyword argument repeated: a 1:17-1:20"),
        ("def f():\n  nonlocal x\n  global x", "name 'x' is nonlocal and global 2:3-2:13"),
        ("def f():\n x = 1\n def g():\n  nonlocal x\n  x: int = 2", "annotated name 'x' can't be nonlocal 5:3-5:13"),
        (
            "def f():\n from __future__ import annotations",
            "from __future__ imports must occur at the beginning of the file 2:2-2:36"
        ),
        (
            "'doc'\n'x'\nfrom __future__ import division",
            "from __future__ imports must occur at the beginning of the file 3:1-3:32"
        ),
        (
            "1\nfrom __future__ import division",
            "from __future__ imports must occur at the beginning of the file 2:1-2:32"
        ),
        (
            "import x\nfrom __future__ import division",
            "from __future__ imports must occur at the beginning of the file 2:1-2:32"
        ),
        (
            "if 1:\n from __future__ import division",
            "from __future__ imports must occur at the beginning of the file 2:2-2:33"
        ),
        ("*a, *b = c", "multiple starred expressions in assignment 1:1-1:7"),
        ("[*a, *b] = c", "multiple starred expressions in assignment 1:1-1:9"),
        ("a = *b", "can't use starred expression here 1:5-1:7"),
        ("yield x", "'yield' outside function 1:1-1:8"),
        ("def f(): return 1\nbreak", "'break' outside loop 2:1-2:6"),
        ("if 1: break", "'break' outside loop 1:7-1:12"),
        ("with x: continue", "'continue' not properly in loop 1:9-1:17"),
        ("while 0: break\nelse: break", "'break' outside loop 2:7-2:12"),
        ("for x in y: pass\nelse: continue", "'continue' not properly in loop 2:7-2:15"),
        ("class C:\n break", "'break' outside loop 2:2-2:7"),
        ("while 1:\n class C:\n  break", "'break' outside loop 3:3-3:8"),
        ("[(x:=1) for x in y]", "assignment expression cannot rebind comprehension iteration variable 'x' 1:3-1:4"),
        (
            "[[(x:=1) for z in y] for x in w]",
            "assignment expression cannot rebind comprehension iteration variable 'x' 1:4-1:5"
        ),
        (
            "[y for x in (lambda: (a:=1))()]",
            "assignment expression cannot be used in a comprehension iterable expression 1:23-1:27"
        ),
        ("def f(): [z:=x for x in y]; global z", "name 'z' is assigned to before global declaration 1:29-1:37"),
        (
            "[i for i in 5 for j in (i:=5)]",
            "assignment expression cannot be used in a comprehension iterable expression 1:25-1:29"
        ),
        (
            "[i+1 for i in (j := range(5))]",
            "assignment expression cannot be used in a comprehension iterable expression 1:16-1:29"
        ),
        ("def f():\n  try: pass\n  except: pass\n  except: pass", "default 'except:' must be last 3:3-3:15"),
        ("nonlocal x, y", "nonlocal declaration not allowed at module level 1:1-1:14"),
        ("def f(a, *, a): 0", "duplicate argument 'a' in function definition 1:13-1:14"),
        ("def f(a, *a): 0", "duplicate argument 'a' in function definition 1:11-1:12"),
        ("def f(a, **a): 0", "duplicate argument 'a' in function definition 1:12-1:13"),
        ("def f(a, /, a): 0", "duplicate argument 'a' in function definition 1:13-1:14"),
        ("def f():\n print(x)\n global x", "name 'x' is used prior to global declaration 3:2-3:10"),
        ("def f():\n def x(): 0\n global x", "name 'x' is assigned to before global declaration 3:2-3:10"),
        ("def f():\n class x: 0\n global x", "name 'x' is assigned to before global declaration 3:2-3:10"),
        ("def f():\n for x in y: 0\n global x", "name 'x' is assigned to before global declaration 3:2-3:10"),
        ("def f():\n x += 1\n global x", "name 'x' is assigned to before global declaration 3:2-3:10"),
        ("def f():\n del x\n global x", "name 'x' is assigned to before global declaration 3:2-3:10"),
        (
            "def f():\n try: 0\n except E as x: 0\n global x",
            "name 'x' is assigned to before global declaration 4:2-4:10"
        ),
        ("x: int\nglobal x", "annotated name 'x' can't be global 2:1-2:9"),
        ("x = 1\nglobal x", "name 'x' is assigned to before global declaration 2:1-2:9"),
        ("def g():\n (x:=1)\n global x", "name 'x' is assigned to before global declaration 3:2-3:10"),
        ("a = (*b)", "cannot use starred expression here 1:6-1:8"),
        ("return *a, b", "'return' outside function 1:1-1:13"),
        ("x = (yield)", "'yield' outside function 1:6-1:11"),
    ])
    func `have CPython's message and place`(source: String, message: String) {
        #expect(complaint(source) == message)
    }

    @Test(arguments: [
        "*a, = 1", "x = *a,", "x[*a] = 1", "def f():\n for x in y:\n  break\n else: pass", "global x\nx: int",
        "def f():\n class C:\n  def g(self): return __class__", "lambda: [z := x for x in y]",
        "def f():\n global z\n [z := x for x in y]", "'doc'\nfrom __future__ import annotations",
        "class C:\n def f(self):\n  nonlocal __class__",
    ])
    func `are none where the program is right`(source: String) throws {
        _ = try compiled(source)
    }

    @Test func `end blocks that are nested too deeply`() {
        func nested(_ depth: Int) -> String {
            (0..<depth).map { String(repeating: " ", count: $0) + "for x in y:\n" }.joined()
                + String(repeating: " ", count: depth) + "pass"
        }
        #expect(complaint(nested(21)) == nil)
        #expect(complaint(nested(22))?.hasPrefix("too many statically nested blocks") == true)
    }
}
