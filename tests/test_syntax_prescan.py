"""What is refused before a file is read, and what passes."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charter.codes import CODES
from charter.diagnostics import Diagnostic, Refused, Severity
from charter.source import Source, Span
from charter.syntax.prescan import DEEPEST, LARGEST, MOST_SHOWN, prescan, read_source


def refused(raw: bytes) -> tuple[Diagnostic, ...]:
    with pytest.raises(Refused) as caught:
        prescan(raw, "a.charter")
    return caught.value.diagnostics


def outcome(raw: bytes) -> Source | Refused:
    try:
        return prescan(raw, "a.charter")
    except Refused as refusal:
        return refusal


def at(found: Diagnostic) -> list[str]:
    return [str(place) for place in found.places]


def codes(found: tuple[Diagnostic, ...]) -> list[str]:
    return [each.code for each in found]


def test_plain_text_passes_as_it_is():
    text = "Charter: Pact\r\n\tArticle 1.\f Côte d’Ivoire, “Türkiye”\n"
    assert prescan(text.encode(), "a.charter") == Source("a.charter", text)


def test_a_byte_order_mark_is_dropped():
    assert prescan(b"\xef\xbb\xbfCharter: Pact", "a.charter").text == "Charter: Pact"


def test_spaces_of_print_become_plain_ones_in_their_place():
    text = "a\u00a0b\u2009c\u202fd\u3000e"
    assert prescan(text.encode(), "a.charter").text == "a b c d e"


def test_a_file_of_the_largest_size_passes_and_a_byte_more_does_not():
    assert prescan(b"a" * LARGEST, "a.charter").text[-1] == "a"
    assert codes(refused(b"a" * (LARGEST + 1))) == ["C002"]


def test_the_first_byte_that_is_not_utf_8_is_placed_in_characters():
    (found,) = refused("one\nCôte d'".encode() + b"\xe9tat\xff")
    assert found.code == "C003"
    assert at(found) == ["a.charter:2:8"]


@pytest.mark.parametrize("raw", [b"\xed\xa0\x80", b"\xc0\xaf", b"\xf4\x90\x80\x80", b"ab\xc3"])
def test_surrogates_and_malformed_sequences_are_not_utf_8(raw):
    assert codes(refused(b"x" + raw))[0] == "C003"


def test_utf_16_is_named():
    (found,) = refused("Charter".encode("utf-16"))
    assert found.message == "`a.charter` is UTF-16, not UTF-8"


@pytest.mark.parametrize(
    "letter", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
)
def test_bidirectional_controls_are_refused(letter):
    (found,) = refused(f"ab{letter}c".encode())
    assert (found.code, at(found)) == ("C005", ["a.charter:1:3"])


@pytest.mark.parametrize(
    ("letter", "code"),
    [
        *[(each, "C006") for each in "\x01\x0b\x1b\x7f\x85"],
        *[(each, "C009") for each in "\u00ad\u200b\ufeff"],
        ("\0", "C004"),
    ],
)
def test_characters_that_do_not_show_are_refused(letter, code):
    (found,) = refused(f"\nab{letter}c".encode())
    assert (found.code, at(found)) == (code, ["a.charter:2:3"])
    assert f"U+{ord(letter):04X}" in found.message


def test_brackets_nest_up_to_the_limit():
    fits = "([{" * (DEEPEST // 3) + "((" + "))" * 3
    assert prescan(fits.encode(), "a.charter").text == fits
    (found,) = refused(b"(" * DEEPEST + b"\n  [")
    assert (found.code, at(found)) == ("C007", ["a.charter:2:3"])


def test_brackets_side_by_side_are_not_nested():
    text = "(a) b) " * 1000
    assert prescan(text.encode(), "a.charter").text == text


@pytest.mark.parametrize("raw", [b"", b" \n\t", b"\xef\xbb\xbf", "\u00a0".encode()])
def test_a_file_without_words_is_empty(raw):
    assert codes(refused(raw)) == ["C008"]


def test_different_errors_are_reported_together_in_order():
    raw = b"one\0\ntwo \x1b\n" + "\u202e".encode() + b"\n\xff"
    assert codes(refused(raw)) == ["C004", "C006", "C005", "C003"]


def test_characters_side_by_side_are_one_error():
    (found,) = refused(b"a\0\0\0b")
    assert found.places[0].span == Span(1, 4)


def test_the_first_errors_are_shown_and_a_note_stands_at_the_next():
    found = refused(b"\0a" * (MOST_SHOWN + 5))
    assert codes(found) == ["C004"] * MOST_SHOWN + ["C010"]
    assert found[-1].severity is Severity.NOTE
    assert at(found[-1]) == [f"a.charter:1:{2 * MOST_SHOWN + 1}"]
    assert codes(refused(b"\0a" * MOST_SHOWN)) == ["C004"] * MOST_SHOWN


@given(st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode()))
def test_any_bytes_are_a_text_or_refused_with_known_codes(raw):
    found = outcome(raw)
    if isinstance(found, Source):
        assert len(found.text) == len(raw.decode().removeprefix("\ufeff"))
    else:
        assert set(codes(found.diagnostics)) <= CODES.keys()
        assert all(letter.isprintable() or letter == "\n" for letter in str(found))


@pytest.mark.parametrize(
    "unit",
    [
        b"\0",
        b"\0a",
        b"\xff",
        b"\n",
        b"(",
        b"()",
        b"a",
        b"\x80\n",
        "\u202e\n".encode(),
        b"\xc3",
        b"\xe9 (",
    ],
)
def test_the_largest_files_are_looked_over_quickly(unit):
    raw = unit * (LARGEST // len(unit))
    started = time.perf_counter()
    found = outcome(raw)
    assert isinstance(found, Source) or len(str(found)) < 20_000
    assert time.perf_counter() - started < 5


def test_a_file_is_read_from_its_path(tmp_path):
    path = tmp_path / "pact.charter"
    path.write_bytes(b"Charter: Pact")
    assert read_source(path) == read_source(str(path)) == Source(str(path), "Charter: Pact")


def unreadable(path) -> Diagnostic:
    with pytest.raises(Refused) as caught:
        read_source(path)
    (found,) = caught.value.diagnostics
    assert found.code == "C001"
    return found


def test_a_missing_file_is_refused_with_its_neighbour(tmp_path):
    (tmp_path / "pact.charter").touch()
    found = unreadable(tmp_path / "pakt.charter")
    assert found.message == f"there is no file `{tmp_path}/pakt.charter`"
    assert found.help == f"did you mean `{tmp_path}/pact.charter`?"
    assert unreadable(tmp_path / "none" / "pact.charter").help == "check the path"
    assert "no file" in unreadable(tmp_path / "pact.charter" / "x").message


def test_a_folder_is_refused(tmp_path):
    assert unreadable(tmp_path).message.endswith("is a folder")
    assert unreadable("").message.endswith("is a folder")


@pytest.mark.parametrize("name", ["a\0b", "a" * 5000, "a\udcffb\n"])
def test_a_name_that_no_file_can_have_is_refused_in_printable_words(name):
    found = unreadable(name)
    assert found.message.isprintable()
    assert (found.help or "").isprintable()


def test_a_file_that_may_not_be_read_is_refused(monkeypatch, tmp_path):
    def deny(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", deny)
    assert unreadable(tmp_path / "a").message.endswith("cannot be read: permission denied")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no endless file on this system")
def test_no_more_is_read_of_an_endless_file_than_its_size_needs():
    with pytest.raises(Refused) as caught:
        read_source("/dev/zero")
    assert codes(caught.value.diagnostics) == ["C002"]
