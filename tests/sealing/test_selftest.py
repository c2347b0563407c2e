"""With encryption that answers wrongly, in anything, Vigil does not start."""

import copy
import hmac
import json
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

import sealing
from sealing.selftest import SelfTestFailedError, self_test

VECTORS = json.loads(Path(sealing.__file__).with_name("vectors.json").read_text("utf-8"))
HEXADECIMAL = [
    (name, field)
    for name, vector in VECTORS.items()
    for field in vector
    if field not in {"source", "table", "column", "domain", "version", "number", "bucket"}
]


def test_on_this_machine_everything_answers_as_known():
    self_test()
    self_test(vectors=VECTORS)


def test_every_vector_says_where_it_comes_from():
    assert all(vector["source"] for vector in VECTORS.values())
    assert len(HEXADECIMAL) == 30


@pytest.mark.parametrize(("name", "field"), HEXADECIMAL)
def test_one_wrong_bit_anywhere_stops_the_start(name, field):
    vectors = copy.deepcopy(VECTORS)
    wrong = bytearray.fromhex(vectors[name][field])
    wrong[-1] ^= 1
    vectors[name][field] = wrong.hex()
    with pytest.raises(SelfTestFailedError, match=name):
        self_test(vectors=vectors)


@pytest.mark.parametrize("name", VECTORS)
def test_a_missing_vector_stops_the_start(name):
    vectors = {other: vector for other, vector in VECTORS.items() if other != name}
    with pytest.raises(SelfTestFailedError, match=name):
        self_test(vectors=vectors)


@pytest.mark.parametrize(
    ("name", "field", "wrong"),
    [
        ("field", "table", "persons"),
        ("field", "column", "sealed_terms"),
        ("field", "version", 257),
        ("field", "version", 0),
        ("field", "bucket", 64),
        ("blind", "domain", "person"),
        ("blind", "version", 4),
        ("blind", "number", 1),
    ],
)
def test_a_seal_or_index_bound_to_something_else_stops_the_start(name, field, wrong):
    vectors = copy.deepcopy(VECTORS)
    vectors[name][field] = wrong
    with pytest.raises(SelfTestFailedError, match=name):
        self_test(vectors=vectors)


class ForgivingAESGCM:
    """A cipher that was built wrong: it answers well and lets a forged tag pass."""

    def __init__(self, key):
        self.real = AESGCM(key)

    def encrypt(self, nonce, value, bound):
        return self.real.encrypt(nonce, value, bound)

    def decrypt(self, nonce, sealed, bound):
        try:
            return self.real.decrypt(nonce, sealed, bound)
        except InvalidTag:
            return b"\0\0\0\0"


def test_a_cipher_that_forgives_a_forged_tag_stops_the_start(monkeypatch):
    monkeypatch.setattr("sealing.fields.AESGCM", ForgivingAESGCM)
    with pytest.raises(SelfTestFailedError, match="field"):
        self_test()


def test_a_hash_that_answers_wrongly_stops_the_start(monkeypatch):
    real = hmac.digest
    monkeypatch.setattr("hmac.digest", lambda key, value, name: real(key, value, name)[:-1] + b"\0")
    with pytest.raises(SelfTestFailedError, match="hmac_sha256"):
        self_test()


def test_randomness_that_repeats_itself_stops_the_start():
    with pytest.raises(SelfTestFailedError, match="randomness"):
        self_test(random=bytes)


def test_without_its_known_answers_it_does_not_start(monkeypatch, tmp_path):
    monkeypatch.setattr("sealing.selftest.resources.files", lambda _: tmp_path)
    with pytest.raises(SelfTestFailedError, match=r"vectors\.json"):
        self_test()
    (tmp_path / "vectors.json").write_text("{", "utf-8")
    with pytest.raises(SelfTestFailedError, match=r"vectors\.json"):
        self_test()
    (tmp_path / "vectors.json").write_text("[]", "utf-8")
    with pytest.raises(SelfTestFailedError, match="aes_256_gcm"):
        self_test()
