"""C001 to C039: files, and the words of a command."""

from charter.codes.code import Code

FILES: dict[str, Code] = {
    "C001": Code(
        "the file cannot be read",
        "There is no file of that name, or it is a folder, or the system does not let it be read.",
    ),
    "C002": Code(
        "the file is too large",
        "A file may hold up to 1,000,000 bytes, far more than any treaty needs. A larger one is "
        "not taken in at all.",
    ),
    "C003": Code(
        "the file is not UTF-8",
        "Charters and scenarios are UTF-8 text. Read in another encoding, names such as "
        "Côte d'Ivoire would turn into other names, so nothing is guessed.",
    ),
    "C004": Code(
        "a NUL character",
        "A text holds no NUL. Where there is one, the file is not a text, or it was damaged.",
    ),
    "C005": Code(
        "a bidirectional control character",
        "Such a character makes an editor show words in another order than the one in which they "
        "are read, so that a clause could say one thing to its reader and another to the program.",
    ),
    "C006": Code(
        "a control character",
        "Of the control characters, only the tab, the end of a line and the form feed may stand "
        "in a file. Others come from a terminal or a damaged copy and show nothing.",
    ),
    "C007": Code(
        "brackets nested too deep",
        "Brackets may be nested 128 deep. No clause comes near that; such a file was made to "
        "exhaust its reader, or lost its closing brackets.",
    ),
    "C008": Code(
        "the file is empty",
        "The file holds nothing but white space: neither a charter nor a scenario.",
    ),
    "C009": Code(
        "an invisible character",
        "Soft hyphens, zero-width spaces and their like part or join words without being seen, so "
        "that a word would not be the word that it looks like. They often come with text that was "
        "pasted from a page.",
    ),
    "C010": Code(
        "more errors than are shown",
        "The first errors of a file are shown, and a note stands where the next one is. What "
        "follows is often of one cause with what is shown.",
    ),
    "C020": Code(
        "there is no such charter",
        "A charter is named by its name in the library (`charter library` lists them) or by the "
        "path of its file, which is looked for from the scenario's own folder.",
    ),
    "C021": Code(
        "there is no such reading",
        "A reading is named by the words between the quotation marks in its charter, after "
        "`Reading`. `charter library show` lists those of a charter.",
    ),
    "C022": Code(
        "there is no such variation",
        "A variation is named by the words after `Variation:` in the scenario file.",
    ),
    "C023": Code(
        "no scenario file in the folder",
        "A folder is searched, with all below it, for files that end in `.scenario`.",
    ),
    "C024": Code(
        "not a day of the calendar",
        "A day on the command line is written as year, month and day, with hyphens: 2023-10-02.",
    ),
    "C025": Code(
        "neither a charter nor a scenario",
        "Files are told apart by their names: a charter ends in `.charter` and a scenario in "
        "`.scenario`.",
    ),
    "C026": Code(
        "a line is not a clause",
        "With `--clauses` each line of the file is a JSON object with a text `id` and a text "
        "`text`. Nothing is read from a file in which a line is something else.",
    ),
    "C030": Code(
        "the call is not understood",
        "A command has the arguments and options that its `--help` shows. Another one, or a value "
        "that an option does not take, is refused before anything is read.",
    ),
    "C036": Code(
        "the system refused",
        "A file could not be read or written: the disk is full, the folder is not there or does "
        "not let itself be written to. Nothing was left half written.",
    ),
    "C037": Code(
        "not there yet",
        "The command or the option is promised for a later version and does nothing yet.",
    ),
    "C038": Code(
        "nested too deeply",
        "The input is nested more deeply than the program can work on. No treaty is.",
    ),
    "C039": Code(
        "a defect of the program",
        "Something happened that the program was not written for. The answer, if any was printed, "
        "is not to be relied on. Please report it with the file that brought it about.",
    ),
}
