"""The page carries this house's keys in its one block, and the bundle stays what was reviewed."""

import base64
import hashlib
import json
import re
from datetime import timedelta
from importlib import resources

import pytest

from bot import page as pages
from bot.epochs import turn_epochs
from bot.page import PageMisshapen, PageMissing, make_page, read_bundle
from sealing.checkin import open_envelope, seal_envelope
from sealing.epochs import PUBLIC_SIZE, destroyed_at, kid, starts
from sealing.keyring import Keyring, Purpose
from sealing.unlocking import create_unlock_key
from storage.keychain import Keychain
from storage.keys import Keys
from storage.proofs import deployment

EPOCH = 5
THEN = starts(EPOCH) + timedelta(days=10)
BLOCK = re.compile(rb'(?<=id="house">)[^<]*(?=</script>)')


@pytest.fixture
def keychain(tmp_path):
    unlock = create_unlock_key(tmp_path / "elsewhere" / "unlock")
    Keyring.create(tmp_path / "keys" / "keyring", unlock)
    return Keychain(tmp_path / "keys" / "keyring", unlock)


@pytest.fixture
def keys(keychain):
    keys = Keys(Keyring.open(keychain.path, keychain.unlock))
    turn_epochs(keychain, keys, THEN)
    return keys


@pytest.fixture
def bundle():
    return read_bundle()


def unwritten(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def data_of(page):
    (block,) = BLOCK.findall(page.body)
    return json.loads(block)


def test_the_page_says_whose_it_is_and_what_it_seals_to(bundle, keys):
    page = make_page(bundle, keys, THEN)
    data = data_of(page)
    assert set(data) == {"deployment", "keys", "post", "recipients"}
    assert unwritten(data["deployment"]) == deployment(keys)
    assert (data["post"], data["recipients"]) == (None, [])
    assert len(data["keys"]) == 2
    for one, epoch in zip(data["keys"], (EPOCH, EPOCH + 1), strict=True):
        public = unwritten(one["public"])
        assert len(public) == PUBLIC_SIZE
        assert one["kid"] == kid(public).hex() == hashlib.sha256(public).hexdigest()[:8]
        assert one["until"] == destroyed_at(epoch).strftime("%Y-%m-%dT%H:%M:%SZ")


def test_what_is_sealed_to_a_key_of_the_page_is_opened_by_this_house(bundle, keys):
    data = data_of(make_page(bundle, keys, THEN))
    challenge = bytes(16)
    for one in data["keys"]:
        said = {"v": 1, "t": "note", "code": "1 3 5", "state": "raid"}
        content = json.dumps(said).encode()
        text = seal_envelope(
            unwritten(one["public"]), unwritten(data["deployment"]), challenge, content
        )
        seeds = list(keys.held(Purpose.EPOCHS).values())
        opened = open_envelope(seeds, deployment(keys), [challenge], text)
        assert json.loads(opened.content) == said


def test_both_sums_can_be_made_by_anybody_from_the_page_they_got(bundle, keys):
    page = make_page(bundle, keys, THEN)
    (block,) = BLOCK.findall(page.body)
    assert hashlib.sha256(block).hexdigest() == page.data
    assert hashlib.sha256(page.body).hexdigest() == page.whole
    (empty,) = BLOCK.findall(bundle)
    emptied = BLOCK.sub(empty, page.body)
    assert emptied == bundle == (resources.files("miniapp") / "page.html").read_bytes()
    assert hashlib.sha256(emptied).hexdigest() == page.bundle


def test_the_page_is_the_same_whoever_makes_it(bundle, keys, keychain):
    other = Keys(Keyring.open(keychain.path, keychain.unlock))
    assert make_page(bundle, other, THEN + timedelta(days=3)) == make_page(bundle, keys, THEN)


def test_a_button_of_yesterday_still_finds_its_key_in_the_page_of_today(bundle, keys, keychain):
    old = make_page(bundle, keys, THEN).keys[0]
    today = starts(EPOCH + 1) + timedelta(hours=1)
    turn_epochs(keychain, keys, today)
    page = make_page(bundle, keys, today)
    assert [one.epoch for one in page.keys] == [EPOCH, EPOCH + 1, EPOCH + 2]
    assert page.keys[0] == old
    over = destroyed_at(EPOCH)
    assert old not in make_page(bundle, keys, over).keys  # before the hour at which it is destroyed


def test_a_page_is_good_for_as_long_as_buttons_name_a_key_of_it(bundle, keys, keychain):
    page = make_page(bundle, keys, THEN)
    assert page.good_until == starts(EPOCH + 2)
    carried = {one.kid for one in page.keys}
    for now, is_good in (
        (page.good_until - timedelta(seconds=1), True),
        (page.good_until, False),
    ):
        turn_epochs(keychain, keys, now)
        named = next(one for one in make_page(bundle, keys, now).keys if one.used_until > now)
        assert (named.kid in carried) is is_good


def test_where_no_key_was_made_in_time_the_page_is_good_for_less(bundle, keys):
    assert make_page(bundle, keys, starts(EPOCH + 1)).good_until == starts(EPOCH + 2)
    stale = make_page(bundle, keys, starts(EPOCH + 2))
    assert stale.good_until == starts(EPOCH + 2)
    assert [one.epoch for one in stale.keys] == [EPOCH + 1]


def test_a_key_of_a_time_far_off_is_kept_out_of_the_page(bundle, keys, keychain):
    keychain.change(keys, lambda keyring: keyring.with_epoch(EPOCH + 100))
    assert [one.epoch for one in make_page(bundle, keys, THEN).keys] == [EPOCH, EPOCH + 1]


def test_nothing_in_the_data_ends_the_block(bundle, keys):
    recipients = [{"name": "</script><script>", "recipient": "age1pq1x"}]
    page = make_page(bundle, keys, THEN, post="https://a.example/<b", recipients=recipients)
    data = data_of(page)
    assert data["recipients"] == recipients
    assert data["post"] == "https://a.example/<b"
    assert page.body.count(b"</script>") == bundle.count(b"</script>")


@pytest.mark.parametrize(
    "broken",
    [
        b"<html></html>",
        b'<script type="application/json" id="house">{"keys":[]}</script>',
        2 * b'<script type="application/json" id="house"></script>',
        b'<script id="house"></script>',
    ],
)
def test_a_bundle_without_one_empty_place_is_refused(keys, broken):
    with pytest.raises(PageMisshapen):
        make_page(broken, keys, THEN)


def test_an_installation_without_the_page_says_so(monkeypatch, tmp_path):
    monkeypatch.setattr(pages.resources, "files", lambda _: tmp_path)
    with pytest.raises(PageMissing):
        read_bundle()
