"""hashlib from a script: every algorithm, hash objects and key derivation with good and bad arguments."""
import hashlib

def show(label, f, *args, **kwargs):
    try:
        r = f(*args, **kwargs)
    except BaseException as e:
        print(label, type(e).__name__, str(e).replace("_hashlib.", "hashlib."))
    else:
        print(label, r)


def outcome(label, f, *args, **kwargs):
    """Where the words are each implementation's own."""
    try:
        f(*args, **kwargs)
    except Exception as e:
        print(label, type(e).__name__)
    else:
        print(label, "fine")

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
outcome('args', lambda: h(b'', b''))
outcome('args', lambda: h(foo=1))
show('args', lambda: h(string=b'abc').hexdigest())
outcome('args', lambda: h(b'a', string=b'abc').hexdigest())
outcome('args', lambda: hashlib.new())
outcome('args', lambda: hashlib.new(1))
show('args', lambda: hashlib.new(name='sha256', data=b'abc').hexdigest())
outcome('args', lambda: hashlib.new('sha256', b'', b''))
show('args', lambda: hashlib.new('sha256', usedforsecurity=False).hexdigest())
show('args', lambda: hashlib.new('sha256', data=b'abc').hexdigest())
show('args', lambda: hashlib.new('sha256', foo=b'abc').hexdigest())
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
outcome('scrypt', lambda: sc(b'p', b's', 16, 8, 1))
outcome('pbkdf2', lambda: p(1, b'p', b's', 1))
outcome('pbkdf2', lambda: p('shake_128', b'p', b's', 1))
outcome('shake', lambda: sc(b'p', salt=b's', n=None, r=8, p=1))

show('scrypt', lambda: sc(salt=b's', n=16, r=8, p=1))
show('scrypt', lambda: sc(password=b'p', salt=b's', n=16, r=8, p=1).hex())
class S(type(o)):
    pass
show('sub', S)
import io
show('file', lambda: hashlib.file_digest(io.BytesIO(b'abc' * 1000), 'sha256').hexdigest())
show('file', lambda: hashlib.file_digest(io.BytesIO(b'abc' * 1000), hashlib.sha1).hexdigest())
outcome('file', lambda: hashlib.file_digest(io.StringIO('abc'), 'sha256').hexdigest())
outcome('file', lambda: hashlib.file_digest())
outcome('file', lambda: hashlib.file_digest(io.BytesIO(), 'nothing'))
outcome('file', lambda: hashlib.file_digest(io.BytesIO(), 3))
show('file', lambda: hashlib.file_digest('abc', 'sha256').hexdigest())
show('file', lambda: hashlib.file_digest(open(__file__, 'rb'), 'sha256').name)
show('file', lambda: hashlib.file_digest(open(__file__, 'rb', buffering=0), 'md5').name)
show('file', lambda: hashlib.file_digest(open(__file__), 'sha256').name)

# One hash fed by many threads with the same bytes: each update takes in its bytes as a whole, so the order is none.
import threading

shared = hashlib.sha256()
block = b"0123456789abcdef" * 1024


def feed():
    for _ in range(20):
        shared.update(block)


workers = [threading.Thread(target=feed) for _ in range(4)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print(shared.hexdigest() == hashlib.sha256(block * 80).hexdigest(), shared.hexdigest())
