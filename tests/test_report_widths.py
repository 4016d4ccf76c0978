"""How wide columns are where room is short."""

from charter.report.document import Column, Document, Table, cell, without_empty
from charter.report.plain import plain
from charter.report.widths import column_widths, is_tall, stacked

LONG = "many words that may well be broken over several lines of a column"


def table(*rows: tuple[str, ...], yields: tuple[bool, ...] = (True, True)) -> Table:
    columns = tuple(Column(f"H{at}", yields=each) for at, each in enumerate(yields))
    return Table(columns, tuple(tuple(map(cell, row)) for row in rows))


def test_where_there_is_room_no_column_gives_any():
    assert column_widths(table((LONG, "x")), 200, 2) == (len(LONG), 2)


def test_the_widest_gives_first_so_that_like_columns_end_alike():
    assert column_widths(table((LONG, LONG)), 62, 2) == (30, 30)


def test_a_column_that_does_not_yield_keeps_its_width_while_others_can_give():
    fixed, yielding = column_widths(table((LONG, LONG), yields=(False, True)), 100, 2)
    assert (fixed, yielding) == (len(LONG), 100 - 2 - len(LONG))


def test_no_word_is_crushed():
    widths = column_widths(table(("incomprehensibilities", LONG)), 20, 2)
    assert widths == (len("incomprehensibilities"), len("several"))


def test_a_wide_letter_takes_two_columns():
    assert column_widths(table(("日本日本", "x")), 80, 2)[0] == 8


def test_rows_of_many_lines_stand_apart():
    assert is_tall(table((LONG, "x"), ("y", "z")), (10, 4))
    assert not is_tall(table((LONG, "x")), (10, 4))
    assert not is_tall(table(("x", "y"), ("z", "z")), (10, 4))
    lines = plain(Document("T", None, (table((LONG, "x"), ("y", "z")),)), 20).splitlines()
    assert lines[-2] == ""


def test_a_text_without_words_is_one_empty_line():
    assert stacked(cell(""), 10) == [""]


def test_a_heading_is_broken_like_any_other_words():
    lines = plain(Document("T", None, (Table((Column(LONG, True),), ((cell("x"),),)),)), 24)
    assert max(map(len, lines.splitlines())) <= 24


def test_columns_that_say_nothing_are_left_out():
    kept = without_empty(table(("a", ""), ("b", "")))
    assert [each.heading for each in kept.columns] == ["H0"]
    assert [str(row[0][0]) for row in kept.rows] == ["a", "b"]
