"""One event as it is stated, and what is taken of it where nothing is stated.

Nothing here knows a treaty. A stated fact comes first, then a default rule, then silence.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from charter.dates import Day
from charter.engine.places import normal
from charter.engine.stated import Stated
from charter.findings.claims import AuthorIs, Claim, HasQuality, Infringes, IsKind, Strikes
from charter.findings.derivation import Basis, Step
from charter.rules.kinds import ancestors, infringed_by, is_a
from charter.rules.terms import Asset, Interest, Quality
from charter.scenario.model import Event
from charter.truth import Truth, disjunction

_INFRINGING = ("infringement", "use_of_force", "hostile_act", "threat")
# GA res. 3314 (1974) art. 3(a), (c): these are, by definition, acts of the armed forces of a State.
_BY_ARMED_FORCES = ("armed_attack", "invasion", "occupation", "blockade")

_FIXED = (Asset.PORTS, Asset.ROADS, Asset.COASTS, Asset.INFRASTRUCTURE)

_MET_BY = {
    None: frozenset({None, *Asset}),
    # What stands fast on a state's territory is struck there.
    Asset.TERRITORY: frozenset({None, Asset.TERRITORY, *_FIXED}),
    # "… forces, also when deployed outside the area": a clause on forces covers them all.
    Asset.FORCES: frozenset({Asset.FORCES, Asset.FORCES_ABROAD}),
}


@dataclass(frozen=True, slots=True)
class Moment:
    """A day by the name of what happens on it."""

    label: str
    day: Day


@dataclass(slots=True)
class Happening:
    """An event under inquiry; steps once found are kept for as long as the inquiry lasts.

    ``places`` are the normal names of all that the place of the event lies in, ``_said`` the kinds
    that facts give it, ``_open_authors`` those of whom it is said to be not known whether they did
    it, ``_by_group`` whether an armed group is or may be an author.
    """

    event: Event
    stated: Stated
    label: str = field(init=False)
    moment: Moment = field(init=False)
    victims: tuple[str, ...] = field(init=False)
    authors: tuple[str, ...] = field(init=False)
    places: frozenset[str] = field(init=False)
    _struck: Mapping[str, list[Asset | None]] = field(init=False)
    _said: Mapping[str, bool | None] = field(init=False)
    _open_authors: frozenset[str] = field(init=False)
    _by_group: bool = field(init=False)
    _found: dict[Claim, Step] = field(init=False, default_factory=dict)
    _interests: frozenset[Interest] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        event = self.event
        self.label = event.label
        self.moment = Moment(event.label, event.day)
        self._struck = defaultdict(list)
        for each in event.struck:
            self._struck[each.actor].append(each.asset)
        for actor, asset in self.stated.strikes.get(event.label, ()):
            self._struck[actor].append(asset)
        self.victims = tuple(self._struck)
        self.places = self.stated.lies_in(event.place)
        said = self.stated.authors.get(event.label, {})
        named = [*(event.authors or ()), *(actor for actor, value in said.items() if value)]
        self.authors = tuple(actor for actor in dict.fromkeys(named) if said.get(actor, True))
        self._open_authors = frozenset(each for each, value in said.items() if value is None)
        self._said = self.stated.kinds.get(event.label, {})
        by_group = not self.stated.groups.isdisjoint((*self.authors, *self._open_authors))
        self._by_group = by_group or not self.authors_known

    @property
    def authors_known(self) -> bool:
        """Whether the authors named are all there are; not where none of them did it after all."""
        named = self.event.authors
        return named is not None and (not named or bool(self.authors))

    @property
    def authors_settled(self) -> bool:
        """Whether the authors are known, and of nobody it is said to be open."""
        return self.authors_known and not self._open_authors

    def _once(self, claim: Claim, default: "Callable[[], tuple[Truth, Basis]]") -> Step:
        step = self._found.get(claim)
        if step is None:
            step = self._found[claim] = self.stated.leaf(claim, *default())
        return step

    def is_kind(self, kind: str) -> Step:
        """Whether the event is of a kind, by what is stated of it and by the hierarchy of kinds.

        What is stated of a kind holds of the kinds above it if true, and of those below if false.
        """

        def default() -> tuple[Truth, Basis]:
            return self._kind(kind), _following(kind == self.event.kind)

        return self._once(IsKind(self.label, kind), default)

    def may_be(self, kinds: tuple[str, ...]) -> bool:
        """Whether the event may be of one of the kinds."""
        return any(self._kind(kind) is not Truth.FALSE for kind in kinds)

    def _kind(self, kind: str) -> Truth:
        if self._said:
            if kind in self._said:
                return Truth.of(self._said[kind])
            if any(value and kind in ancestors(each) for each, value in self._said.items()):
                return Truth.TRUE
            if any(
                value is False and each in ancestors(kind) for each, value in self._said.items()
            ):
                return Truth.FALSE
        return is_a(self.event.kind, kind, by_group=self._by_group)

    def may_be_by(self, actor: str) -> bool:
        """Whether an actor may have brought the event about."""
        return actor in self.authors or not self.authors_known or actor in self._open_authors

    def is_author(self, actor: str) -> Step:
        """Whether an actor brought the event about; a member of an author is not one for that."""

        def default() -> tuple[Truth, Basis]:
            if actor in self.authors:
                return Truth.TRUE, Basis.STATED
            return (Truth.FALSE if self.authors_known else Truth.UNKNOWN), Basis.STATED

        return self._once(AuthorIs(self.label, actor), default)

    def strikes(self, victim: str, asset: Asset | None = None) -> Step:
        """Whether the event is directed against an actor, or a part of it where one is named."""

        def default() -> tuple[Truth, Basis]:
            return Truth.of(self._is_struck(victim, asset)), Basis.STATED

        return self._once(Strikes(self.label, victim, asset), default)

    def _is_struck(self, victim: str, asset: Asset | None) -> bool:
        wanted = _MET_BY.get(asset) or frozenset({asset})
        return not wanted.isdisjoint(self._struck.get(victim, ()))

    def strikes_home(self, victim: str) -> bool:
        """Whether the event strikes an actor itself, or some part of it on its own territory."""
        if self.strikes(victim, Asset.TERRITORY).truth is Truth.TRUE:
            return True
        return self._is_struck(victim, None) and normal(victim) in self.places

    def infringes(self, interest: Interest, victim: str) -> Step:
        """Whether the event infringes an interest of an actor.

        An armed attack on a state's territory is taken to infringe both its sovereignty and its
        territorial integrity (Charter of the United Nations art. 2(4)); a threat to a state is
        taken to threaten every interest that a clause names. A fact may say otherwise.
        """

        def default() -> tuple[Truth, Basis]:
            if self.strikes_home(victim) and (
                self._kind("threat") is Truth.TRUE or interest in self._infringed()
            ):
                return Truth.TRUE, Basis.PRESUMED
            if disjunction(self._kind(kind) for kind in _INFRINGING) is Truth.FALSE:
                return Truth.FALSE, Basis.PRESUMED
            return Truth.UNKNOWN, Basis.SILENT

        return self._once(Infringes(self.label, interest, victim), default)

    def _infringed(self) -> frozenset[Interest]:
        if self._interests is None:
            own = ancestors(self.event.kind).union(*(ancestors(each) for each in self._said))
            known = (each for each in own if self._kind(each) is Truth.TRUE)
            self._interests = frozenset().union(*(infringed_by(each) for each in known))
        return self._interests

    def has_quality(self, quality: Quality) -> Step:
        """Whether the event has a quality; some kinds are by definition the act of armed forces."""

        def default() -> tuple[Truth, Basis]:
            value = self.event.qualities.get(quality)
            if value is None and quality is Quality.ARMED_FORCES_USED:
                kinds = (self._kind(kind) for kind in _BY_ARMED_FORCES)
                if disjunction(kinds) is Truth.TRUE:
                    return Truth.TRUE, Basis.PRESUMED
            return Truth.of(value), Basis.STATED

        return self._once(HasQuality(self.label, quality), default)


def _following(is_stated: bool) -> Basis:
    return Basis.STATED if is_stated else Basis.BY_LOGIC
