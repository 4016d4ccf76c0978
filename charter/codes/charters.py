"""C100 to C128: what is wrong with a charter's text."""

from charter.codes.code import Code

CHARTERS: dict[str, Code] = {
    "C100": Code(
        "not a charter",
        "A charter begins with heading lines and holds articles. A file without any of them is "
        "not taken for one; bare sentences of a treaty are read with `charter read`.",
    ),
    "C101": Code(
        "a heading is missing",
        "A charter has a title and names its Parties, or nothing can be said of who is bound.",
    ),
    "C102": Code(
        "a heading stands twice",
        "Of two lines with the same heading one would have to be passed over, so neither is. "
        "Only acts of single Parties, such as `Ratification`, stand as often as there are acts.",
    ),
    "C103": Code(
        "a heading is not understood",
        "The words after `Signed`, `Ratification` and `Accession` say who did what on which "
        "day, and are read word by word.",
    ),
    "C104": Code(
        "a day that the calendar has not",
        "A date of the heading names a day that never was. It is not moved to the next one: "
        "whether a treaty is in force may turn on a day.",
    ),
    "C105": Code(
        "two articles of one number",
        "An answer cites an article by its number, so each number stands for one article. Roman "
        "and Arabic figures are the same numbers.",
    ),
    "C106": Code(
        "an article without words",
        "Under the title of an article stands nothing. An article that was not seen says so in "
        "a line that begins with `Gap:`, and every report repeats it.",
    ),
    "C107": Code(
        "words outside every article",
        "Words of a treaty stand under the title of an article, and lines that go on with a "
        "heading are indented. Words that stand elsewhere would be passed over unseen.",
    ),
    "C108": Code(
        "there is no such heading",
        "A line looks like a heading or like the title of an article or a reading, but its "
        "first word is none of those that there are. Taken for the rest of the line above it "
        "would be lost.",
    ),
    "C109": Code(
        "a title that binds",
        "The words behind an article's number are its title, from which nothing follows. A "
        "title that says that somebody shall do something is the text of the article in the "
        "wrong place.",
    ),
    "C110": Code(
        "a sentence was not read",
        "The sentence does not follow the grammar, so nothing follows from it. Every result "
        "under its article says that there are words that were not read.",
    ),
    "C111": Code(
        "words were not read",
        "The sentence was read except for these words, and their effect is not known. Every "
        "result that rests on the sentence says so.",
    ),
    "C112": Code(
        "a party is named twice",
        "Each Party is one bearer of each duty. A name that stands twice is often another name "
        "misspelt.",
    ),
    "C113": Code(
        "two names are joined",
        "The Parties are named one by one with commas between them. Joined by `and`, two of "
        "them would be one Party that nobody is.",
    ),
    "C120": Code(
        "a reading is not understood",
        "A reading says of words of an article what they mean, and of nothing else: that they "
        "mean `either`, `both` or other words.",
    ),
    "C121": Code(
        "words that are not there",
        "A reading interprets words that its article does not hold, or an article that the "
        "charter has not. It would change nothing and yet seem to.",
    ),
    "C122": Code(
        "a reading without a reason",
        "Where lawyers differ, each view has its reason. A reading that gives none is used all "
        "the same.",
    ),
    "C123": Code(
        "a reading of nothing",
        "A reading that names no words of any article changes nothing.",
    ),
    "C124": Code(
        "two readings of one name",
        "Readings are chosen by name on the command line and in scenarios, so each has one of "
        "its own.",
    ),
    "C125": Code(
        "not one default",
        "Of the readings of the same words exactly one is the default: the one that is taken "
        "where none is chosen. The program does not choose among views of the law by itself.",
    ),
    "C126": Code(
        "a name without quotation marks",
        "The name of a reading stands in quotation marks.",
    ),
    "C127": Code(
        "a quotation that is not closed",
        "A quotation mark has no other that closes it, so that it cannot be told where the "
        "quoted words end.",
    ),
    "C128": Code(
        "words behind the name of a reading",
        "Behind the name of a reading stands `(default)` or nothing. Anything else could be a "
        "misspelt `(default)`, and the reading would not be the one that is taken.",
    ),
}
