import BylawSource

/// Says what stopped libyaml in words that a policy author can act on, at the place that has to change.
///
/// libyaml's own words name the grammar's parts (`did not find expected key`); what an author did shows in the bytes around.
/// The keys of the `switch` are libyaml's messages as of 0.2.5; one that is not known is shown as it is.
struct SyntaxWording {
    let error: SyntaxError
    /// The last scalar that was read before.
    let lastScalar: SourceRange
    let file: SourceFile
    let bytes: UnsafeBufferPointer<UInt8>

    /// The problem.
    var diagnostic: Diagnostic {
        switch (error.problem, error.context) {
        case ("mapping values are not allowed in this context", _):
            unexpectedColon
        case ("found unexpected ':'", _):
            problem(
                "unexpected-colon", "`:` cannot stand directly before `\(text(character(error.offset + 1)))`",
                at: character(error.offset), help: "put a space behind the colon, or the text in quotes")
        case ("could not find expected ':'", _):
            missingColon
        case ("found character that cannot start any token", _):
            reservedCharacter
        case ("found a tab character that violates indentation", _),
            ("found a tab character where an indentation space is expected", _):
            tab
        case ("block sequence entries are not allowed in this context", _):
            problem(
                "unexpected-dash", "a list cannot start here", at: character(error.offset),
                help: "start the list on a line of its own, or put the text in quotes if it starts with `-`")
        case ("mapping keys are not allowed in this context", _):
            problem(
                "unexpected-character", "`?` cannot stand here", at: character(error.offset),
                help: "put the text in quotes if it starts with `?`")
        case ("did not find expected key", _):
            misplaced(in: "mapping")
        case ("did not find expected '-' indicator", _):
            misplaced(in: "list")
        case ("did not find expected <document start>", _):
            misplacedAtTop
        case (_, "while parsing a flow sequence"):
            unclosedBracket("]", "list")
        case (_, "while parsing a flow mapping"):
            unclosedBracket("}", "mapping")
        case (_, "while scanning a quoted scalar"), (_, "while parsing a quoted scalar"):
            quoted
        case (_, "while scanning a block scalar"):
            blockHeader
        case ("did not find expected node content", _):
            missingValue
        case (_, "while scanning an anchor"), (_, "while scanning an alias"):
            anchorName
        case (_, "while scanning a tag"), (_, "while parsing a tag"), ("found undefined tag handle", _):
            .tag(file.text(in: word(error.contextOffset)), at: location(word(error.contextOffset)))
        case (_, "while scanning a directive"), (_, "while scanning a %YAML directive"),
            (_, "while scanning a %TAG directive"), ("found incompatible YAML document", _),
            ("found duplicate %YAML directive", _), ("found duplicate %TAG directive", _):
            directive
        default:
            problem(
                "yaml-syntax", error.context.isEmpty ? error.problem : "\(error.problem) \(error.context)",
                at: character(error.offset))
        }
    }

    // MARK: - Lines and indentation

    private var unexpectedColon: Diagnostic {
        let colon = SourceRange(error.offset, min(error.offset + 1, bytes.count))
        if let value = valueStart(before: error.offset) {
            // In brackets the text ends before its line does.
            let isFlow = error.context.hasPrefix("while parsing a flow")
            var text = line(from: value)
            if isFlow, error.offset < text.end,
                let end = bytes[error.offset..<text.end].firstIndex(where: { ",]}".utf8.contains($0) })
            {
                text = SourceRange(value, end)
            }
            return problem(
                "unexpected-colon", "a second `:` cannot stand in one line", at: colon,
                help: "put the text in quotes if the colon belongs to it: \(inQuotes(text))")
        }
        if let above = lineAbove(error.offset), above.column == column(ofLineAt: error.offset) {
            let hasColon = text(above.range).utf8.contains(UInt8(ascii: ":"))
            return problem(
                "missing-colon",
                hasColon ? "a space is missing behind `:`" : "`:` is missing behind this key", at: above.range,
                help: "write `key: value`, and indent a text's further lines deeper than its key")
        }
        return problem(
            "unexpected-colon", "`:` cannot stand here, as this line goes on with the value above", at: colon,
            help: "indent the line like the key above it, or put a text with a colon in quotes")
    }

    private var missingColon: Diagnostic {
        let place = line(from: error.contextOffset)
        let isQuoted = isQuote(error.contextOffset)
        return problem(
            "missing-colon",
            isQuoted
                ? "a quoted key has to end on its line, with `:` behind it" : "`:` is missing behind this key",
            at: place,
            help: isQuoted
                ? "write text in quotes as the value of a key"
                : "write `key: value`, and indent a text's further lines deeper than its key")
    }

    private var tab: Diagnostic {
        var at = min(error.offset, max(bytes.count - 1, 0))
        // libyaml may stop one past the tab that it speaks of.
        if at > 0, self[at] != UInt8(ascii: "\t"), self[at - 1] == UInt8(ascii: "\t") { at -= 1 }
        return problem(
            "tab-indentation", "a tab cannot indent a line", at: SourceRange(at, min(at + 1, bytes.count)),
            help: "indent with spaces")
    }

    /// Something that fits neither the mapping or list that is open nor one around it.
    private func misplaced(in collection: String) -> Diagnostic {
        if let common = misplacedSign ?? textBehindValue { return common }
        if !startsLine(error.offset) {
            return problem(
                "unexpected-text", "this cannot stand here", at: line(from: error.offset),
                help: "put the whole text in quotes")
        }
        return problem(
            "bad-indentation", "this line belongs to no \(collection) above it", at: line(from: error.offset),
            labels: [
                .init(location(SourceRange(error.contextOffset, error.contextOffset)), "this \(collection) is open")
            ],
            help: collection == "list"
                ? "start an item with `- `, or indent the line like the key that it belongs beside"
                : "indent it like the keys that it belongs beside")
    }

    private var misplacedAtTop: Diagnostic {
        if let common = misplacedSign ?? textBehindValue { return common }
        return problem(
            "bad-indentation", "the document has ended before this line", at: line(from: error.offset),
            help: "start every line of the outermost mapping in the same column")
    }

    // MARK: - Brackets

    /// A closing bracket or a colon that nothing stands before.
    private var misplacedSign: Diagnostic? {
        switch self[error.offset] {
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            problem(
                "unexpected-bracket", "there is nothing that `\(text(character(error.offset)))` closes",
                at: character(error.offset), help: "remove it, or put the text in quotes if it belongs to it")
        case UInt8(ascii: ":") where visible(before: error.offset).map { self[$0] } != UInt8(ascii: "}"):
            .emptyKey(at: location(character(error.offset)))
        default: nil
        }
    }

    private func unclosedBracket(_ bracket: String, _ collection: String) -> Diagnostic {
        let opening = character(error.contextOffset)
        let isAtEnd = rest(from: error.offset).isEmpty
        // Without the bracket that is missing, libyaml reads on into the lines below, up to their first colon.
        let isLineBelow = text(SourceRange(error.contextOffset, error.offset)).contains(where: \.isNewline)
        if isAtEnd || (isLineBelow && !text(line(from: error.offset)).contains(bracket)) {
            return problem(
                "unclosed-bracket", "this `\(text(opening))` is not closed", at: opening,
                labels: isAtEnd ? [] : [.init(location(character(error.offset)), "this cannot be a part of it")],
                help: "close it with `\(bracket)`, or put the text in quotes if it starts with a bracket")
        }
        if self[error.offset] == UInt8(ascii: ":"), !isLineBelow, valueStart(before: error.offset) != nil {
            return unexpectedColon
        }
        return problem(
            "missing-comma", "`,` or `\(bracket)` is missing before this", at: character(error.offset),
            labels: [.init(location(opening), "the \(collection) starts here")],
            help: "put a text in quotes that holds brackets, quotes or colons")
    }

    private var missingValue: Diagnostic {
        if rest(from: error.offset).isEmpty {
            return problem("missing-value", "a value is missing here", at: character(error.offset))
        }
        let found = text(character(error.offset))
        return problem(
            "unexpected-character", "`\(found)` cannot stand here", at: character(error.offset),
            help: "put the text in quotes if it starts with `\(found)`")
    }

    /// Text directly behind a closing quote or bracket: `{user}さん`, `"a" or "b"`.
    private var textBehindValue: Diagnostic? {
        guard let last = visible(before: error.offset), "\"'}]".utf8.contains(self[last]) else { return nil }
        if isQuote(last), lastScalar.end == last + 1, text(lastScalar).contains(where: \.isNewline) {
            return problem(
                "unclosed-quote",
                "this `\(text(character(lastScalar.start)))` is closed in another line, and text goes on there",
                at: character(lastScalar.start), labels: [.init(location(character(last)), "closed here")],
                help: "close it where its text ends")
        }
        let isApostrophe = self[last] == UInt8(ascii: "'") && last == error.offset - 1
        return problem(
            "text-after-value", "text cannot go on behind closing \(isQuote(last) ? "quotes" : "brackets")",
            at: line(from: error.offset),
            help: isApostrophe
                ? "within single quotes write an apostrophe twice, or use double quotes"
                : "put the whole text in quotes: \(inQuotes(line(from: textStart(before: last))))")
    }

    // MARK: - Helpers

    func problem(
        _ code: String, _ message: String, at range: SourceRange, labels: [Diagnostic.Label] = [], help: String? = nil
    ) -> Diagnostic {
        Diagnostic(code, message, at: location(range), labels: labels, help: help)
    }

    func location(_ range: SourceRange) -> SourceLocation {
        SourceLocation(file, range)
    }
}
