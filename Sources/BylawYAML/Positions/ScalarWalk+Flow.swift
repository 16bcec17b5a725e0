import BylawSource

/// Plain and quoted scalars: lines fold, and what is special within a line depends on the style.
extension ScalarWalk {
    /// Walks to the scalar's end. `special` takes what stands at ``at`` if the style has a meaning for it and says whether it
    /// did; if it did and failed, it leaves ``at`` behind ``end``.
    mutating func flow(_ special: (inout ScalarWalk) -> Bool) -> Bool {
        while at < end {
            let blankEnd = endOfBlanks(at)
            if breakLength(blankEnd) > 0 {
                guard fold(breaks: []) else { return false }
            } else if blankEnd > at {
                while at < blankEnd {
                    guard keep() else { return false }
                }
            } else if !special(&self) {
                guard keep() else { return false }
            }
        }
        return at == end
    }

    /// `''` in single quotes.
    mutating func doubledQuote() -> Bool {
        let quote = UInt8(ascii: "'")
        guard byte(at) == quote, byte(at + 1) == quote else { return false }
        take(2, as: [quote])
        return true
    }

    /// A backslash and what follows in double quotes (YAML 1.2, 5.7).
    mutating func escape() -> Bool {
        guard byte(at) == UInt8(ascii: "\\"), let name = byte(at + 1) else { return false }
        switch name {
        case UInt8(ascii: "x"): number(digits: 2)
        case UInt8(ascii: "u"): number(digits: 4)
        case UInt8(ascii: "U"): number(digits: 8)
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"): escapedBreak()
        default:
            if let scalar = Self.named(name) { take(2, as: UTF8.encode(scalar) ?? .init()) } else { fail() }
        }
        return true
    }

    /// The character that a one-letter escape stands for.
    private static func named(_ name: UInt8) -> Unicode.Scalar? {
        switch name {
        case UInt8(ascii: "0"): "\0"
        case UInt8(ascii: "a"): "\u{7}"
        case UInt8(ascii: "b"): "\u{8}"
        case UInt8(ascii: "t"), UInt8(ascii: "\t"): "\t"
        case UInt8(ascii: "n"): "\n"
        case UInt8(ascii: "v"): "\u{B}"
        case UInt8(ascii: "f"): "\u{C}"
        case UInt8(ascii: "r"): "\r"
        case UInt8(ascii: "e"): "\u{1B}"
        case UInt8(ascii: " "), UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "\\"): Unicode.Scalar(name)
        case UInt8(ascii: "N"): "\u{85}"
        case UInt8(ascii: "_"): "\u{A0}"
        case UInt8(ascii: "L"): "\u{2028}"
        case UInt8(ascii: "P"): "\u{2029}"
        default: nil
        }
    }

    /// `\x41`, `\u3042`, `\U0001F600`.
    private mutating func number(digits: Int) {
        var value: UInt32 = 0
        for offset in at + 2..<at + 2 + digits {
            guard let byte = byte(offset), let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                return fail()
            }
            value = value << 4 | UInt32(digit)
        }
        guard let scalar = Unicode.Scalar(value), let bytes = UTF8.encode(scalar) else { return fail() }
        take(2 + digits, as: bytes)
    }

    /// A break behind a backslash: it leaves nothing, and blank lines behind it a break each.
    private mutating func escapedBreak() {
        let length = breakLength(at + 1)
        let first = SourceRange(at + 1, at + 1 + length)
        at += 1 + length
        if !fold(breaks: [first], isEscaped: true) { fail() }
    }

    /// Takes blanks and line breaks up to the next line with something on it. One break gives a space; of several the
    /// first gives nothing and each other one a break.
    private mutating func fold(breaks: [SourceRange], isEscaped: Bool = false) -> Bool {
        var breaks = breaks
        while true {
            at = endOfBlanks(at)
            let length = breakLength(at)
            if length == 0 { break }
            breaks.append(SourceRange(at, at + length))
            at += length
        }
        if breaks.count == 1 {
            return isEscaped || put(CollectionOfOne(UInt8(ascii: " ")), from: breaks[0])
        }
        return breaks.dropFirst().allSatisfy { put(CollectionOfOne(UInt8(ascii: "\n")), from: $0) }
    }

    /// Where spaces and tabs end.
    private func endOfBlanks(_ offset: Int) -> Int {
        var offset = offset
        while byte(offset) == UInt8(ascii: " ") || byte(offset) == UInt8(ascii: "\t") { offset += 1 }
        return offset
    }

    /// Takes bytes of the file as the text that they stand for.
    private mutating func take(_ count: Int, as bytes: some Collection<UInt8>) {
        if put(bytes, from: SourceRange(at, at + count)) { at += count } else { fail() }
    }

    /// Ends the walk without success.
    private mutating func fail() {
        at = end + 1
    }
}
