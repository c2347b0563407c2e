"""What the page seals the house opens, its weak codes are weak, and age files go both ways."""

import importlib.resources
import json
import random
from unicodedata import ucd_3_2_0

import pytest

from sealing.checkin import EnvelopeRefusedError, open_envelope
from sealing.choosing import distance, faults, plain
from sealing.contents import Codes, Cry, Note, Pair, Part, read
from sealing.dossier import read_head
from sealing.recipients import fingerprint, read_identity, read_recipient, recipient_of
from tests.miniapp.phone import DEPLOYMENT, PUBLIC, SEED, b64, unb64
from tests.sealing import age_witness

CHALLENGE = b"c" * 16
AMAL, BEA = b"a" * 32, b"b" * 32
X_WING = (0, 0x647A, 1, 3)  #: base mode, KEM, KDF, AEAD


def sealed(desk, kind, **given):
    where = {"key": b64(PUBLIC), "deployment": b64(DEPLOYMENT), "challenge": b64(CHALLENGE)}
    return desk("seal", kind=kind, given=given, **where)


def opened(text, challenge=CHALLENGE):
    return open_envelope([SEED], DEPLOYMENT, [challenge], text)


@pytest.mark.parametrize(
    ("kind", "given", "meant", "length"),
    [
        ("note", {"code": "482915"}, Note("482915"), 2204),
        (
            "note",
            {"code": "482915", "state": "taken", "text": "x" * 60, "place": [34.5, 69.2]},
            Note("482915", 3, "x" * 60, (34.5, 69.2)),
            2204,
        ),
        (
            "note",
            {"code": "سه کلمه آرام", "text": "ک" * 200},
            Note("سهکلمهآرام", 0, "ک" * 200),
            3911,
        ),
        ("cry", {"text": "here"}, Cry("here"), 2204),
        ("cry", {"code": "482915"}, Cry(), 2204),
        ("codes", {"code": "482915"}, Codes("482915"), 3911),
        (
            "codes",
            {"code": "482915", "forced": "730164", "old": "555123"},
            Codes("482915", "730164", "555123"),
            3911,
        ),
        ("pair", {"forced": 2}, Pair(2), 2204),
        ("pair", {"forced": 1, "code": "482915"}, Pair(1, "482915"), 2204),
    ],
)
def test_the_house_opens_and_understands_what_the_page_seals(desk, kind, given, meant, length):
    text = sealed(desk, kind, **given)
    assert read(opened(text).content) == meant
    assert len(text) == length


def test_a_part_of_a_sheet_arrives_whole(desk):
    file, name = bytes(range(256)) * 10, b"i" * 16
    text = sealed(desk, "part", id=b64(name), number=3, file=b64(file))
    assert read(opened(text).content) == Part(name, 3, 3, file[2400:])
    assert len(text) == 3911


def test_a_key_arrives_as_its_bytes(desk):
    made = desk("makeKey")
    public = read_recipient(made["recipient"])
    text = sealed(desk, "key", bytes=b64(public))
    assert unb64(read(opened(text).content).recipient) == public
    assert len(text) == 3911


def test_an_envelope_of_the_page_is_bound_to_its_challenge(desk):
    text = sealed(desk, "note", code="482915")
    with pytest.raises(EnvelopeRefusedError):
        opened(text, challenge=b"d" * 16)


def test_two_envelopes_of_the_same_note_are_never_the_same(desk):
    assert len({sealed(desk, "note", code="482915") for _ in range(5)}) == 5


# --- Codes ----------------------------------------------------------------------------------------

# ruff: noqa: RUF001 - signs that look like others are what is tried here
TYPED = (
    *("482 915", "۴۸۲۹۱۵", "٤٨٢-٩١٥", "４８２９１５", "४८२९१५", "𝟜𝟠𝟚𝟡𝟙𝟝"),
    *("Three Quiet Words", "three\u00a0quiet\tWORDS", "Straße nach ẞonn", "ΌΣΟΣ ὅς"),
    *("İstanbul ışık", "می\u200cروم به خانه", "ﻻ شيء هنا الآن", "Тихие Слова Здесь"),
    *("ａｂｃ＿ｄｅｆ", "ŉ ǰ ΐ ﬃ ſ", "", " ", "-_.", "\x1c\x1d\x85\ufeff", "Ꭰꭰ ᏸ", "🙂🙂🙂"),
    *("e\u0301\u00e9", "Ⅷ ½ ㎏"),
)
CODES = (
    *("482915", "730164", "123456", "987654", "135791", "111111", "121212", "447444", "482482"),
    *("240585", "050824", "850524", "310224", "290224", "290223", "991231", "000000", "200000"),
    *("48291", "4829155", "", "1234567890123", "quietgreenriver", "threequietwords", "short"),
    *("wordswordswords", "abcabcabcabc", "aaaaaaaaaaaa", "x" * 64, "x" * 65, "quietgreenrivers"),
    *("revirneergteiuq", "519284", "482916", "482195", "842915", "سهکلمهآرامدیگر"),
    *("тихиезелёныереки", "🙂🙃🙂🙂🙃🙃" * 2),
)
FAULTS = {"length", "row", "repeats", "date", "alike", "reversed"}


def test_a_code_is_read_as_the_house_reads_it(desk):
    # Signs that both know, however old either of them is.
    old = [chr(one) for one in range(0x3000) if ucd_3_2_0.category(chr(one)) != "Cn"]
    for typed in (TYPED, old):
        assert desk("plain", typed=list(typed)) == [plain(one) for one in typed]


def test_what_was_read_once_is_read_the_same_again():
    assert all(plain(plain(one)) == plain(one) for one in TYPED)


def test_the_page_finds_the_same_faults_as_the_house(desk):
    chance = random.Random(4)
    drawn = ["".join(chance.choices("0123456789", k=6)) for _ in range(400)]
    near = [code[::-1] for code in drawn[:60]]
    near += [code[1] + code[0] + code[2:] for code in drawn[:60]]
    pairs = [(code, None) for code in (*CODES, *drawn)]
    pairs += [(one, other) for one in CODES for other in CODES]
    pairs += list(zip(drawn, [*near, *drawn[:280]], strict=True))
    found = desk("faults", pairs=pairs)
    assert found == [list(map(str, faults(one, other))) for one, other in pairs]
    assert {fault for one in found for fault in one} == FAULTS


def test_the_page_counts_slips_as_the_house_does(desk):
    chance = random.Random(7)
    words = ["".join(chance.choices("abc", k=chance.randrange(9))) for _ in range(200)]
    pairs = [(chance.choice(words), chance.choice(words)) for _ in range(800)]
    assert desk("distance", pairs=pairs) == [distance(one, other) for one, other in pairs]


# --- Sheets ---------------------------------------------------------------------------------------


def test_a_sheet_that_the_page_seals_opens_elsewhere_for_each_recipient_alone(desk):
    keys = [recipient_of(AMAL), recipient_of(BEA)]
    file = unb64(desk("sheet", said="[health] Health\nپنی‌سیلین نه", recipients=keys))
    assert read_head(file).recipients == 2
    assert len(file) == 102 + 1557 * 2 + 2048
    for seed in (AMAL, BEA):
        said = age_witness.open_file(file, seed)
        assert len(said) == 2048
        assert said.decode().rstrip() == "[health] Health\nپنی‌سیلین نه"
    with pytest.raises(LookupError):
        age_witness.open_file(file, b"x" * 32)


def test_a_sheet_that_was_made_elsewhere_opens_in_the_page(desk):
    made = desk("makeKey")
    public = read_recipient(made["recipient"])
    file = age_witness.seal_file(b"[call] Whom to call\nAna".ljust(4096), [public])
    assert desk("read", file=b64(file), identity=made["identity"]) == "[call] Whom to call\nAna"


def test_the_same_recipient_twice_is_one(desk):
    keys = [recipient_of(AMAL), recipient_of(AMAL)]
    assert read_head(unb64(desk("sheet", said="x", recipients=keys))).recipients == 1


@pytest.mark.parametrize(
    "other",
    [
        "age1cy0su9fwf3gf9mw868g5yut09p6nytfmmnktexz2ya5uqg9vl9sss4euqm",
        "age1tag1qt8lw0ual6avlwmwatk888yqnmdamm7xfd0wak53ut6elz5c4swx2yqdj4e",
        "",
        "ssh-ed25519 AAAA",
        recipient_of(AMAL)[:-1] + ("q" if recipient_of(AMAL)[-1] != "q" else "p"),
        recipient_of(AMAL).upper(),
        recipient_of(AMAL)[:1900],
    ],
)
def test_a_sheet_is_sealed_to_keys_of_one_kind_alone_and_to_somebody(desk, other):
    assert desk("refused", said="x", recipients=[recipient_of(BEA), other])
    assert desk("refused", said="x", recipients=[other])
    assert desk("refused", said="x", recipients=[])


def test_the_letters_to_compare_are_those_that_the_office_reads(desk):
    for seed in (AMAL, BEA):
        recipient = recipient_of(seed)
        assert desk("letters", recipient=recipient) == fingerprint(read_recipient(recipient))


def test_a_key_that_the_page_makes_is_one_for_everybody(desk):
    made = desk("makeKey")
    assert recipient_of(read_identity(made["identity"])) == made["recipient"]
    assert (
        desk("ownKey", typed=" ".join(desk("onPaper", identity=made["identity"])))
        == (made["identity"])
    )


# --- Vectors --------------------------------------------------------------------------------------


def test_the_page_opens_the_post_quantum_vectors_of_hpke(desk):
    """draft-ietf-hpke-pq, as pyca/cryptography carries it."""
    folder = importlib.resources.files("cryptography_vectors").joinpath("HPKE")
    every = json.loads(folder.joinpath("hpke-pq-test-vectors.json").read_text("utf-8"))
    names = ("mode", "kem_id", "kdf_id", "aead_id")
    ours = [one for one in every if tuple(one[name] for name in names) == X_WING]
    assert ours
    for vector in ours:
        first = vector["encryptions"][0]
        raw = {name: b64(bytes.fromhex(first[name])) for name in ("aad", "ct")}
        raw |= {name: b64(bytes.fromhex(vector[name])) for name in ("enc", "info")}
        said = desk("hpke", seed=b64(bytes.fromhex(vector["skRm"])), **raw)
        assert unb64(said).hex() == first["pt"]
