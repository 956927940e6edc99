"""Bytes as text of 64 letters."""

import binascii

__all__ = ["b64decode", "b64encode", "standard_b64decode", "standard_b64encode", "urlsafe_b64decode", "urlsafe_b64encode", "b16encode", "b16decode"]


def b64encode(s, altchars=None):
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(b"+/", altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    if isinstance(s, str):
        s = s.encode("ascii")
    s = bytes(s)
    if altchars is not None:
        s = s.translate(bytes.maketrans(altchars if isinstance(altchars, bytes) else altchars.encode(), b"+/"))
    if validate:
        letters = s.rstrip(b"=")
        if len(s) - len(letters) > 2 or not all(chr(byte).isalnum() or byte in b"+/" for byte in letters):
            raise binascii.Error("Only base64 data is allowed")
    return binascii.a2b_base64(s)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(s, b"-_")


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    if isinstance(s, str):
        s = s.encode("ascii")
    if casefold:
        s = s.upper()
    if any(byte not in b"0123456789ABCDEF" for byte in s):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)
