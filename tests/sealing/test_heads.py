"""A diary's head is signed by us alone, and anyone with the public half can see that it was."""

from hypothesis import given
from hypothesis import strategies as st

from sealing.heads import public_halves, sign_head, verify_head
from sealing.key import Key

OLD, NEW = Key(1, b"o" * 32), Key(2, b"n" * 32)
PUBLIC = public_halves({1: OLD.secret, 2: NEW.secret})


@given(st.binary(max_size=80))
def test_a_head_we_signed_is_known_as_ours(head):
    for key in (OLD, NEW):
        mark = sign_head(key, head)
        assert len(mark) == 66
        assert verify_head(PUBLIC, head, mark)
        assert not verify_head(PUBLIC, head + b".", mark)


@given(st.integers(0, 66 * 8 - 1))
def test_a_mark_with_one_bit_changed_is_not_ours(bit):
    mark = bytearray(sign_head(NEW, b"head"))
    mark[bit // 8] ^= 1 << bit % 8
    assert not verify_head(PUBLIC, b"head", bytes(mark))


def test_a_diary_is_checked_long_after_the_secret_half_is_gone():
    mark = sign_head(OLD, b"head")
    assert verify_head({1: PUBLIC[1]}, b"head", mark)
    assert not verify_head({2: PUBLIC[2]}, b"head", mark)
    assert not verify_head({1: PUBLIC[2]}, b"head", mark)
    assert not verify_head(PUBLIC, b"head", b"")


def test_the_public_half_is_not_the_secret():
    assert {len(half) for half in PUBLIC.values()} == {32}
    assert OLD.secret not in PUBLIC.values()
    assert len(set(PUBLIC.values())) == 2
