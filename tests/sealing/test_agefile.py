"""A sheet is sealed and opened as the age tool does it, held against a second implementation."""

import pytest

from sealing.agefile import SealedForOthersError, open_file, seal_file
from sealing.dossier import LONGEST, NoDossierError, read_head
from sealing.epochs import public_bytes
from tests.sealing import age_witness

HERS, THEIRS, STRANGERS = b"h" * 32, b"t" * 32, b"s" * 32
PUBLICS = [public_bytes(HERS), public_bytes(THEIRS)]
TEXTS = [b"", b"Call my sister.", b"x" * 60_000]


@pytest.mark.parametrize("text", TEXTS, ids=len)
def test_whoever_it_is_sealed_to_opens_it_by_either_implementation(text):
    for seal in (seal_file, age_witness.seal_file):
        file = seal(text, PUBLICS)
        for seed in (HERS, THEIRS):
            assert open_file(file, seed) == text
            assert age_witness.open_file(file, seed) == text


def test_its_head_names_nobody_and_as_many_as_there_are():
    assert read_head(seal_file(b"a", PUBLICS)).recipients == 2


def test_nothing_is_sealed_that_could_not_be_kept():
    with pytest.raises(NoDossierError):
        seal_file(b"x" * LONGEST, PUBLICS)


def test_nobody_else_opens_it():
    with pytest.raises(SealedForOthersError):
        open_file(seal_file(b"a", PUBLICS), STRANGERS)


def test_what_was_altered_does_not_open():
    file = seal_file(b"Call my sister.", PUBLICS)
    end = file.index(b"\n--- ") + 5
    other_mac = file[:end] + (b"A" if file[end : end + 1] != b"A" else b"B") + file[end + 1 :]
    for altered in (file[:-1] + bytes([file[-1] ^ 1]), other_mac, file[:100], b"", b"age"):
        with pytest.raises(NoDossierError):
            open_file(altered, HERS)
