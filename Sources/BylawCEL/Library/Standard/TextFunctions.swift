/// What texts are asked. Everything is decided by the bytes of UTF-8, which is the same as by Unicode scalars.
enum TextFunctions {
    static let all = [contains, startsWith, endsWith, RegexFunctions.matches]

    static let contains = Function(
        "contains", "Whether the text holds the other one.",
        [.member("contains_string", .string, .string, .bool, Value.containsText)])

    static let startsWith = Function(
        "startsWith", "Whether the text begins with the other one.",
        [.member("starts_with_string", .string, .string, .bool, Value.startsWithText)])

    static let endsWith = Function(
        "endsWith", "Whether the text ends with the other one.",
        [.member("ends_with_string", .string, .string, .bool, Value.endsWithText)])
}

extension Value {
    /// `a.contains(b)`.
    package static func containsText(_ a: Value, _ b: Value) -> Value {
        guard case (.string(let text), .string(let part)) = (a, b) else { return .noSuchOverload("contains", a, b) }
        return .bool(text.withUTF8 { text in part.withUTF8 { ByteSearch.first($0, in: text) != nil } })
    }

    /// `a.startsWith(b)`.
    package static func startsWithText(_ a: Value, _ b: Value) -> Value {
        guard case (.string(let text), .string(let part)) = (a, b) else { return .noSuchOverload("startsWith", a, b) }
        return .bool(text.withUTF8 { text in part.withUTF8 { UTF8Bytes.commonPrefix(text, $0) == $0.count } })
    }

    /// `a.endsWith(b)`.
    package static func endsWithText(_ a: Value, _ b: Value) -> Value {
        guard case (.string(let text), .string(let part)) = (a, b) else { return .noSuchOverload("endsWith", a, b) }
        return .bool(
            text.withUTF8 { text in
                part.withUTF8 { part in
                    part.count <= text.count
                        && UTF8Bytes.areEqual(UnsafeBufferPointer(rebasing: text.suffix(part.count)), part)
                }
            })
    }
}
