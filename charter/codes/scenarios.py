"""C300 to C331: what is wrong with a scenario."""

from charter.codes.code import Code

SCENARIOS: dict[str, Code] = {
    "C300": Code(
        "a sentence that cannot be read",
        "Every word of a scenario is read, or the sentence is refused: a fact that was passed "
        "over could turn the answer. The help shows what could stand here.",
    ),
    "C301": Code(
        "no scenario",
        "The file has no line `Scenario:`, or words stand before the first one.",
    ),
    "C302": Code(
        "words outside Given, When and Then",
        "Facts stand under Given, what happens under When, what is expected under Then. A line "
        "that stands elsewhere at the left is often a misspelt one of these words.",
    ),
    "C303": Code(
        "a sentence without a full stop",
        "A sentence ends with a full stop; without one, two sentences would be read as one.",
    ),
    "C304": Code(
        "out of order",
        "A scenario has its heading lines, Given, When, Then and after them its variations, in "
        "this order, and each heading line once.",
    ),
    "C305": Code(
        "a title or a heading is empty or stands twice",
        "Scenarios of a file and variations of a scenario are told apart by their titles, so "
        "each has one of its own. A heading line says something.",
    ),
    "C306": Code(
        "no charter",
        "A scenario says under which charters it is judged.",
    ),
    "C308": Code(
        "a day that the calendar has not",
        "A date names a day that never was, such as 30 February. It is not moved to the next "
        "one: an answer may turn on a day.",
    ),
    "C309": Code(
        "an end before its beginning",
        "Of the two days between which something happens, the earlier is named first. An event "
        "does not end before it happens, and nobody leaves a treaty before it has signed it.",
    ),
    "C310": Code(
        "nobody of that name",
        "An actor is a Party of one of the charters, a state or organisation of the register, "
        "or somebody whom the scenario itself introduces. A misspelt name would be somebody who "
        "owes and is owed nothing.",
    ),
    "C311": Code(
        "no event of that name",
        "A sentence speaks of an event by a name that no event has. Events are named in "
        "brackets, `(the raid)`, in the sentence that tells of them.",
    ),
    "C312": Code(
        "no place of that name",
        "A place is a state, or is introduced under Given: `Ménaka is a place in Mali`.",
    ),
    "C313": Code(
        "no such article",
        "None of the scenario's charters has an article of that number.",
    ),
    "C314": Code(
        "no such reading",
        "None of the scenario's charters has a reading of that name.",
    ),
    "C315": Code(
        "no such charter here",
        "A charter is called by its library name, its title or its short name, and must be one "
        "of those that the scenario names.",
    ),
    "C316": Code(
        "two events of one name",
        "Facts and expectations speak of an event by its name, so each has one of its own.",
    ),
    "C317": Code(
        "in the wrong block",
        "What is the case stands under Given, what happens under When. A sentence that changes "
        "what was stated before stands under a Variation.",
    ),
    "C318": Code(
        "not one date",
        "What happens does so on a day, even on one that is not known: treaties bind from one "
        "day to another. A sentence names one date, or an interval.",
    ),
    "C319": Code(
        "said where it cannot be",
        "Each word is understood, but it cannot be said here, is said twice, or does not say "
        "enough.",
    ),
    "C320": Code(
        "not clear which event",
        "A sentence speaks of an event without naming it, and there is not exactly one.",
    ),
    "C321": Code(
        "a contradiction",
        "A fact is stated to be true and to be false. A variation may state the contrary of "
        "what its scenario states; within one of them nothing may.",
    ),
    "C322": Code(
        "a change that changes nothing",
        "A variation says something that makes no difference to what was stated, so it would "
        "only seem to vary it.",
    ),
    "C323": Code(
        "armed groups and states in one sentence",
        "To let an armed group attack from one's territory and to lend territory to a state are "
        "two things in law, so they are two sentences.",
    ),
    "C324": Code(
        "not clear which charter",
        "The scenario is judged under several charters, and the sentence does not say of which "
        "it speaks.",
    ),
    "C325": Code(
        "a place in itself",
        "A place lies in another one.",
    ),
    "C326": Code(
        "a duty to oneself",
        "Nobody owes anything to itself; one of the two names is another.",
    ),
    "C327": Code(
        "not one question",
        "A question to `why` and `why-not` is put as a statement about one party and one thing: "
        "`Mali owes Niger assistance`.",
    ),
    "C328": Code(
        "expectations that exclude each other",
        "The same is expected to be owed and not to be owed, in one case and under one reading, "
        "so one of the two must fail whatever the law says.",
    ),
    "C329": Code(
        "who does something to itself",
        "The author of an event and those to whom it is done are not the same. A country in which "
        "some rise against others is told as an armed rebellion, or with the group as its author.",
    ),
    "C330": Code(
        "two charters of one name",
        "The charters of a scenario are told apart by their names in the library or the names of "
        "their files; a charter that stood there twice would bind everybody twice.",
    ),
    "C331": Code(
        "who accedes is a party already",
        "A State accedes that is no party. That a party leaves a treaty and later joins it again "
        "cannot be told in one scenario yet.",
    ),
}
