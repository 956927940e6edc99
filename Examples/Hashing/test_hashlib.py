"""hashlib from a script: every algorithm, BLAKE2's parameters, hash objects, files and key derivation, with good and bad
arguments."""
import hashlib

def show(label, f, *args, **kwargs):
    try:
        r = f(*args, **kwargs)
    except BaseException as e:
        print(label, type(e).__name__, e)
    else:
        print(label, r)


names = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'shake_128', 'shake_256', 'blake2b', 'blake2s']
print(sorted(hashlib.algorithms_guaranteed))
print(sorted(n for n in hashlib.algorithms_available))
print([n for n in names if not hasattr(hashlib, n)])
print(hasattr(hashlib, 'new'), hasattr(hashlib, 'pbkdf2_hmac'), hasattr(hashlib, 'scrypt'), hasattr(hashlib, 'file_digest'))
data = bytes(range(256)) * 100
for n in names + ['sha512_224', 'sha512_256', 'ripemd160', 'sm3', 'md5-sha1', 'SHA256', 'SHA2-256', 'Sha1', 'SHA3-256', 'BLAKE2B512', 'sha512-256', 'RSA-SHA256', 'whirlpool', 'md4', 'nothing', '', 'é', 'sha_256', 'shake128', 'SHAKE128', 'MD5', 'BLAKE2S', 'blake2b512', 'mdc2']:
    def run():
        h = hashlib.new(n, b'abc')
        h.update(data)
        a = (16,) if n.lower().startswith('shake') else ()
        return h.name, h.digest_size, h.block_size, h.hexdigest(*a), h.digest(*a) == bytes.fromhex(h.hexdigest(*a))
    show(n, run)
for n in names:
    f = getattr(hashlib, n)
    a = (9,) if n.startswith('shake') else ()
    print(n, f().hexdigest(*a), f(data).hexdigest(*a), f(data, usedforsecurity=False).hexdigest(*a), f(bytearray(data)).hexdigest(*a), f(memoryview(data)[3:]).hexdigest(*a))
h = hashlib.sha256
for bad in ('text', None, 1, [1], 1.5, object(), memoryview(b'abcdef')[::2], memoryview(b'abcdef').cast('B', (2, 3)), memoryview(bytes(8)).cast('i')):
    label = type(bad).__name__ + (str(bad.shape) if isinstance(bad, memoryview) else '')
    show(('new', label), lambda: h(bad).hexdigest())
    show(('new2', label), lambda: hashlib.new('sha256', bad).hexdigest())
    show(('update', label), lambda: h().update(bad))
show('args', lambda: h(b'', b''))
show('args', lambda: h(foo=1))
show('args', lambda: h(string=b'abc').hexdigest())
show('args', lambda: h(b'a', string=b'abc').hexdigest())
show('args', lambda: hashlib.new())
show('args', lambda: hashlib.new(1))
show('args', lambda: hashlib.new(name='sha256', data=b'abc').hexdigest())
show('args', lambda: hashlib.new('sha256', b'', b''))
show('args', lambda: hashlib.new('sha256', usedforsecurity=False).hexdigest())
show('args', lambda: hashlib.new('sha256', data=b'abc').hexdigest())
show('args', lambda: hashlib.new('sha256', foo=b'abc').hexdigest())
show('args', lambda: h(b'', foo=1))
for args, kw in (((b'sha256',), {}), ((None,), {}), ((['x'],), {}), (('sha256\0',), {}), (('\udc80',), {}), (('sha256',), dict(name='x')), ((), dict(data=b'')), (('sha256',), dict(string=b'abc')), (('sha256',), dict(digest_size=5)), (('sha256', 'x'), {}), (('sha256', None), {}), (('nope', 'x'), {}), (('nope',), dict(foo=1)), (('nope',), {}), (('blake2b', b'x'), dict(digest_size=5)), (('blake2s',), dict(data=b'x', key=b'k', last_node=True)), (('blake2b',), dict(foo=1)), (('blake2b',), dict(string=b'')), (('blake2b', b'', b''), {}), (('blake2b', 'x'), {}), (('BLAKE2b',), dict(digest_size=5)), (('BLAKE2B',), {}), (('blake2b',), dict(digest_size=65))):
    show(('new', args, sorted(kw)), lambda: hashlib.new(*args, **kw).hexdigest())
class Bad:
    def __bool__(self): raise KeyError('truth')
show('truth', lambda: h(usedforsecurity=Bad()))
show('truth', lambda: hashlib.new('sha256', usedforsecurity=Bad()))
show('truth', lambda: hashlib.new('sha256', usedforsecurity=[]).hexdigest())
print(hashlib.__all__, sorted(n for n in dir(hashlib) if not n.startswith('_')))
print([repr(getattr(hashlib, n)) for n in hashlib.__all__ if not n.startswith('algorithms') and n not in ('new', 'file_digest')])
for f in (h, hashlib.shake_256, hashlib.blake2b, hashlib.pbkdf2_hmac):
    print(f.__name__, f.__qualname__)
print([repr(o).split(' @ ')[0] for o in (h(), hashlib.shake_128(), hashlib.new('sha3_256'))], hashlib.blake2b(), type(h()), type(hashlib.shake_128()).__mro__)
o = h(b'x')
show('update', o.update)
show('update', o.update, b'', b'')
show('update', o.update, data=b'')
show('digest', o.digest, 1)
show('hexdigest', o.hexdigest, 1)
show('copy', o.copy, 1)
print(sorted(n for n in dir(o) if not n.startswith('_')), type(o).__name__)
for name in ('name', 'digest_size', 'block_size'):
    show(name, getattr, o, name)
show(name, setattr, o, name, 1)
show(name, delattr, o, name)
show('x', setattr, o, 'x', 1)
show('make', type(o))
c = o.copy(); c.update(b'y')
print(o.hexdigest() == h(b'x').hexdigest(), c.hexdigest() == h(b'xy').hexdigest(), o.digest() == o.digest())
import copy
show('copy.copy', lambda: copy.copy(o).hexdigest())
show('deepcopy', lambda: copy.deepcopy(o).hexdigest())
s = hashlib.shake_128(b'abc')
for bad in (0, 1, 100, 5000, 'x', None, 1.5, 2**63, True):
    show(('shake', bad), lambda: s.digest(bad)[:40])
    show(('shakehex', bad), lambda: s.hexdigest(bad)[:40])
show('shake', s.digest)
show('shake', lambda: s.digest(length=4))
show('shake', lambda: s.digest(1, 2))
show('shake', lambda: s.hexdigest(foo=4))
print(s.digest_size, s.block_size, s.name)
p = hashlib.pbkdf2_hmac
for args in (('sha256', b'p', b's', 1), ('sha256', b'p', b's', 10, 5), ('sha512', b'p', b's', 10, None), ('sha256', b'p', b's', 0), ('sha256', b'p', b's', -1), ('sha256', b'p', b's', 2**31), ('sha256', b'p', b's', 2**70), ('sha256', b'p', b's', 1, 0), ('sha256', b'p', b's', 1, -1), ('sha256', b'p', b's', 1, 'x'), ('sha256', b'p', b's', 1, 2**31), ('nope', b'p', b's', 1), ('sha256', 'p', b's', 1), ('sha256', b'p', 's', 1), ('sha256', b'p', b's', 'x'), ('sha256', b'p', b's', 1.0), ('sha256', b'p', b's'), ('sha256', b'', b'', 1), ('md5', bytearray(b'p'), b's', 3), ('sha256', b'p', b's', 1, 5, 6), ('sha3_256', b'p', b's', 2), ('blake2b', b'p', b's', 2), ('sha256', b'p', b's', 1, 2**70)):
    show(('pbkdf2', args), lambda: p(*args).hex())
show('kw', lambda: p(hash_name='sha1', password=b'p', salt=b's', iterations=2, dklen=4))
show('kw', lambda: p('sha1', b'', b'', 1, foo=1))
sc = hashlib.scrypt
for kw in (dict(salt=b's', n=16, r=8, p=1), dict(salt=b's', n=16, r=8, p=1, dklen=10), dict(n=16, r=8, p=1), dict(salt=b's', r=8, p=1), dict(salt=b's', n=16, p=1), dict(salt=b's', n=16, r=8), dict(salt=b's', n=15, r=8, p=1), dict(salt=b's', n=1, r=8, p=1), dict(salt=b's', n=0, r=8, p=1), dict(salt=b's', n=-2, r=8, p=1), dict(salt=b's', n=2**20, r=8, p=1), dict(salt=b's', n=16, r=0, p=1), dict(salt=b's', n=16, r=8, p=0), dict(salt=b's', n=16, r=8, p=1, maxmem=-1), dict(salt=b's', n=16, r=8, p=1, maxmem=2**31), dict(salt=b's', n=16, r=8, p=1, maxmem=1), dict(salt=b's', n=16, r=8, p=1, dklen=0), dict(salt=b's', n=16, r=8, p=1, dklen=-1), dict(salt=b's', n=16, r=8, p=1, dklen=2**31), dict(salt='s', n=16, r=8, p=1), dict(salt=b's', n='16', r=8, p=1), dict(salt=b's', n=16.0, r=8, p=1), dict(salt=b's', n=2**70, r=8, p=1), dict(salt=b's', n=16, r=-1, p=1), dict(salt=b's', n=16, r=8, p=2**40), dict(salt=b's', n=16, r=8, p=1, foo=1), dict(salt=b's', n=True, r=8, p=1), dict(salt=None, n=16, r=8, p=1), dict(salt=b's', n=16, r=8, p=1, maxmem='x'), dict(salt=b's', n=16, r=8, p=1, dklen=1.0), dict(salt=b's', n=16, r=8, p=1, maxmem=2**70)):
    show(('scrypt', kw), lambda: sc(b'p', **kw).hex())
show('scrypt', lambda: sc('p', salt=b's', n=16, r=8, p=1))
show('scrypt', lambda: sc(b'p', b's', 16, 8, 1))
show('pbkdf2', lambda: p(1, b'p', b's', 1))
show('pbkdf2', lambda: p('shake_128', b'p', b's', 1))
show('shake', lambda: sc(b'p', salt=b's', n=None, r=8, p=1))

show('scrypt', lambda: sc(salt=b's', n=16, r=8, p=1))
show('scrypt', lambda: sc(password=b'p', salt=b's', n=16, r=8, p=1).hex())
class S(type(o)):
    pass
show('sub', S)
import io
show('file', lambda: hashlib.file_digest(io.BytesIO(b'abc' * 1000), 'sha256').hexdigest())
show('file', lambda: hashlib.file_digest(io.BytesIO(b'abc' * 1000), hashlib.sha1).hexdigest())
show('file', lambda: hashlib.file_digest(io.StringIO('abc'), 'sha256').hexdigest())
show('file', lambda: hashlib.file_digest())
show('file', lambda: hashlib.file_digest(1))
show('file', lambda: hashlib.file_digest(1, 2, 3))
show('file', lambda: hashlib.file_digest(1, 2, 3, _bufsize=4))
show('file', lambda: hashlib.file_digest(io.BytesIO(), 'md5', foo=1))
show('file', lambda: hashlib.file_digest(io.BytesIO(), digest='md5'))
show('file', lambda: hashlib.file_digest(io.BytesIO(), lambda: 3))
show('file', lambda: hashlib.file_digest(io.BytesIO(b'abc'), lambda: hashlib.blake2s(key=b'k')).hexdigest())
show('file', lambda: hashlib.file_digest(io.BytesIO(b'abc'), 'blake2b').hexdigest())
for size in (1, 7, 100000, 0, -1, 'x', None):
    show(('file', size), lambda: hashlib.file_digest(open(__file__, 'rb'), 'sha256', _bufsize=size).hexdigest())
class Closed:
    def readinto(self, buffer): raise OSError('mine')
    def readable(self): return True
class Unreadable(Closed):
    def readable(self): return 0
class Odd(Closed):
    def readable(self): raise KeyError('mine')
for kind in (Closed, Unreadable, Odd):
    show('file', lambda: hashlib.file_digest(kind(), 'sha256'))
show('file', lambda: hashlib.file_digest(io.BytesIO(), 'nothing'))
show('file', lambda: hashlib.file_digest(io.BytesIO(), 3))
show('file', lambda: hashlib.file_digest('abc', 'sha256').hexdigest())
show('file', lambda: hashlib.file_digest(open(__file__, 'rb'), 'sha256').name)
show('file', lambda: hashlib.file_digest(open(__file__, 'rb', buffering=0), 'md5').name)
show('file', lambda: hashlib.file_digest(open(__file__), 'sha256').name)

# BLAKE2: its own types.
limits = (-1, 0, 1, 16, 32, 33, 64, 65, 255, 256, 2**31 - 1, 2**31, 2**32 - 1, 2**32, 2**48 - 1, 2**48, 2**63, 2**64 - 1, 2**64, -2**63, 2**70, 'x', None, 1.0, True, b'', [])
parts = (b'', b'1' * 8, b'1' * 9, b'1' * 16, b'1' * 17, b'1' * 32, b'1' * 33, b'1' * 64, b'1' * 65, 'x', None, 1, [1], bytearray(b'abc'), memoryview(b'abcdef')[::2], memoryview(bytes(range(8))).cast('i'))
for b in (hashlib.blake2b, hashlib.blake2s):
    print(b, b.__name__, b.__module__, b.__mro__, [(n, getattr(b, n)) for n in ('SALT_SIZE', 'PERSON_SIZE', 'MAX_KEY_SIZE', 'MAX_DIGEST_SIZE')])
    print(sorted(n for n in dir(b) if not n.startswith('__')), b.name, b.digest_size, b.block_size)
    for args, kw in (((), {}), ((b'',), {}), ((None,), {}), (('x',), {}), ((1,), {}), ((b'', b''), {}), ((), dict(data=b'x')), ((), dict(string=b'x')), ((), dict(foo=1)), (('x',), dict(digest_size=0)), ((), dict(digest_size=0, fanout=-1)), ((), dict(key=b'x' * 99, inner_size=-1)), ((), dict(salt='x', digest_size='x')), ((memoryview(bytes(6)).cast('B', (2, 3)),), {})):
        show((args, sorted(kw)), lambda: b(*args, **kw).hexdigest())
    for name in ('digest_size', 'fanout', 'depth', 'leaf_size', 'node_offset', 'node_depth', 'inner_size', 'last_node', 'usedforsecurity'):
        for value in limits:
            show((name, value), lambda: b(b'abc', **{name: value}).hexdigest())
    show('truth', lambda: b(last_node=Bad()))
    show('truth', lambda: b(usedforsecurity=Bad()))
    for name in ('key', 'salt', 'person'):
        for value in parts:
            label = type(value).__name__, len(value) if hasattr(value, '__len__') else 0
            show((name, label), lambda: b(b'abc', **{name: value}).hexdigest())
    for size in (0, 1, 63, 64, 65, 127, 128, 129, 255, 256, 257, 4095, 4096, 4097, 10000):
        o = b(data[:size], key=b'key', person=b'who', salt=b'salt', digest_size=size % b.MAX_DIGEST_SIZE + 1)
        o.update(data[:size]); c = o.copy(); o.update(data[size:])
        print(size, o.digest() == o.digest(), o.hexdigest(), c.digest(), c.name, c.digest_size, c.block_size)
    # A tree of two leaves, as the specification of BLAKE2 makes one.
    leaves = [b(data[i * 9000:(i + 1) * 9000], fanout=2, depth=2, leaf_size=9000, inner_size=b.MAX_DIGEST_SIZE, node_offset=i, node_depth=0, last_node=i == 1) for i in (0, 1)]
    root = b(leaves[0].digest() + leaves[1].digest(), fanout=2, depth=2, leaf_size=9000, inner_size=b.MAX_DIGEST_SIZE, node_depth=1, last_node=True)
    print(root.hexdigest(), root.copy().hexdigest())
    o = b(b'abc')
    for name in ('name', 'x'):
        show(name, setattr, o, name, 1)
        show(name, delattr, o, name)
    show('class', setattr, b, 'SALT_SIZE', 1)
    show('class', lambda: type('S', (b,), {}))
    for bad in ((), (b'', b''), ('x',), (1,), (None,), (memoryview(b'abcdef')[::2],), (memoryview(bytes(6)).cast('B', (2, 3)),)):
        show(('update', len(bad)), o.update, *bad)
    show('update', lambda: o.update(data=b''))
    show('digest', o.digest, 1)
    show('hexdigest', lambda: o.hexdigest(length=1))
    show('copy', o.copy, 1)
    show('copy.copy', copy.copy, o)
    show('deepcopy', copy.deepcopy, o)
    show('new', b.__new__)
    show('new', b.__new__, int)
    show('new', lambda: b.__new__(b, b'abc').hexdigest())
    print(o == o.copy(), hash(o) == hash(o), hashlib.new(o.name, b'abc', digest_size=9).hexdigest() == b(b'abc', digest_size=9).hexdigest())

# A copy and the object itself go on in a child process.
import os
for make in (hashlib.sha256, hashlib.blake2b, hashlib.blake2s):
    o = make(data)
    receiver, sender = os.pipe()
    child = os.fork()
    if child == 0:
        o.update(b'in the child')
        os.write(sender, (o.hexdigest() + o.copy().hexdigest()).encode())
        os._exit(0)
    os.close(sender)
    with os.fdopen(receiver, 'rb') as pipe:
        print(pipe.read(), os.waitpid(child, 0)[1], o.hexdigest() == make(data).hexdigest())

# One hash fed by many threads with the same bytes: each update takes in its bytes as a whole, so the order is none.
import threading

block = b"0123456789abcdef" * 1024


def feed(shared):
    for _ in range(20):
        shared.update(block)


for make in (hashlib.sha256, hashlib.blake2b, hashlib.blake2s):
    shared = make()
    workers = [threading.Thread(target=feed, args=(shared,)) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    print(shared.hexdigest() == make(block * 80).hexdigest(), shared.hexdigest())
