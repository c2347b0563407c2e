"""Keys come and go by the calendar, and are the ones that HPKE's own vectors know."""

import base64
import importlib.resources
import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sealing.checkin import seal_envelope
from sealing.epochs import (
    LENGTH,
    OVERLAP,
    destroyed_at,
    epoch_at,
    kid,
    public_bytes,
    public_key,
    starts,
    wanted,
)
from sealing.keyring import Keyring, Purpose
from tests.sealing import hpke_witness as witness

MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2099, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(MOMENTS)
def test_every_moment_lies_in_one_epoch_of_thirty_days(at):
    epoch = epoch_at(at)
    assert starts(epoch) <= at < starts(epoch + 1) == starts(epoch) + timedelta(days=30)
    assert wanted(at) == (epoch, epoch + 1)
    assert destroyed_at(epoch) == starts(epoch) + LENGTH + OVERLAP


def test_before_the_first_epoch_the_first_is_used():
    assert epoch_at(datetime(1999, 5, 3, tzinfo=UTC)) == 1


def test_an_epochs_key_is_made_once_and_is_gone_when_it_is_destroyed(tmp_path, unlock):
    path = tmp_path / "keys" / "keyring"
    keyring = Keyring.create(path, unlock)
    assert not keyring.all(Purpose.EPOCHS)
    held = keyring.with_epoch(11).with_epoch(12)
    assert held.with_epoch(11) == held
    saved = held.save(path, unlock).without_version(Purpose.EPOCHS, 11).save(path, unlock)
    assert (
        list(Keyring.open(path, unlock).all(Purpose.EPOCHS))
        == [12]
        == list(saved.all(Purpose.EPOCHS))
    )


def _vectors(name, kem):
    folder = importlib.resources.files("cryptography_vectors").joinpath("HPKE")
    every = json.loads(folder.joinpath(name).read_text("utf-8"))
    ours = [one for one in every if (one["mode"], one["kdf_id"], one["aead_id"]) == (0, 1, 3)]
    found = [one for one in ours if one["kem_id"] == kem]
    assert found
    return [{k: v if isinstance(v, int | list) else bytes.fromhex(v) for k, v in one.items()}
            for one in found]  # fmt: skip


def _says(vector, key, nonce):
    first = {name: bytes.fromhex(value) for name, value in vector["encryptions"][0].items()}
    return witness.open_first(key, nonce, first["ct"], first["aad"]) == first["pt"]


@pytest.mark.parametrize("kem", [0x0010, 0x0020])
def test_the_witness_knows_the_vectors_of_rfc_9180(kem):
    for vector in _vectors("test-vectors.json", kem):
        key, nonce = witness.schedule(kem, vector["shared_secret"], vector["info"])
        assert (key, nonce) == (vector["key"], vector["base_nonce"])
        assert _says(vector, key, nonce)


def test_a_seed_gives_the_keys_of_the_post_quantum_vectors():
    """draft-ietf-hpke-pq, as pyca/cryptography carries it: KEM 0x647A, HKDF-SHA256, ChaCha20."""
    for vector in _vectors("hpke-pq-test-vectors.json", witness.X_WING):
        assert public_bytes(vector["skRm"]) == vector["pkRm"]
        shared = witness.decapsulate(vector["skRm"], vector["enc"])
        assert shared == vector["shared_secret"]
        key, nonce = witness.schedule(witness.X_WING, shared, vector["info"])
        assert (key, nonce) == (vector["key"], vector["base_nonce"])
        assert _says(vector, key, nonce)


def test_the_witness_opens_what_a_phone_sealed():
    seed, deployment, challenge = b"s" * 32, b"d" * 16, b"c" * 16
    text = seal_envelope(public_bytes(seed), deployment, challenge, b'{"v":1}')
    whole = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    named, encapsulated, sealed = whole[1:5], whole[5:1125], whole[1125:]
    assert whole[:1] == b"\x01"
    assert named == kid(public_bytes(seed))
    shared = witness.decapsulate(seed, encapsulated)
    info = b"vigil/checkin/1" + deployment + named + challenge
    padded = witness.open_first(*witness.schedule(witness.X_WING, shared, info), sealed)
    assert padded == b"\x00\x07" + b'{"v":1}' + bytes(503)


def test_a_public_key_is_named_by_four_bytes_and_read_only_when_whole():
    public = public_bytes(b"s" * 32)
    assert len(kid(public)) == 4
    assert kid(public) != kid(public_bytes(b"t" * 32))
    with pytest.raises(ValueError, match="1216"):
        public_key(public[:-1])
