"""Signs as Telegram does for third parties, with a test key: Ed25519 after RFC 8032, section 5.1.

Plain Python, neither fast nor safe against somebody who measures its time; the key is no secret.
"""

import hashlib

_P = 2**255 - 19
#: The order of the base point.
_L = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, _P - 2, _P) % _P
_Y = 4 * pow(5, _P - 2, _P) % _P
_X = 15112221349535400772501151409588531511454012693041857206046113283949847762202

#: Extended homogeneous coordinates: x = X/Z, y = Y/Z, x * y = T/Z.
Point = tuple[int, int, int, int]
_BASE: Point = (_X, _Y, 1, _X * _Y % _P)


def public_key(seed: bytes) -> bytes:
    """Give the public key, 32 bytes, of a seed of 32 bytes."""
    scalar, _ = _expanded(seed)
    return _encoded(_times(scalar, _BASE))


def sign(seed: bytes, message: bytes) -> bytes:
    """Sign; 64 bytes."""
    scalar, prefix = _expanded(seed)
    public = _encoded(_times(scalar, _BASE))
    nonce = _number(prefix, message)
    point = _encoded(_times(nonce, _BASE))
    proof = (nonce + _number(point, public, message) * scalar) % _L
    return point + proof.to_bytes(32, "little")


def _expanded(seed: bytes) -> tuple[int, bytes]:
    digest = hashlib.sha512(seed).digest()
    scalar = int.from_bytes(digest[:32], "little") & ((1 << 254) - 8) | (1 << 254)
    return scalar, digest[32:]


def _number(*parts: bytes) -> int:
    return int.from_bytes(hashlib.sha512(b"".join(parts)).digest(), "little") % _L


def _sum(one: Point, other: Point) -> Point:
    a = (one[1] - one[0]) * (other[1] - other[0]) % _P
    b = (one[1] + one[0]) * (other[1] + other[0]) % _P
    c = 2 * one[3] * other[3] * _D % _P
    d = 2 * one[2] * other[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % _P, g * h % _P, f * g % _P, e * h % _P)


def _times(factor: int, point: Point) -> Point:
    product: Point = (0, 1, 1, 0)
    while factor:
        if factor & 1:
            product = _sum(product, point)
        point = _sum(point, point)
        factor >>= 1
    return product


def _encoded(point: Point) -> bytes:
    inverse = pow(point[2], _P - 2, _P)
    x, y = point[0] * inverse % _P, point[1] * inverse % _P
    return (y | (x & 1) << 255).to_bytes(32, "little")
