"""C201 to C207: what a check finds doubtful in a charter that can be read."""

from charter.codes.code import Code

CHECKS: dict[str, Code] = {
    "C201": Code(
        "a name that is not known",
        "A charter names somebody who is neither a Party nor in the register of states and "
        "organisations. A misspelt name binds nobody and protects nobody. Where nothing in the "
        "register is like it, it is taken for a state and only noted.",
    ),
    "C202": Code(
        "an act of somebody who is no party",
        "The heading tells of a signature or a ratification by somebody whom `Parties` does not "
        "name. It has no effect.",
    ),
    "C203": Code(
        "a reference to an article that is not there",
        "An article speaks of another article of the charter that is not in the file, so that "
        "what it says of it has no effect.",
    ),
    "C204": Code(
        "a clause that can never apply",
        "The duty arises from an event that counts as something, but nothing in the charter ever "
        "counts as that; or it binds the other Parties, and there is no other.",
    ),
    "C205": Code(
        "a duty that is also forbidden",
        "Two articles require and forbid the same, of the same Parties and without a condition, "
        "so that each Party breaches one of them.",
    ),
    "C206": Code(
        "a duty of somebody who is no party",
        "An article binds somebody by name who is not among the Parties. A treaty binds no third "
        "State without its consent (Vienna Convention on the Law of Treaties, article 34), so the "
        "duty is nobody's.",
    ),
    "C207": Code(
        "words that can be read in more than one way",
        "The grammar reads the words in the way that is usual, and could read them in another, "
        "into other rules. Each way is a reading with a name, and results can be had under each. "
        "It is only a note: nothing is wrong with the charter.",
    ),
}
