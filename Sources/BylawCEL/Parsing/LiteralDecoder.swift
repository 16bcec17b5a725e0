internal import BylawSource

/// Turns the text of a string or bytes literal into its content.
struct LiteralDecoder {
    /// The whole literal with its prefix and quotes.
    let bytes: ArraySlice<UInt8>
    let isBytes: Bool
    private(set) var content: [UInt8] = []
    private(set) var problems: [ExpressionProblem] = []

    init(_ bytes: ArraySlice<UInt8>, isBytes: Bool) {
        self.bytes = bytes
        self.isBytes = isBytes
    }

    /// Decodes escapes, and line breaks to LF, whatever wrote the text. Ranges of problems are offsets of the slice.
    mutating func run() {
        var start = bytes.startIndex
        var isRaw = false
        while start < bytes.endIndex, isNameStart(bytes[start]) {
            isRaw = isRaw || bytes[start] | 0x20 == UInt8(ascii: "r")
            start += 1
        }
        guard start < bytes.endIndex else { return }
        let quote = bytes[start]
        let width =
            bytes.count >= 6 + (start - bytes.startIndex) && bytes[start...].prefix(3).allSatisfy { $0 == quote }
            ? 3 : 1
        var index = start + width
        let end = max(index, bytes.endIndex - width)
        while index < end {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\\"), !isRaw {
                index = escape(at: index, end: end)
            } else if byte == UInt8(ascii: "\r") {
                content.append(UInt8(ascii: "\n"))
                index += index + 1 < end && bytes[index + 1] == UInt8(ascii: "\n") ? 2 : 1
            } else {
                content.append(byte)
                index += 1
            }
        }
    }

    /// Decodes the escape at a backslash and gives the index behind it.
    private mutating func escape(at index: Int, end: Int) -> Int {
        guard index + 1 < end else {
            report("a backslash stands for nothing at the end of a string", index, end)
            return end
        }
        switch bytes[index + 1] {
        case UInt8(ascii: "a"): content.append(0x07)
        case UInt8(ascii: "b"): content.append(0x08)
        case UInt8(ascii: "f"): content.append(0x0C)
        case UInt8(ascii: "n"): content.append(0x0A)
        case UInt8(ascii: "r"): content.append(0x0D)
        case UInt8(ascii: "t"): content.append(0x09)
        case UInt8(ascii: "v"): content.append(0x0B)
        case UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
            content.append(bytes[index + 1])
        case UInt8(ascii: "x"), UInt8(ascii: "X"):
            return number(at: index, from: index + 2, digits: 2, end: end)
        case UInt8(ascii: "u") where !isBytes:
            return number(at: index, from: index + 2, digits: 4, end: end)
        case UInt8(ascii: "U") where !isBytes:
            return number(at: index, from: index + 2, digits: 8, end: end)
        case UInt8(ascii: "0")...UInt8(ascii: "3"):
            return number(at: index, from: index + 1, digits: 3, radix: 8, end: end)
        default:
            var behind = index + 2
            while behind < end, bytes[behind] & 0b1100_0000 == 0b1000_0000 { behind += 1 }
            let text = String(decoding: bytes[index..<behind], as: UTF8.self)
            report("`\(text)` is no escape", index, behind, help: "write `\\\\` for a backslash, or r'…' for raw text")
            return behind
        }
        return index + 2
    }

    /// A code point (in bytes: an octet) of exactly so many digits.
    private mutating func number(at index: Int, from first: Int, digits: Int, radix: UInt32 = 16, end: Int) -> Int {
        var value: UInt32 = 0
        var next = first
        while next < min(first + digits, end), let digit = hexadecimalValue(bytes[next]), digit < radix {
            value = value &* radix &+ digit
            next += 1
        }
        guard next == first + digits else {
            report("this escape takes \(digits) \(radix == 8 ? "octal" : "hexadecimal") digits", index, next)
            return max(next, index + 2)
        }
        if isBytes {
            content.append(UInt8(truncatingIfNeeded: value))
        } else if let scalar = Unicode.Scalar(value) {
            content.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        } else {
            report("this escape names no Unicode character", index, next)
        }
        return next
    }

    private mutating func report(_ message: String, _ start: Int, _ end: Int, help: String? = nil) {
        problems.append(ExpressionProblem("bad-escape", message, at: SourceRange(start, end), help: help))
    }
}
