"""What others have published holds here too: an encapsulation in our envelope, and files of age.

HPKE: the vectors of its post-quantum suites, as pyca carries them (cryptography-vectors); those of
RFC 9180 itself are in test_epochs.py. age: the Community Cryptography Test Vectors (npm's
cctv-age), which lie where the page's parts do.
"""

import base64
import hashlib
import json
import os
import re
import zlib
from importlib import resources
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from sealing.checkin import SIZES, EnvelopeRefusedError, open_envelope
from sealing.dossier import NoDossierError, read_head
from sealing.epochs import kid, public_bytes
from sealing.recipients import read_identity, recipient_of
from tests.sealing.age_witness import open_file
from tests.sealing.hpke_witness import X_WING, schedule

HOUSE, CHALLENGE = b"h" * 16, b"c" * 16
CCTV = Path(__file__).parents[2] / "miniapp" / "node_modules" / "cctv-age" / "index.js"


def post_quantum():
    """The published vector with the ciphers that the envelope names (draft-ietf-hpke-pq)."""
    path = resources.files("cryptography_vectors") / "HPKE" / "hpke-pq-test-vectors.json"
    names = ("mode", "kem_id", "kdf_id", "aead_id")
    every = json.loads(path.read_text("utf-8"))
    (found,) = (one for one in every if [one[name] for name in names] == [0, X_WING, 1, 3])
    return found


def raw(vector, *names):
    return [bytes.fromhex(vector[name]) for name in names]


def envelope(content, size=SIZES[0]):
    """An envelope that no code of ours has sealed: around what was published."""
    seed, encapsulated, shared = raw(post_quantum(), "skRm", "enc", "shared_secret")
    named = kid(public_bytes(seed))
    bound = b"vigil/checkin/1" + HOUSE + named + CHALLENGE
    key, nonce = schedule(X_WING, shared, bound)
    padded = (len(content).to_bytes(2, "big") + content).ljust(size, b"\0")
    sealed = ChaCha20Poly1305(key).encrypt(nonce, padded, b"")
    whole = b"\x01" + named + encapsulated + sealed
    return seed, base64.urlsafe_b64encode(whole).decode().rstrip("=")


@pytest.mark.parametrize("size", SIZES)
def test_an_envelope_around_a_published_encapsulation_opens(size):
    seed, text = envelope(b'{"v":1}', size)
    assert open_envelope((seed,), HOUSE, (CHALLENGE,), text).content == b'{"v":1}'
    with pytest.raises(EnvelopeRefusedError):
        open_envelope((seed,), HOUSE, (b"x" * 16,), text)


# --- age ------------------------------------------------------------------------------------------

#: Files whose form is that of a dossier; whether they open only a key can tell, and we hold none.
FIT_TO_KEEP = {
    "armor_hybrid": 1,
    "hybrid": 1,
    "hybrid_multiple_recipients": 2,
    "hybrid_no_match": 1,
    "hybrid_bad_tag": 1,
    "hybrid_currupted_enc_mlkem": 1,
    "hybrid_currupted_enc_x25519": 1,
    "hybrid_identity": 1,
    "hybrid_low_order": 1,
}


@pytest.fixture(scope="module")
def cctv():
    """Each published file by its name, with what is said of it."""
    if not CCTV.exists():
        why = "the published age files are not here: make miniapp-parts"
        if os.environ.get("VIGIL_NEEDS_NODE"):
            pytest.fail(why, pytrace=False)
        pytest.skip(why)
    written = re.findall(r'var (\w+)_default = __toBinary\("([^"]*)"\)', CCTV.read_text("utf-8"))
    return {name: _parted(base64.b64decode(text)) for name, text in written}


def _parted(whole):
    head, _, file = whole.partition(b"\n\n")
    said = dict(line.split(": ", 1) for line in head.decode().split("\n"))
    return said, zlib.decompress(file) if said.get("compressed") == "zlib" else file


def test_of_all_published_files_only_what_a_dossier_may_be_is_kept(cctv):
    assert len(cctv) > 100
    kept = {}
    for name, (_, file) in cctv.items():
        try:
            kept[name] = read_head(file).recipients
        except NoDossierError:
            continue
    assert kept == FIT_TO_KEEP


def test_a_published_file_opens_with_its_published_key(cctv):
    for name in ("hybrid", "hybrid_multiple_recipients"):
        said, file = cctv[name]
        identities = [text for key, text in said.items() if key == "identity"]
        (opened,) = {open_file(file, read_identity(one)) for one in identities}
        assert said["expect"] == "success"
        assert _sum(opened) == said["payload"]


def test_published_keys_are_read_and_have_the_recipients_that_belong_to_them(cctv):
    found = {said["identity"] for said, _ in cctv.values() if "PQ" in said.get("identity", "")}
    assert len(found) >= 2
    for one in found:
        assert recipient_of(read_identity(one)).startswith("age1pq1")


def _sum(text):
    return hashlib.sha256(text).hexdigest()
