"""Joins several parts into one string of bytes, so that no two lists of parts ever look alike."""

Part = bytes | int | str


def frame(*parts: Part) -> bytes:
    """Return `parts` joined, each behind its kind (one byte) and its length (four bytes).

    Without kind and length, ("ab", "c") and ("a", "bc"), or 7 and "7", would be the same bytes
    and a seal made for the one would open at the other.
    """
    return b"".join(map(_framed, parts))


def _framed(part: Part) -> bytes:
    kind, body = _kind_and_body(part)
    return kind + len(body).to_bytes(4, "big") + body


def _kind_and_body(part: Part) -> tuple[bytes, bytes]:
    if isinstance(part, bytes):
        return b"b", part
    if isinstance(part, str):
        # JSON from outside may carry half a surrogate pair; it must be framed, not crash us.
        return b"s", part.encode("utf-8", "surrogatepass")
    return b"i", b"%d" % part
