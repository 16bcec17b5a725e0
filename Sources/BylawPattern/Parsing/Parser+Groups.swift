import BylawSource

extension Parser {
    /// Reads `(` and what belongs to it: `(?:`, `(?i:`, `(?P<name>`; or `(?i)`, which opens nothing.
    mutating func open() throws(PatternError) {
        let start = reader.offset
        if reader.starts(with: "(?") {
            try rejectUnsupportedGroup()
            if reader.take("(?P<") || reader.take("(?<") {
                try openNamed(from: start)
            } else {
                reader.offset += 2
                try readFlags(from: start)
            }
        } else {
            reader.offset += 1
            names.append(nil)
            try enter(from: start, number: names.count - 1, flags: flags)
        }
    }

    /// Reads `)`.
    mutating func close() throws(PatternError) {
        let start = reader.offset
        reader.offset += 1
        guard levels.count > 1 else { throw .unexpectedParenthesis(range(from: start)) }
        endBranch()
        let level = levels.removeLast()
        flags = level.flags
        let content = tree.addAlternation(level.branches)
        try push(level.number.map { tree.add(.group(content, number: $0)) } ?? content)
    }

    private mutating func enter(from start: Int, number: Int?, flags inside: PatternFlags) throws(PatternError) {
        guard levels.count < limits.nesting else { throw .tooDeep(range(from: start), limit: limits.nesting) }
        levels.append(Level(opening: range(from: start), number: number, flags: flags))
        flags = inside
    }

    private mutating func openNamed(from start: Int) throws(PatternError) {
        let nameStart = reader.offset
        guard let name = reader.take(upTo: ">") else { throw .unclosedGroupName(range(from: start)) }
        let place = SourceRange(nameStart, nameStart + name.count)
        let text = String(decoding: name, as: UTF8.self)
        guard !name.isEmpty, text.unicodeScalars.allSatisfy(Self.isNameCharacter) else {
            throw .badGroupName(text, at: place)
        }
        guard knownNames.insert(name).inserted else { throw .duplicateGroupName(text, at: place) }
        names.append(text)
        try enter(from: start, number: names.count - 1, flags: flags)
    }

    /// Letters, marks, digits and connectors of any script, as RE2 has it.
    private static func isNameCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber,
            .nonspacingMark, .spacingMark, .decimalNumber, .connectorPunctuation:
            true
        default: false
        }
    }

    /// Reads flags up to `)` or `:`.
    private mutating func readFlags(from start: Int) throws(PatternError) {
        var changed = flags
        var isNegated = false
        var sawFlag = false
        while let byte = reader.peek() {
            let place = reader.offset
            switch byte {
            case "-" where !isNegated:
                reader.offset += 1
                isNegated = true
                sawFlag = false
            case ":" where !isNegated || sawFlag:
                reader.offset += 1
                return try enter(from: start, number: nil, flags: changed)
            case ")" where !isNegated || sawFlag:
                reader.offset += 1
                flags = changed
                return
            default:
                guard let flag = PatternFlags(letter: byte) else {
                    _ = reader.next()
                    let written = String(decoding: reader.bytes[place..<reader.offset], as: UTF8.self)
                    throw .badFlag(written, at: range(from: place))
                }
                reader.offset += 1
                sawFlag = true
                if isNegated { changed.remove(flag) } else { changed.insert(flag) }
            }
        }
        throw .unclosedGroup(range(from: start))
    }

    /// What others know and linear time does not allow, or RE2 has no use for: each with its own reason.
    private func rejectUnsupportedGroup() throws(PatternError) {
        for (opening, makeError) in Self.unsupportedGroups where reader.starts(with: opening) {
            throw makeError(opening.description, SourceRange(reader.offset, reader.offset + opening.utf8CodeUnitCount))
        }
    }

    private static let unsupportedGroups: [(StaticString, @Sendable (String, SourceRange) -> PatternError)] = [
        ("(?=", { .lookAround($0, at: $1) }),
        ("(?!", { .lookAround($0, at: $1) }),
        ("(?<=", { .lookAround($0, at: $1) }),
        ("(?<!", { .lookAround($0, at: $1) }),
        ("(?>", { .atomicGroup($0, at: $1) }),
        ("(?P=", { .backReference($0, at: $1) }),
        ("(?P>", { .recursion($0, at: $1) }),
        ("(?&", { .recursion($0, at: $1) }),
        ("(?R", { .recursion($0, at: $1) }),
        ("(?(", { .conditional($0, at: $1) }),
        ("(?#", { .comment($0, at: $1) }),
    ]
}
