"""Where a treaty applies, what it leaves as it is, and what it is for."""

from collections.abc import Sequence

from charter.elaborate import entry, events, final
from charter.elaborate.account import is_light, is_sign
from charter.elaborate.act import Act
from charter.elaborate.clausework import Clausework
from charter.rules.model import Words
from charter.rules.pattern import Condition, PlaceLimit
from charter.rules.provision import Provision, Purpose, Savings, Scope
from charter.rules.terms import ConditionKind
from charter.syntax.phrases import name_of
from charter.syntax.tree import Node

OF_THE_UNITED_NATIONS = ("united nations", "security council")


def apply(work: Clausework, act: Act) -> Provision | None:
    """Where, when or to what the treaty or some of its articles apply."""
    if not any(node.form in ("charter", "article") for node in work.subject):
        return None
    if any(name_of(node) == "PROVISIONALLY" for node in work.clause.body):
        return entry.entry(work, act)
    account = work.account
    if _is_of_a_place(act):
        return _in_a_place(work, act)
    articles = [node for node in work.subject if node.form == "article"]
    final.take_subject(work)
    account.take(act.verb)
    account.take(*(node for node in work.clause.body if name_of(node) == "ONLY"))
    if any(node.has("PEACE") for node in act.nodes):
        return None
    pattern = events.find(act.nodes, account)
    limits: tuple[Condition, ...] = ()
    if pattern is None:
        final.take_known(work, [node for node in act.nodes if not node.has("CONFLICT")])
    else:
        account.take(*(node for node in act.nodes if name_of(node) == "SHOULD"))
        left = [node for node in account.free(act.nodes) if not is_light(node)]
        limits = final.other(work, left)
    triggers = (*work.qualifiers.triggers, *((pattern,) if pattern else ()))
    return Scope.model_validate(
        final.shared(
            work,
            articles=tuple(n for node in articles for n in _numbers(account.text(node))),
            place=work.adverbials.place,
            triggers=triggers,
            denied=_is_denied(work, act),
        )
        | {"conditions": (*final.stated(work), *limits)}
    )


def _is_of_a_place(act: Act) -> bool:
    """Whether what the treaty applies to is territory, so that no event is among the words."""
    if any(events.is_event(node) for node in act.nodes):
        return False
    return any(node.form == "area" or node.has("TERRITORY") for node in act.nodes[:4])


def _place(words: Words) -> PlaceLimit:
    return PlaceLimit(text=words.text, words=words)


def _in_a_place(work: Clausework, act: Act) -> Provision:
    account = work.account
    account.take(act.verb)
    final.take_subject(work)
    account.take(*(node for node in work.clause.body if name_of(node) == "ONLY"))
    account.take(*(n for n in act.nodes if not is_sign(n) and not n.has("CONFLICT")))
    articles = [node for node in work.subject if node.form == "article"]
    place = work.adverbials.place or _place(account.words(*act.nodes))
    return Scope.model_validate(
        final.shared(
            work,
            articles=tuple(n for node in articles for n in _numbers(account.text(node))),
            place=place,
            denied=_is_denied(work, act),
        )
    )


def _is_denied(work: Clausework, act: Act) -> bool:
    """As in "Article 1 does not apply to …"."""
    behind = (name_of(node) for node in work.clause.body if node.form == "negation")
    denied = act.is_denied or name_of(work.clause.head) == "MUST_NOT"
    return denied or not set(behind) <= {"ONLY"} or _says(work, act, "inapplicable")


def _numbers(text: str) -> list[str]:
    words = text.replace(",", " ").split()
    return [word for word in words if any(letter.isdigit() for letter in word)]


def is_saving(work: Clausework) -> bool:
    """Whether a clause denies that the treaty does something ("nothing in this Treaty …")."""
    subject = work.subject
    nothing = any(node.has("NOTHING") for node in subject)
    denied = any(
        name_of(node) == "NOT" or node.has("NEITHER")
        for node in (*work.clause.subject, *work.clause.body)
    ) or name_of(work.clause.head) in ("MUST_NOT", "DO")
    return nothing or (denied and final.is_about_the_treaty(work))


def _says(work: Clausework, act: Act, *words: str) -> bool:
    """Whether the verb of an act has one of some words."""
    return any(word in work.account.text(act.verb) for word in words)


def save(work: Clausework, act: Act) -> Provision | None:
    """What the treaty leaves as it is: rights, duties, the powers of an organ."""
    denied = act.is_denied or name_of(work.clause.head) == "MUST_NOT"
    intact = _says(work, act, "intact", "unaffected", "untouched")
    harmless = act.name == "AFFECT" and (denied or intact)
    if not (is_saving(work) or harmless or act.name == "PREVAIL"):
        return None
    account = work.account
    final.take_subject(work)
    account.hold(*work.clause.body, *act.verbs)
    saved = account.words(*act.row)
    limits = _limits(work)
    row = _prevailing(work) if act.name == "PREVAIL" else _saved(work, act)
    ties = _ties_to_charter(work, row)
    kinds = [Condition(kind=ConditionKind.UN_CHARTER, words=saved)] if ties else []
    conditions = (*_outside_subject(work), *limits, *kinds)
    own: dict[str, object] = {"conditions": conditions}
    if act.name == "PREVAIL":
        own |= {"triggers": (), "conditions": (*work.qualifiers.exceptions, *kinds)}
    return Savings.model_validate(final.shared(work, saved=saved) | own)


def _outside_subject(work: Clausework) -> tuple[Condition, ...]:
    """The conditions of a clause but for what its subject is said to be, which narrows nothing."""
    subject = work.clause.subject
    if not subject:
        return final.stated(work)
    whole = work.account.words(*subject)
    kept = (e for e in final.stated(work) if not whole.start <= e.words.start < whole.end)
    return tuple(each for each in kept if not _is_of_what_is_saved(each))


def _is_of_what_is_saved(each: Condition) -> bool:
    """Whether words say where what is saved is laid down, so that they ask for nothing.

    As in "the neutrality of Austria as laid down in its constitutional law".
    """
    return each.kind is ConditionKind.OWN_CONSTITUTIONAL_PROCESS


def _limits(work: Clausework) -> tuple[Condition, ...]:
    """What narrows the rights that are saved ("where those are consistent with this Treaty")."""
    row = work.clause.body
    at = next((n for n, node in enumerate(row) if name_of(node) == "WHERE"), None)
    return final.other(work, row[at:]) if at is not None else ()


def regarded(work: Clausework) -> Provision | None:
    """As in "none of these provisions shall be regarded as impairing the rights of …"."""
    act = next(iter(work.acts), None)
    nothing = any(node.has("NOTHING") for node in work.subject) or is_saving(work)
    if act is None or act.name != "CONSIDERED" or not nothing or not act.has("AFFECT", "GIVE_RISE"):
        return None
    return save(work, act)


def _saved(work: Clausework, act: Act) -> tuple[Node, ...]:
    """The phrases for what is saved: the subject where it is not affected, else the object."""
    passive = any(name_of(node) == "IS" for node in (work.clause.head, *work.clause.body))
    remains = passive or _says(work, act, "remain", "be left")
    return (*work.clause.subject, *act.nodes) if remains else act.nodes


def _prevailing(work: Clausework) -> Sequence[Node]:
    """What prevails: the subject, or that of two instruments which "the latter" stands for."""
    said = work.account.text(*work.clause.subject) if work.clause.subject else ""
    named = [node for node in work.clause.leads if node.form in ("charter", "article", "names")]
    if "latter" in said:
        return named[-1:]
    return named[:1] if "former" in said else work.clause.subject


EARLIER = frozenset({"earlier", "existing", "former", "previous", "prior", "previously", "older"})


def of_other_treaties(work: Clausework) -> bool:
    """Whether a clause speaks of other treaties than the one that it stands in."""
    subject = work.clause.subject
    words = {phrase.text.lower() for node in subject for phrase in node.phrases()}
    told = any(name_of(node) == "CONCLUDE" or node.form == "date" for node in subject)
    return told or bool(words & EARLIER) or "treaties" in words


def confirmed(work: Clausework, act: Act) -> Provision | None:
    """That other treaties are confirmed."""
    rights = any(node.has("RIGHTS", "OBLIGATIONS") for node in work.clause.subject)
    return left_in_force(work, act) if rights or of_other_treaties(work) else None


def left_in_force(work: Clausework, act: Act) -> Provision:
    """That other treaties remain in force: they are left as they are."""
    saved = work.account.words(*work.clause.subject)
    final.take_subject(work)
    work.account.take(act.verb)
    return Savings.model_validate(final.shared(work, saved=saved))


def without_prejudice(work: Clausework) -> Provision | None:
    """As in "The provisions of this Agreement are without prejudice to the rights of …"."""
    row = (work.clause.head, *work.clause.body)
    at = next((n for n, node in enumerate(row) if name_of(node) == "WITHOUT_PREJUDICE"), None)
    if at is None or not _is_so(work, row[:at]):
        return None
    if not final.is_about_the_treaty(work):
        return None
    saved = work.account.words(*row[at:])
    final.take_subject(work)
    work.account.hold(*row)
    ties = _ties_to_charter(work, row[at:])
    kinds = (Condition(kind=ConditionKind.UN_CHARTER, words=saved),) if ties else ()
    return Savings.model_validate(final.shared(work, saved=saved) | {"conditions": kinds})


def _is_so(work: Clausework, before: Sequence[Node]) -> bool:
    """Whether a treaty "is" or "is concluded" in the way that stands behind."""
    if not work.acts:
        return bool(before) and name_of(before[-1]) == "IS"
    verbs = [name_of(node) for node in before if node.form not in ("formula", "finite")]
    return verbs in (["CONCLUDE"], ["TAKE"], ["ENTER"]) and any(
        name_of(node) == "IS" for node in before
    )


def _ties_to_charter(work: Clausework, row: Sequence[Node]) -> bool:
    """Whether it is the Charter of the United Nations that is saved, not one of another body."""
    others = {
        id(charter)
        for charter, of, body in zip(row, row[1:], row[2:], strict=False)
        if charter.form == "charter" and name_of(of) == "OF" and body.form in ("organ", "names")
        if not any(word in work.account.text(body) for word in OF_THE_UNITED_NATIONS)
    }
    return any(_is_of_the_charter(work, node) for node in row if id(node) not in others)


def _is_of_the_charter(work: Clausework, node: Node) -> bool:
    if node.has("UN_CHARTER"):
        return True
    text = work.account.text(node)
    named = node.form in ("organ", "party") and any(word in text for word in OF_THE_UNITED_NATIONS)
    return named or (node.form == "charter" and "charter" in text)


def purpose(work: Clausework) -> Provision | None:
    """What the charter is for: recognised, without operative effect."""
    aims = any(node.has("PURPOSE") for node in work.subject)
    if not aims or name_of(work.clause.head) != "IS" or not work.clause.body:
        return None
    work.account.hold(*work.clause.row)
    aim = work.account.words(*_without_to(work.clause.body))
    return Purpose(citation=work.account.context.citation, aim=aim)


def _without_to(body: Sequence[Node]) -> Sequence[Node]:
    return body[1:] if name_of(body[0]) == "TO" and len(body) > 1 else body
