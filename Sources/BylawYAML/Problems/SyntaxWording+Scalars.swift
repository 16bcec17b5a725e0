import BylawSource

/// The wording of what goes wrong within a scalar, or with the character that it starts with.
extension SyntaxWording {
    var reservedCharacter: Diagnostic {
        if self[error.offset] == UInt8(ascii: "\t") {
            return problem(
                "tab-indentation", "a tab cannot indent a line", at: character(error.offset), help: "indent with spaces"
            )
        }
        return problem(
            "reserved-character", "a text cannot start with `\(text(character(error.offset)))`",
            at: character(error.offset), help: "put the text in quotes: \(inQuotes(line(from: error.offset)))")
    }

    var quoted: Diagnostic {
        let quote = character(error.contextOffset)
        switch error.problem {
        case "found unexpected end of stream", "found unexpected document indicator":
            return problem(
                "unclosed-quote", "this `\(text(quote))` is not closed", at: quote,
                help: "close it with `\(text(quote))`; within single quotes a quote is written twice")
        case "found unknown escape character":
            let escape = SourceRange(error.offset, character(error.offset + 1).end)
            return problem(
                "bad-escape", "`\(text(escape))` is no escape", at: escape,
                help: "write `\\\\` for a backslash, or use single quotes, which know no escapes")
        default:
            let start = max(error.offset - 2, 0)
            let escape = SourceRange(start, endOfDigits(error.offset))
            let isSurrogate = error.problem == "found invalid Unicode character escape code"
            return problem(
                "bad-escape",
                isSurrogate
                    ? "`\(text(escape))` names no character" : "`\(text(escape))` has too few hexadecimal digits",
                at: escape,
                help: isSurrogate
                    ? "write the character itself, or its code point as `\\U0001F600`"
                    : "write two digits behind `\\x`, four behind `\\u`, eight behind `\\U`")
        }
    }

    var blockHeader: Diagnostic {
        let indicator = text(character(error.contextOffset))
        if error.problem == "found an indentation indicator equal to 0" {
            return problem(
                "block-header", "a block cannot be indented by 0", at: character(error.offset),
                help: "write a number from 1 to 9, or none")
        }
        return problem(
            "block-header", "text cannot stand behind `\(indicator)`", at: line(from: error.offset),
            help: "start it on the next line, or put it in quotes if it starts with `\(indicator)`")
    }

    var anchorName: Diagnostic {
        let sign = text(character(error.contextOffset))
        return problem(
            "anchor-name", "`\(sign)` starts the name of an anchor, and this is none", at: word(error.contextOffset),
            help: "put the text in quotes: \(inQuotes(line(from: error.contextOffset)))")
    }

    var directive: Diagnostic {
        problem(
            "directive", "`\(text(line(from: error.contextOffset)))` is no directive",
            at: line(from: error.contextOffset),
            help: "remove the line, or put the text in quotes if it starts with `%`")
    }

    private func endOfDigits(_ offset: Int) -> Int {
        var offset = min(offset, bytes.count)
        while offset < bytes.count, Character(Unicode.Scalar(bytes[offset])).isHexDigit { offset += 1 }
        return offset
    }
}
