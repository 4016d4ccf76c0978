"""What testing scenario files came to: what differs, and the counts."""

from charter.engine.run import Run
from charter.findings.checked import Checked
from charter.findings.derivation import Step
from charter.report.document import (
    Block,
    Branch,
    Document,
    Listing,
    Paragraph,
    Section,
    Style,
    Text,
    Tree,
    text,
)
from charter.report.document import Run as Styled
from charter.report.explain import Teller
from charter.report.prose import Prose

CheckedRun = tuple[Run, tuple[Checked, ...]]


def tested(runs: list[CheckedRun]) -> Document:
    """The differences case by case, then how many expectations held."""
    differing = tuple(_case(run, checked) for run, checked in runs if _differs(checked))
    return Document("Expectations", None, (*differing, Paragraph(_summary(runs))))


def _differs(checked: tuple[Checked, ...]) -> bool:
    return any(not each.held for each in checked)


def _case(run: Run, checked: tuple[Checked, ...]) -> Section:
    blocks = tuple(block for each in checked if not each.held for block in difference(run, each))
    return Section(f"{run.case.title} ({run.file}:{run.case.line})", blocks)


def difference(run: Run, checked: Checked) -> tuple[Block, ...]:
    """Expected against found, and the derivations that decide it."""
    words = Prose.of(run.treaties, run.case.world)
    word = "not met" if checked.contested else "failed"
    style = Style.OPEN if checked.contested else Style.BAD
    head = text(Styled(word, style), f", line {checked.line}: {checked.text}")
    lines = (
        text(Styled("expected: ", Style.STRONG), checked.expected),
        text(Styled("found:    ", Style.STRONG), checked.found),
    )
    trees = tuple(_tree(step, words) for step in checked.steps)
    return (Paragraph(head), Listing(lines), *trees)


def _tree(step: Step, words: Prose) -> Tree:
    return Tree(Branch(text("decided by"), (Teller(words, only_open=False).branch(step),)))


def _summary(runs: list[CheckedRun]) -> Text:
    found = [each for _, checked in runs for each in checked]
    held = sum(each.held for each in found)
    contested = sum(not each.held and each.contested for each in found)
    failed = len(found) - held - contested
    said = [f"{held} held", f"{failed} failed"]
    if contested:
        said.append(f"{contested} contested and not met")
    style = Style.BAD if failed else Style.GOOD
    cases = "1 case" if len(runs) == 1 else f"{len(runs)} cases"
    return text(Styled(", ".join(said), style), f", in {cases}.")
