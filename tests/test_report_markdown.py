"""Markdown in which a user's words are words, whatever they hold."""

import pytest
from markdown_it import MarkdownIt

from charter.report.document import (
    Branch,
    Column,
    Document,
    Listing,
    Paragraph,
    Run,
    Section,
    Style,
    Table,
    Tree,
    cell,
    text,
)
from charter.report.markdown import markdown

HOSTILE = (
    "a | b", "*star*", "_under_", "`tick`", "<b>tag</b>", "[link](x)", "![image](x)", "# head",
    "1. one", "2) two", "- dash", "+ plus", "= equals", "> quote", "~~struck~~", "&lt;",
    "back\\slash", "---", "===", "| --- |", "line\nbreak", "    code",
)  # fmt: skip


def read(document: Document):
    return MarkdownIt().enable(["table", "strikethrough"]).parse(markdown(document))


def words_of(tokens) -> list[str]:
    """The text of each block, without its markup."""
    return [
        "".join(
            child.content for child in each.children if child.type in ("text", "text_special")
        ).strip()
        for each in tokens
        if each.type == "inline"
    ]


@pytest.mark.parametrize("words", HOSTILE)
def test_words_come_back_as_they_were_from_every_kind_of_block(words):
    said = text(words)
    blocks = (
        Paragraph(said),
        Listing((said,)),
        Table((Column(words),), ((cell(words),),)),
        Tree(Branch(said, (Branch(said),))),
        Section(words, ()),
    )
    tokens = read(Document(words, words, blocks))
    plain = " ".join(words.split())
    assert [" ".join(each.split()) for each in words_of(tokens)] == [plain] * 9
    kinds = {each.type for each in tokens}
    assert not kinds & {"code_block", "hr", "blockquote_open", "ordered_list_open", "html_block"}


@pytest.mark.parametrize("style", [Style.STRONG, Style.GOOD, Style.BAD, Style.OPEN])
def test_what_stands_out_is_strong_and_keeps_its_words(style):
    tokens = read(Document("T", None, (Paragraph(text("a ", Run(" b* ", style), "c")),)))
    (paragraph,) = [each for each in tokens if each.type == "inline" and each.content != "T"]
    assert "strong_open" in {child.type for child in paragraph.children}
    assert "".join(child.content for child in paragraph.children).split() == ["a", "b*", "c"]


def test_a_table_has_a_row_for_each_row_and_stacked_texts_in_one_cell():
    table = Table((Column("A"), Column("B")), ((cell("1", "2"), cell("3")), (cell("4"), cell())))
    tokens = read(Document("T", None, (table,)))
    assert sum(each.type == "tr_open" for each in tokens) == 3
    assert sum(each.type == "td_open" for each in tokens) == 4
