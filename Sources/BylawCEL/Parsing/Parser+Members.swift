internal import BylawSource

extension Parser {
    /// A primary with what is selected from it, called on it and indexed in it.
    mutating func member() -> Syntax {
        let start = range.start
        var operand = primary()
        while true {
            switch kind {
            case .dot: operand = selection(operand, from: start)
            case .leftBracket: operand = indexing(operand, from: start)
            case .leftBrace:
                guard let name = qualifiedName(operand) else {
                    unexpected("an operator")
                    return operand
                }
                operand = message(name)
            default: return operand
            }
        }
    }

    /// `.field`, `.?field` or `.method(…)`.
    private mutating func selection(_ operand: Syntax, from start: Int) -> Syntax {
        advance()
        let isOptional = take(.question)
        guard let field = fieldName() else { return operand }
        if kind == .leftParenthesis, !isOptional, bytes(field.range).first != UInt8(ascii: "`") {
            return call(field, receiver: operand, isRooted: false, start: start)
        }
        let whole = SourceRange(start, previousEnd)
        return node(.select(operand, field: field, isOptional: isOptional), whole, below: operand.depth)
    }

    /// Takes the name of a field, without its backticks; or says that it is missing.
    private mutating func fieldName() -> Syntax.Name? {
        guard kind == .identifier || kind == .quotedIdentifier else {
            unexpected("the name of a field")
            return nil
        }
        let text = text(range)
        let field = Syntax.Name(kind == .identifier ? text : String(text.dropFirst().dropLast()), range)
        advance()
        return field
    }

    private mutating func indexing(_ operand: Syntax, from start: Int) -> Syntax {
        let opener = range
        advance()
        let isOptional = take(.question)
        let index = expression()
        close(.rightBracket, "]", openedAt: opener)
        let whole = SourceRange(start, previousEnd)
        return node(.index(operand, index, isOptional: isOptional), whole, below: max(operand.depth, index.depth))
    }

    /// The name of a message type, where the operand can be one: `a.b.C`, `.C`.
    private func qualifiedName(_ operand: Syntax) -> Syntax.Name? {
        switch operand.kind {
        case .identifier(let name, let isRooted):
            return Syntax.Name(isRooted ? "." + name : name, operand.range)
        case .select(let inner, let field, isOptional: false):
            guard let outer = qualifiedName(inner) else { return nil }
            return Syntax.Name("\(outer.text).\(field.text)", operand.range)
        default:
            return nil
        }
    }

    private mutating func primary() -> Syntax {
        switch kind {
        case .leftParenthesis: return parenthesized()
        case .leftBracket: return list()
        case .leftBrace: return map()
        case .identifier: return name(isRooted: false, start: range.start)
        case .dot where nextKind == .identifier:
            let start = range.start
            advance()
            return name(isRooted: true, start: start)
        case .true, .false, .null, .int, .uint, .double, .string, .bytes, .minus: return literal()
        default: return missingPrimary()
        }
    }

    private mutating func parenthesized() -> Syntax {
        let opener = range
        advance()
        let inner = expression()
        close(.rightParenthesis, ")", openedAt: opener)
        return inner
    }

    private mutating func missingPrimary() -> Syntax {
        let start = range
        unexpected("an expression")
        switch kind {
        case .end, .comma, .colon, .rightParenthesis, .rightBracket, .rightBrace: break
        default: advance()
        }
        return missing(start)
    }

    private mutating func name(isRooted: Bool, start: Int) -> Syntax {
        let name = Syntax.Name(text(range), range)
        advance()
        if kind == .leftParenthesis { return call(name, receiver: nil, isRooted: isRooted, start: start) }
        checkReserved(name)
        return node(.identifier(name.text, isRooted: isRooted), SourceRange(start, name.range.end))
    }

    private mutating func checkReserved(_ name: Syntax.Name) {
        guard Parser.reservedWords.contains(name.text) else { return }
        report("reserved-word", "`\(name.text)` is a reserved word", at: name.range)
    }

    /// Words that no variable can have as its name; fields and methods can.
    private static let reservedWords: Set<String> = [
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package",
        "namespace", "return", "var", "void", "while",
    ]

    /// A call, from its opening parenthesis; a macro becomes the node it stands for.
    private mutating func call(_ name: Syntax.Name, receiver: Syntax?, isRooted: Bool, start: Int) -> Syntax {
        let arguments = arguments()
        return call(name, receiver, arguments, isRooted, SourceRange(start, previousEnd))
    }

    private mutating func arguments() -> [Syntax] {
        let opener = range
        advance()
        var arguments: [Syntax] = []
        while kind != .rightParenthesis, kind != .end {
            arguments.append(expression())
            if !separator(before: .rightParenthesis) { break }
            if kind == .rightParenthesis { unexpected("an argument") }
        }
        close(.rightParenthesis, ")", openedAt: opener)
        return arguments
    }

    private mutating func call(
        _ name: Syntax.Name, _ receiver: Syntax?, _ arguments: [Syntax], _ isRooted: Bool, _ range: SourceRange
    ) -> Syntax {
        if expandsMacros, !isRooted, let macro = macro(name, receiver, arguments, range) { return macro }
        if receiver == nil { checkReserved(name) }
        let depth = arguments.reduce(receiver?.depth ?? 0) { max($0, $1.depth) }
        return node(
            .call(name, receiver: receiver, arguments: arguments, isRooted: isRooted), range, below: depth)
    }

    /// Takes the comma between two elements; false at the end of the list. Recovers from what stands there instead.
    private mutating func separator(before closer: Token.Kind) -> Bool {
        if kind != .comma, kind != closer {
            if kind == .end { return false }
            unexpected("`,` or the end of the list")
            recover(to: .comma)
        }
        guard take(.comma) else { return false }
        recovered()
        return true
    }

    private mutating func list() -> Syntax {
        let opener = range
        advance()
        var elements: [Syntax.Element] = []
        while kind != .rightBracket, kind != .end {
            let isOptional = take(.question)
            elements.append(Syntax.Element(value: expression(), isOptional: isOptional))
            if !separator(before: .rightBracket) { break }
        }
        close(.rightBracket, "]", openedAt: opener)
        let depth = elements.reduce(0) { max($0, $1.value.depth) }
        return node(.list(elements), SourceRange(opener.start, previousEnd), below: depth)
    }

    private mutating func map() -> Syntax {
        let opener = range
        advance()
        var entries: [Syntax.Entry] = []
        while kind != .rightBrace, kind != .end {
            let isOptional = take(.question)
            let key = expression()
            if !take(.colon) {
                unexpected("`:`")
            } else {
                entries.append(Syntax.Entry(key: key, value: expression(), isOptional: isOptional))
            }
            if !separator(before: .rightBrace) { break }
        }
        close(.rightBrace, "}", openedAt: opener)
        let depth = entries.reduce(0) { max($0, $1.key.depth, $1.value.depth) }
        return node(.map(entries), SourceRange(opener.start, previousEnd), below: depth)
    }

    private mutating func message(_ name: Syntax.Name) -> Syntax {
        let opener = range
        advance()
        var fields: [Syntax.Field] = []
        while kind != .rightBrace, kind != .end {
            let isOptional = take(.question)
            if let field = fieldName() {
                if !take(.colon) {
                    unexpected("`:`")
                } else {
                    fields.append(Syntax.Field(name: field, value: expression(), isOptional: isOptional))
                }
            } else {
                recover(to: .comma)
            }
            if !separator(before: .rightBrace) { break }
        }
        close(.rightBrace, "}", openedAt: opener)
        let depth = fields.reduce(1) { max($0, $1.value.depth) }
        return node(.message(name, fields), SourceRange(name.range.start, previousEnd), below: depth)
    }
}
