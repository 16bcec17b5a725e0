/// Why a decision log is not what was written, or cannot be written, and why policies are not put into force.
extension CodePage {
    static let log: [CodePage] = [
        CodePage(
            "malformed-line", "a line is no line of a decision log",
            meaning: """
                Each line is one JSON object of a fixed form. This one was changed, or the file is none of a \
                log.
                """,
            repair: "Give the files of a log. What was changed in it cannot be got back from it.",
            wrong: .told("A byte of a line's end is changed."),
            right: .told("The line as it was written.")),
        CodePage(
            "changed-line", "a line of a decision log was changed",
            meaning: "Its bytes are not those that were written with the key.",
            repair: "Find out who could write to the file. What stood there cannot be got back from it.",
            wrong: .told("`deny` is made `allow` in a line."),
            right: .told("The line as it was written.")),
        CodePage(
            "lines-missing", "lines of a decision log were taken out, put in or moved",
            meaning: "Records are numbered one after the other, across files too.",
            repair: """
                Give every file of the log, in order. If they are all there, find out who could write to them.
                """,
            wrong: .told("The third line is deleted."),
            right: .told("All lines, in their order.")),
        CodePage(
            "other-previous", "a line of a decision log follows another than it should",
            meaning: """
                Each line names the MAC of the one before. Here two logs, or two copies of one, were joined.
                """,
            repair: "Give the files of one log.",
            wrong: .told("The second file of another log is put behind the first of this."),
            right: .told("Both files of the same log.")),
        CodePage(
            "no-beginning", "a file of a decision log lacks its beginning",
            meaning: "The first line of each file tells which log and which file it is.",
            repair: "Find out who could write to the file.",
            wrong: .told("The first line of a file is deleted."),
            right: .told("The file with its first line.")),
        CodePage(
            "misplaced-beginning", "a file of a decision log begins in its middle",
            meaning: "Two files were joined into one.",
            repair: "Give them as two files.",
            wrong: .told("`cat a b > c`, and `c` is verified."),
            right: .told("`a` and `b` are verified.")),
        CodePage(
            "after-end", "lines stand behind the end of a file",
            meaning: "The file was full and had ended; the log went on in another.",
            repair: "Find out who could write to the file.",
            wrong: .told("A line is added to a file that was full."),
            right: .told("The file as it was ended.")),
        CodePage(
            "torn-line", "the last line of a decision log is not whole",
            meaning: """
                The process or the machine went down while it was written, or somebody cut the file off.
                """,
            repair: """
                Open the log again: it sets the rest aside in a file of its own, says so, and goes on.
                """,
            wrong: .told("The power fails in the middle of a write."),
            right: .told("The same log, after it was opened again.")),
        CodePage(
            "empty-file", "a file of a decision log has no line",
            meaning: "Even a log without a decision has a beginning.",
            repair: "Give the right file; if it is the right one, all of its lines were deleted.",
            wrong: .told("`: > decisions.jsonl`."),
            right: .told("The file as it was.")),
        CodePage(
            "next-file-missing", "a decision log goes on in a file that is not given",
            meaning: "The last file that was given ended because it was full.",
            repair: "Give the files that follow too.",
            wrong: .told("`bylaw log verify --closed` with the first of two files."),
            right: .told("The same with both.")),
        CodePage(
            "not-closed", "a decision log does not end with its end",
            meaning: """
                A log that is closed ends with a line that says so. Without it, lines may have been cut off.
                """,
            repair: """
                If the process crashed or still runs, leave `--closed` out, and compare what was kept elsewhere.
                """,
            wrong: .told("The last lines of a closed log are deleted."),
            right: .told("The log as it was closed.")),
        CodePage(
            "other-last", "a record that was kept elsewhere is not in the log",
            meaning: "The log was cut off before it, or written anew.",
            repair: "Find out who has the key and could write to the files.",
            wrong: .told("A log is cut off, and its last record had been kept: `--expect-last`."),
            right: .told("The whole log.")),
        CodePage(
            "too-few-decisions", "a decision log has fewer decisions than it had",
            meaning: "The log was cut off, or files of it were not given.",
            repair: "Give every file of the log.",
            wrong: .told("`--expect-count 100` with a log of 90 decisions."),
            right: .told("The same with the whole log.")),
        CodePage(
            "log-unusable", "a decision log cannot be read, written or made",
            meaning: """
                The disk is full, or the file may not be used. Until that is put right nothing is allowed, as \
                there would be no record of it.
                """,
            repair: "Look at the reason that the message names.",
            wrong: .told("The disk is full."),
            right: .told("There is room on it.")),
        CodePage(
            "log-damaged", "what stands in a decision log cannot be continued",
            meaning: """
                A log is looked at when it is opened, and nothing is written behind lines that were changed.
                """,
            repair: "Keep the file, find out what happened to it, and begin a new log.",
            wrong: .told("The log is opened with another key."),
            right: .told("It is opened with its own.")),
        CodePage(
            "log-in-use", "another log writes to the file",
            meaning: "Two that write to one file would break its chain.",
            repair: "Give each process a file of its own.",
            wrong: .told("Two services log to one file."),
            right: .told("Each logs to its own.")),
        CodePage(
            "log-full", "so many decisions wait to be logged that no other is taken",
            meaning: """
                The disk is slower than decisions come. Where the host chose not to wait, the decision is held.
                """,
            repair: "Ask again later; give the log a faster disk, or let it wait.",
            wrong: .told("A slow disk, and a log that refuses."),
            right: .told("The same, and a log that waits.")),
        CodePage(
            "log-closed", "the decision log is closed",
            meaning: "Nothing can be logged any more.",
            repair: "Close the log after everything that judges.",
            wrong: .told("A decision is logged after `close()`."),
            right: .told("It is logged before.")),
        CodePage(
            "decision-too-long", "a decision is too long to be logged",
            meaning: "A line may have no more than 64 MiB.",
            repair: "Bound the texts that are judged.",
            wrong: .told("A masked text of 100 MB."),
            right: .told("One of 10 KB.")),
        CodePage(
            "log-unwritten", "a log was closed, and decisions that it had taken are not in it",
            meaning: "They could not be written, and nobody tried again before the log was closed.",
            repair: "Put right what kept them from being written, and try again before closing.",
            wrong: .told("The disk is full when the service ends."),
            right: .told("The service makes room and tries again first.")),
        CodePage(
            "policies-changing", "the policies change while they are read",
            meaning: """
                Each time that they were read, somebody had written to them meanwhile, so that they may be a \
                mixture.
                """,
            repair: "Wait until they are written. Write a new folder and turn a link to it.",
            wrong: .told("Policies are copied to the folder when the service starts."),
            right: .told("The service starts after that.")),
    ]
}
