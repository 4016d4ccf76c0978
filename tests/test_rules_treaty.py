"""What a treaty knows of itself."""

from engine_worlds import simple

from charter.rules.treaty import ArticleText


def test_a_treaty_is_cited_by_its_short_name_if_it_has_one():
    rules = simple()
    assert rules.label == "Liptako-Gourma"
    assert rules.model_copy(update={"short_name": "AES"}).label == "AES"


def test_the_words_of_an_article_are_found_by_its_number():
    six = ArticleText(number="6", title="Mutual assistance", text="Any attack …")
    rules = simple().model_copy(update={"articles": (six,)})
    assert rules.article_text("6") == "Any attack …"
    assert rules.article_text("7") is None
    assert rules.article_text(None) is None
