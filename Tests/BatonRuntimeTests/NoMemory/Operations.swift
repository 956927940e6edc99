import BatonRuntime
import CBaton

/// Groups of things that are done through the C API, as expressions. Each gives the same result every time, leaves no
/// object behind, and allocates.
enum Operations {
    static let groups: [String: [String]] = [
        "numbers": [
            "10000000000000000000 * 10000000000000000000 + 1", "int('123456789012345678901234567890', 10)",
            "int('-0x_ffff_ffff_ffff_ffff_ffff', 16)", "str(123456789012345678901234567890)", "(7).__pow__(90)",
            "123456789012345678901234567890 % 97", "(123456789012345678901234567890).__floordiv__(1234567890123)",
            "(123456789012345678901234567890).__truediv__(7)", "(255).to_bytes(40, 'big')",
            "int.from_bytes(b'abcdefghijklmnopqrstuvwx', 'little')", "(1).__lshift__(200).__rshift__(3)",
            "float('  1.5e300 ')", "(1.25).hex()", "float.fromhex('0x1.8p+3')", "(1234.5).__format__('>+20,.3f')",
            "(1234567).__format__('_>20_d')", "(-255).__format__('#x')", "(1.1).as_integer_ratio()", "float('1e-320')",
            "(12345678901234567890).__hash__()", "1.5 + 2", "(3.7).__divmod__(2)", "(10).__divmod__(3)",
            "(5).bit_length() + 1000", "bool(10000000000000000000)", "(2.5).__round__()", "(12345).__round__(-2)",
            "(12345678901234567890).__and__(98765432109876543210)", "(0.1).__pow__(3)", "-12345678901234567890",
        ],
        "text": [
            "'a,b,,c'.split(',')", "'a b  c'.rsplit(None, 1)", "'x\\ny\\r\\nz'.splitlines(True)",
            "', '.join(['one', 'tw\\u00f6', '\\u20ac'])", "'{} {x!r:>10} {0[1]}'.format([1, 'b'], x='y')",
            "'%d %5.2f %s %r %(name)s' % {'name': 1}", "'%05d|%-6s|%x|%c' % (42, 'ab', 255, 'z')",
            "'%s and %r' % ('\\u20ac', [1, 2])", "'abcabc'.replace('b', '\\U0001f600')", "'stra\\u00dfe'.upper()",
            "'HELLO \\u0130'.lower()", "'the quick fox'.title()", "'abc'.center(20, '*')", "'a\\tb'.expandtabs(4)",
            "'\\u20acuro'.encode('utf-8')", "'a\\u20ac\\n'.encode('unicode_escape')", "'text'.encode('utf-16')",
            "b'caf\\xc3\\xa9'.decode('utf-8')",
            "'\\u20ac'.encode('ascii', 'xmlcharrefreplace')", "'\\u20ac'.encode('ascii', 'backslashreplace')",
            "'abc'.translate({97: 'xyz', 98: None})", "str.maketrans('ab', 'xy', 'z')", "'abc'.partition('b')",
            "'a-b'.rpartition('-')", "str([1, 'a', {'k': (1, 2)}, 1.5])", "repr_of('quote\\' \\x00 \\u20ac')",
            "'abc' * 50 + 'd'", "'abcdef'[1:5:2]", "'abc'.zfill(10)", "str(b'bytes', 'latin-1')", "'a' + '\\u20ac'",
            "'\\u20ac\\u20ac'.find('a') + 5000", "'abcdef'.count('c') + 5000", "'aXb'.swapcase().casefold()",
            "'prefix-x'.removeprefix('prefix-')", "'  strip '.strip()", "'abc'.startswith(('x', 'ab'))",
            "'{:>10}{:^8.3f}'.format('r', 2.5)", "'k' in 'kkk\\u20ac'", "list('abc\\u20ac')",
            "'{a.real}'.format(a=70000)",
        ],
        "bytes": [
            "bytes(100)", "bytes([1, 2, 3])", "bytes('text', 'utf-8')", "b'a,b'.split(b',')",
            "b','.join([b'a', bytearray(b'b')])",
            "b'abc'.replace(b'b', b'xyz')", "b'%d %s' % (5, b'x')", "b'abc'.hex('-')", "bytes.fromhex('00 ff 10')",
            "b'hello'.upper().title().center(11)", "b'abc'[::-1]", "repr_of(b'\\x00\\xff')", "b'abc' * 40",
            "x = bytearray(b'abc'); x.append(5); x.extend(b'0123456789012345678901234567890'); x",
            "x = bytearray(b'abcdef'); x[1:3] = b'XYZW'; x", "x = bytearray(5); x += b'more'; x *= 20; x",
            "x = bytearray(b'abcdef'); del x[::2]; x", "x = bytearray(b'abc'); x.insert(1, 66); x.pop() + 5000",
            "memoryview(b'abcdef')[1:4].tolist()", "memoryview(b'abcd').cast('H').tolist()",
            "memoryview(bytearray(8))[::2].tobytes()",
            "x = bytearray(8); m = memoryview(x); m[2:4] = b'zz'; m.release(); x", "memoryview(b'abc') == b'abc'",
            "memoryview(b'abcd').hex()", "memoryview(b'01234567').cast('B', (2, 4)).tolist()", "b'a\\nb'.splitlines()",
            "b'ab'.translate(bytes.maketrans(b'a', b'x'))", "list(b'abc')", "b'key=value'.partition(b'=')",
        ],
        "containers": [
            "[1000, 2000] + [3000]", "[1000] * 30", "x = []; x.append(1000); x.append(2000); x.extend('abcdefgh'); x",
            "x = [3000, 1000, 2000]; x.sort(reverse=True); x", "x = ['b', 'a', 'C']; x.sort(key=str.lower); x",
            "x = [1, 2, 3, 4]; x[1:2] = [5000, 6000, 7000]; del x[::2]; x",
            "x = [1, 2]; x.insert(0, 5000); x.pop(); x.copy()",
            "x = [1, 2, 3]; x.reverse(); x.index(3) + 5000", "[1, [2, [3]]] == [1, [2, [3]]]",
            "list(range(1000, 1040))",
            "(1000, 2000) + (3000,)", "(1, 2) * 20", "tuple([1000, 2000])[::-1]",
            "(1000, (2000, 3000)).__hash__() % 7 * 0",
            "{'a': 1, 'b': [2, 3]}", "x = {}; x['k'] = 5000; x.update({'b': 6000}); x.pop('k')",
            "x = {'a': 1}; x.setdefault('b', []).append(1); x", "dict([('a', 1), ('b', 2)], c=3)", "{'a': 1}.copy()",
            "list({'a': 1000, 'b': 2}.items())", "{'a': 1}.__or__({'b': 2})", "dict.fromkeys('abcdefghijk', 1000)",
            "{1: 2, 3: 4, 5: 6, 7: 8, 9: 10, 11: 12, 13: 14}", "x = {}; x.update([(1, 2), (3, 4)]); x",
            "{'a': 1}.keys().__and__(set(['a']))",
            "set('a')", "frozenset([1])", "x = set(range(100)); x.add(5000); x.discard(3); x.remove(4); x.pop() * 0",
            "set([1]).union([1], set([1]))", "set([1, 2]).intersection([2])", "set([1, 2]).difference([2])",
            "set([1]).symmetric_difference([1, 3])", "frozenset([1, 2]).__hash__() * 0",
            "set(range(40)).issubset(range(50))",
            "range(1000, 2000, 7)[3:50]",
            "range(10000000000000000000, 10000000000000000009).index(10000000000000000003) + 9",
            "slice(1, 2, 3).indices(10)", "slice(1000, 2000)", "list(reversed_of([1000, 2000]))",
            "list([1].__iter__())",
            "repr_of([1, (2, {3: 4}, set([5]))])", "list(dict(a=1).values())",
            "x = [1]; x.extend(range(20)); x.clear(); x",
            "x = {'a': 1, 'b': 2}; x.popitem()", "[1, 2, 3].count(2) + 5000", "[5] in [[5]]",
        ],
        "errors": [
            "memory_test.display(memory_test.raise_chain('x'))", "memory_test.raise_chain(5).args",
            "str(memory_test.raise_chain(5))",
            "memory_test.raise_chain('a').__cause__", "repr_of(memory_test.raise_chain([1]))",
            "memory_test.raise_chain(5).with_traceback(None)", "errors_test.warn_place({})",
            "errors_test.checks(5) + 5000",
            "memory_test.raise_chain(5).__notes__", "memory_test.raise_chain(5).__reduce__()",
        ],
        "arguments": [
            "memory_test.parse_units(200, -5, 70000, -70000, 1000000000000, 1000, 7, 8, 1.5, 2.5, True, b'x', '\\u20ac')",
            "memory_test.parse_text('a', 'b\\u20ac', None, 'd', b'e', b'f', 'g', b'h', bytearray(b'i'), (5000,))",
            "memory_test.parse_encoded('caf\\u00e9', 'caf\\u00e9')",
            "memory_test.parse_buffers('a\\u20ac', b'b', bytearray(b'c'), None, b'd', b'e', b'f', b'g', b'h', memoryview(b'i')) + 5000",
            "memory_test.parse_keywords(1, 70000, name='n', data=[])", "memory_test.parse_keywords(1, data=2)",
            "memory_test.build(1, 'two')", "memory_test.write_text('\\u20ac')",
            "memory_test.format_text([1, '\\u00e9'])",
            "memory_test.view(b'0123')", "memory_test.capsule()", "memory_test.resize()",
            "args_test.unpack(1000, b=2, c=3)",
            "args_test.stack(1000, 2000, c=3000)", "call_test.fastcall(1, 2)", "call_test.varargs(1, 'b')",
            "call_test.keywords(1, a=2)", "call_test.fastcall_keywords(1, k=2)",
        ],
        "examples": [
            "zlib.decompress(zlib.compress(b'quick brown fox ' * 40))", "zlib.compressobj(6).compress(b'abc')",
            "x = zlib.compressobj(); y = x.compress(b'abcdef' * 100); z = x.flush(); zlib.decompressobj().decompress(y + z)",
            "zlib.crc32(b'hello')", "zlib.compressobj().copy().flush()",
            "zlib.decompress(zlib.compress(b'x' * 9000), bufsize=1)",
            "hashlib.sha256(b'abc').hexdigest()", "hashlib.new('md5', b'abc').digest()",
            "x = hashlib.sha1(b'abc'); y = x.copy(); y.update(b'def'); y.hexdigest()",
            "hashlib.shake_128(b'a').hexdigest(300)",
            "x = hashlib.new('blake2b', b'abc', key=b'k', digest_size=20); y = x.copy(); y.update(b'def'); y.hexdigest()",
            "hashlib.pbkdf2_hmac('sha256', b'password', b'salt', 10)",
            "matrix.matmul(matrix.random(3, 3), matrix.random(3, 3)).shape",
            "matrix.random(2, 2).to_bytes().__len__() + 5000",
        ],
    ]

    /// What makes cycles, which only a collector frees: their objects are not counted.
    static let withCycles = [
        "memory_test.make_type([1])", "type('Made', (), {'a': 1})().a", "type('Made', (list,), {})([1])",
        "memory_test.import_again('module_test')", "memory_test.import_again('type_test')",
    ]

    static let modules = [
        "memory_test", "args_test", "call_test", "errors_test", "module_test", "type_test", "zlib", "hashlib", "matrix",
    ]

    /// The names that the expressions use; owned by the process.
    static func loadNames() throws -> [String: Ref] {
        var names: [String: Ref] = [:]
        for module in modules {
            names[module] =
                module.hasSuffix("_test") ? try TestExtension.load(module) : BtImport_ImportModule(module)
        }
        let builtins = try TestExtension.load("memory_test")
        names["repr_of"] = BtObject_GetAttrString(builtins, "repr_of")
        names["reversed_of"] = BtObject_GetAttrString(builtins, "reversed_of")
        return names
    }
}
