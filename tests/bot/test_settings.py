"""What an operator may set, and what each mistake is answered with."""

from pathlib import Path

import pytest

from bot.settings import NAMES, LogFormat, SettingsError, load

TOKEN = "4242:AAE-some_Thing_that_is_long_enough_to_be_real"


@pytest.fixture
def token_file(tmp_path):
    file = tmp_path / "token"
    file.write_text(TOKEN + "\n")
    file.chmod(0o600)
    return file


@pytest.fixture
def good(tmp_path, token_file):
    return {"VIGIL_TOKEN_FILE": str(token_file), "VIGIL_DATA_DIR": str(tmp_path / "data")}


def test_a_token_and_a_place_are_enough(good, tmp_path):
    chosen = load(good)
    assert chosen.telegram_url == "https://api.telegram.org"
    assert (chosen.token, chosen.bot_id, chosen.at_stand_in) == (TOKEN, 4242, False)
    assert chosen.database_file == tmp_path / "data" / "db" / "vigil.sqlite"
    assert chosen.keyring_file == tmp_path / "data" / "keys" / "keyring"
    assert chosen.database_file.parent != chosen.keyring_file.parent
    assert chosen.unlock_key_file is None
    assert (chosen.pulse_url, chosen.horn_urls, chosen.public_url) == (None, (), None)
    assert (chosen.log_level, chosen.log_format) == ("INFO", LogFormat.PLAIN)


def test_nothing_secret_shows_when_settings_are_printed(good):
    more = {
        "VIGIL_PULSE_URL": "https://pulse.example/secret-path",
        "VIGIL_HORN_URLS": "mailtos://somebody:password@mail.example",
    }
    printed = repr(load(good | more))
    for secret in (TOKEN, "secret-path", "password"):
        assert secret not in printed


WRONG = [
    ({"VIGIL_TOKEN_FILE": ""}, "VIGIL_TOKEN_FILE is missing"),
    ({"VIGIL_TOKEN_FILE": "/nowhere"}, "VIGIL_TOKEN_FILE must name a file that can be read"),
    ({"VIGIL_TOKEN_FILE": "/"}, "VIGIL_TOKEN_FILE must name a file that can be read"),
    ({"VIGIL_TOKEN": TOKEN}, "VIGIL_TOKEN is not read"),
    ({"VIGIL_UNLOCK_KEY": "x"}, "VIGIL_UNLOCK_KEY is not read"),
    ({"VIGIL_TELEGRAM_URL": "http://api.example.org"}, "VIGIL_TELEGRAM_URL must begin with https"),
    ({"VIGIL_TELEGRAM_URL": "ftp://[oops"}, "VIGIL_TELEGRAM_URL must be an address"),
    ({"VIGIL_DATABASE_URL": "mysql://x/y"}, "VIGIL_DATABASE_URL must begin with sqlite"),
    ({"VIGIL_DATABASE_URL": "postgresql://me:pw@db/x"}, "VIGIL_DATABASE_URL holds a password"),
    ({"VIGIL_DATABASE_URL": "postgresql://db/x?password=p"}, "holds a password"),
    ({"VIGIL_PULSE_URL": "pulse.example"}, "VIGIL_PULSE_URL must be an address"),
    ({"VIGIL_HORN_URLS": "somebody@example.org"}, "VIGIL_HORN_URLS must hold addresses"),
    ({"VIGIL_PUBLIC_URL": "here"}, "VIGIL_PUBLIC_URL must be an address"),
    ({"VIGIL_LISTEN": "8080"}, "VIGIL_LISTEN must be an address and a port"),
    ({"VIGIL_LOG_LEVEL": "LOUD"}, "VIGIL_LOG_LEVEL must be DEBUG"),
    ({"VIGIL_LOG_FORMAT": "xml"}, "VIGIL_LOG_FORMAT must be plain"),
    ({"VIGIL_SETTINGS": "/nowhere"}, "the settings file cannot be read"),
]


@pytest.mark.parametrize(("mistake", "answer"), WRONG)
def test_each_mistake_is_named(good, mistake, answer):
    with pytest.raises(SettingsError) as caught:
        load(good | mistake)
    assert len(caught.value.faults) == 1
    assert answer in caught.value.faults[0]


def test_all_mistakes_are_named_at_once(good):
    everything = {name: text for mistake, _ in WRONG for name, text in mistake.items()}
    with pytest.raises(SettingsError) as caught:
        load(everything)
    named = {fault.split()[0] for fault in caught.value.faults}
    assert named >= set(everything) - {"VIGIL_SETTINGS", "VIGIL_DATA_DIR"}
    assert "the settings file" in str(caught.value)


@pytest.mark.parametrize(
    "text", ["", "AAE", "4242", "4242:", "0:abcdef", "4242:a b c", "4242:abc\n4243:abd"]
)
def test_a_file_without_a_token_is_refused_and_not_quoted(good, token_file, text):
    token_file.write_text(text)
    with pytest.raises(SettingsError, match="VIGIL_TOKEN_FILE must hold one token") as caught:
        load(good)
    assert not text.strip() or text not in str(caught.value)


def test_a_token_that_everybody_can_read_is_refused(good, token_file):
    token_file.chmod(0o644)
    with pytest.raises(SettingsError, match="everybody can read"):
        load(good)


def test_what_systemd_hands_over_may_be_open_inside_its_closed_place(good, token_file):
    token_file.chmod(0o444)
    assert load(good | {"CREDENTIALS_DIRECTORY": str(token_file.parent)}).token == TOKEN


def test_a_password_stands_in_a_file_only(good, tmp_path):
    file = tmp_path / "database"
    file.write_text("postgresql://me:pw@db/x\n")
    file.chmod(0o600)
    chosen = load(good | {"VIGIL_DATABASE_URL_FILE": str(file)})
    assert chosen.database_url == "postgresql://me:pw@db/x"
    assert chosen.database_file is None
    with pytest.raises(SettingsError, match="both set"):
        load(good | {"VIGIL_DATABASE_URL_FILE": str(file), "VIGIL_DATABASE_URL": "sqlite:///x"})


def test_horns_stand_in_a_file_one_a_line(good, tmp_path):
    file = tmp_path / "horns"
    file.write_text("mailtos://a:b@mail.example\nntfys://ntfy.example/topic\n")
    file.chmod(0o600)
    chosen = load(good | {"VIGIL_HORN_URLS_FILE": str(file)})
    assert chosen.horn_urls == ("mailtos://a:b@mail.example", "ntfys://ntfy.example/topic")


@pytest.mark.parametrize("suffix", ["toml", "env"])
def test_a_file_of_settings_does_what_the_environment_does(good, tmp_path, suffix):
    file = tmp_path / f"vigil.{suffix}"
    lines = {
        "toml": 'VIGIL_LOG_LEVEL = "debug"\nVIGIL_HORN_URLS = ["json://one", "json://two"]\n',
        "env": "# ours\nexport VIGIL_LOG_LEVEL=debug\nVIGIL_HORN_URLS='json://one json://two'\n",
    }
    file.write_text(lines[suffix])
    for chosen in (load(good, file), load(good | {"VIGIL_SETTINGS": str(file)})):
        assert chosen.log_level == "DEBUG"
        assert chosen.horn_urls == ("json://one", "json://two")
    assert load(good | {"VIGIL_LOG_LEVEL": "ERROR"}, file).log_level == "ERROR"


@pytest.mark.parametrize(
    ("name", "text", "answer"),
    [
        ("vigil.toml", 'VIGIL_TOKEN = "4242:x"', "VIGIL_TOKEN in the settings file is no setting"),
        ("vigil.env", "VIGIL_DATADIR=/x", "VIGIL_DATADIR in the settings file is no setting"),
        ("vigil.toml", "oops", "the settings file cannot be read"),
        ("vigil.env", "oops", "the settings file cannot be read"),
        ("vigil.env", "VIGIL_DATA_DIR='/x", "the settings file cannot be read"),
    ],
)
def test_a_mistake_in_the_file_is_named(good, tmp_path, name, text, answer):
    (tmp_path / name).write_text(text)
    with pytest.raises(SettingsError, match=answer):
        load(good, tmp_path / name)


def test_a_stand_in_on_this_machine_is_known_as_one(good):
    for url in ("http://127.0.0.1:8081", "http://localhost:8081/", "http://[::1]:8081"):
        chosen = load(good | {"VIGIL_TELEGRAM_URL": url})
        assert chosen.at_stand_in
        assert chosen.telegram_url == url.rstrip("/")


PLAIN = "must be a plain address"


@pytest.mark.parametrize(
    ("url", "answer"),
    [
        ("http://notes.example.org/x", "must begin with https://"),
        ("http://127.0.0.1:8080/x", "must begin with https://"),  # Telegram's own opens no such
        ("ftp://notes.example.org", "must be an address"),
        ("https://", "must be an address"),
        ("https://notes.example.org:port/x", "must be an address"),
        ("https://notes.example.org/x?y=1", PLAIN),
        ("https://notes.example.org/x#y", PLAIN),
        ("https://notes.example.org/{x}", PLAIN),
        ("https://notes.example.org/a b", PLAIN),
        ("https://notes.example.org/%61", PLAIN),
        ("https://me:pw@notes.example.org/x", PLAIN),
        ("https://notes.example.org?", PLAIN),
    ],
)
def test_a_page_that_telegram_or_we_could_not_open_is_refused(good, url, answer):
    with pytest.raises(SettingsError, match=f"VIGIL_PUBLIC_URL {answer}"):
        load(good | {"VIGIL_PUBLIC_URL": url})


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("https://notes.example.org", "/"),
        ("https://notes.example.org/", "/"),
        ("https://notes.example.org:8443/a/b_c-d.e~f/", "/a/b_c-d.e~f/"),
        ("https://[2001:db8::1]/x", "/x"),
    ],
)
def test_the_path_of_the_page_is_the_operators_choice(good, url, path):
    chosen = load(good | {"VIGIL_PUBLIC_URL": url})
    assert (chosen.public_url, chosen.page_path) == (url, path)


def test_beside_a_stand_in_the_page_may_be_on_this_machine_and_nowhere_else(good):
    at_stand_in = good | {"VIGIL_TELEGRAM_URL": "http://127.0.0.1:8081"}
    here = "http://localhost:8080/x"
    assert load(at_stand_in | {"VIGIL_PUBLIC_URL": here}).public_url == here
    with pytest.raises(SettingsError, match="VIGIL_PUBLIC_URL must begin with https://"):
        load(at_stand_in | {"VIGIL_PUBLIC_URL": "http://notes.example.org/x"})


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        (None, ("127.0.0.1", 8080)),
        ("127.0.0.1:0", ("127.0.0.1", 0)),
        ("0.0.0.0:80", ("0.0.0.0", 80)),
        ("[::1]:8080", ("::1", 8080)),
        ("none", None),
    ],
)
def test_where_the_page_is_served(good, text, taken):
    assert load(good | ({"VIGIL_LISTEN": text} if text else {})).listen == taken


@pytest.mark.parametrize(
    "text", [":8080", "localhost:8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "::1:8080",
             "[127.0.0.1]:80", "[::1]", "127.0.0.1:-1", "127.0.0.1:٨٠", "None"],
)  # fmt: skip
def test_a_place_to_listen_at_that_is_none_is_refused(good, text):
    with pytest.raises(SettingsError, match="VIGIL_LISTEN must be an address and a port"):
        load(good | {"VIGIL_LISTEN": text})


def test_paths_are_made_whole(good):
    chosen = load(good | {"VIGIL_DATA_DIR": "here", "VIGIL_UNLOCK_KEY_FILE": "~/key"})
    assert chosen.data_dir == Path.cwd() / "here"
    assert chosen.unlock_key_file == Path.home() / "key"
    assert chosen.state_file.parent == chosen.data_dir


def test_every_setting_is_explained():
    assert all(NAMES.values())
