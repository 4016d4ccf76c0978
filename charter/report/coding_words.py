"""The columns of the coding sheet and what their codes mean, in words."""

from charter.coding.finding import Code, Reason

PLEDGES: dict[str, str] = {
    "defense": "to help a party that is attacked, by arms",
    "offense": "to help a party by arms though it was not attacked",
    "neutral": "to stay out of a party's war",
    "nonagg": "to use no force against a party",
    "consul": "to consult in a crisis",
}
"""What each pledge is."""

OF_PLEDGE: dict[str, tuple[str, str]] = {
    "defco": ("defense", "defence"),
    "offco": ("offense", "offence"),
    "neuco": ("neutral", "neutrality"),
    "conco": ("consul", "consultation"),
}
"""The beginnings of the columns on conditions: the pledge's column, and what it is called."""

CONDITIONS: dict[str, str] = {
    "n": "on any condition of the sheet",
    "adv": "against a particular adversary only",
    "loc": "in a particular place only",
    "con": "in a particular conflict only",
    "num": "only against several adversaries",
    "dem": "only after a demand was refused",
    "npr": "only if the attack was not provoked",
    "att": "only towards a party that is attacked",
    "req": "only on request",
}

FIGURES: dict[str, tuple[str, ...]] = {
    "bilat": ("more than two parties", "two parties"),
    "speclgth": (
        "no length is stated",
        "for a stated time",
        "until something is done or happens",
        "without limit of time",
    ),
    "renounce": (
        "nothing lets a party leave while it runs",
        "a party may leave while it runs",
        "no party may leave",
        "a party may leave on a condition",
    ),
    "proren": ("no renewal is provided for", "by agreement", "unless it is denounced"),
    "conditio": ("no pledge is conditional", "a pledge is conditional"),
    "asymm": ("all parties owe the same pledges", "the parties owe different pledges"),
}
"""What the codes 0, 1, 2 and 3 of a column mean."""

IN_MONTHS: dict[str, str] = {"length": "length", "renewlgt": "length of a renewal"}

COLUMNS: tuple[str, ...] = (
    "bilat", "speclgth", "length", "renounce", "proren", "renewlgt",
    *PLEDGES, "conditio", "defcon", "offcon", "neucon", "concon",
    "defcoadv", "defcoloc", "defcocon", "defconum", "defcodem", "defconpr",
    "offcoadv", "offcoloc", "offcocon", "offconum", "offcodem",
    "neucoadv", "neucoloc", "neucocon", "neuconum", "neucodem", "neuconpr", "neucoatt",
    "concoadv", "concoloc", "concocon", "concoreq", "asymm",
)  # fmt: skip
"""The columns in the order of the data set."""

REASONS: dict[Reason, str] = {
    Reason.NOT_READ: "these words were not read",
    Reason.NOT_SEEN: "the words were not seen",
    Reason.NO_EVENT: "it names no event on which help is owed",
    Reason.VAGUE_EVENT: "the event is neither an attack nor a war",
    Reason.WAR_BESIDE_ATTACK: "war stands beside attack: who began it may or may not matter",
    Reason.WHO_BEGAN: "the war may have been begun by the party or against it",
    Reason.OTHER_MEANS: "the means named may or may not be military",
    Reason.OTHER_ACTION: "what is to be done may or may not be military help",
    Reason.OTHER_BAN: "what is forbidden may or may not be force",
    Reason.ONLY_DECLARED: "it is declared, not undertaken",
    Reason.ONLY_COUNTED: "an attack on one counts as one on others, but what is owed is not said",
    Reason.NEUTRALITY_DENIED: "the words on neutrality are negative",
    Reason.THIRD_STATES: "third States may leave out the parties",
    Reason.NO_BEARER: "it does not say which party owes it",
    Reason.OWN_WORDS: "a condition in its own words",
    Reason.REGION: "the words may confine the adversary or the place",
    Reason.TERRITORY: "the territory struck may or may not confine the place",
    Reason.LIFTED: "it lifts, for some events, the limit of place",
    Reason.SOME_HAVE_IT: "one provision says so, another does not",
    Reason.PLEDGE_OPEN: "whether the pledge is made is itself unknown",
    Reason.OTHER_DUTIES: "the pledges are the same, this duty is not",
    Reason.SEVERAL_TERMS: "there are several terms",
    Reason.NOT_IN_MONTHS: "the time is not in years or months",
    Reason.NOTICE_OR_TERM: "the notice may end the treaty at its term or before",
    Reason.CONDITIONAL_NOTICE: "the condition of leaving may be that the term is over",
    Reason.SEVERAL_NOTICES: "the provisions on leaving differ",
    Reason.NO_PARTIES: "the heading names fewer than two parties",
}
"""Why a code is unknown."""


def meaning(column: str, found: Code) -> str:
    """What a code says, in words.

    >>> meaning("consul", Code(0)), meaning("length", Code(120))
    ('no pledge to consult in a crisis', '120 months')
    """
    return _of_value(column, found.value) if found.value is not None else _unknown(column, found)


def _unknown(column: str, found: Code) -> str:
    if found.as_read is None:
        return "unknown"
    return f"unknown; as read, {_of_value(column, found.as_read)}"


def _of_value(column: str, value: int) -> str:
    if column in FIGURES:
        return FIGURES[column][value]
    if column in IN_MONTHS:
        return f"{value} months" if value else f"no {IN_MONTHS[column]} is stated"
    if column in PLEDGES:
        return f"a pledge {PLEDGES[column]}" if value else f"no pledge {PLEDGES[column]}"
    return f"{'' if value else 'not '}{CONDITIONS[column[5:]]}"
