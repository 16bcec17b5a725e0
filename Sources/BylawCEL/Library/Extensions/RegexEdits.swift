internal import BylawPattern

/// What the regex functions make of a text, once the pattern is compiled.
enum RegexEdits {
    /// The first match's one group, or the whole match where the pattern has no group.
    static func extract(_ text: StringValue, _ pattern: Pattern) -> Value {
        guard pattern.groupCount <= 1 else { return .error(tooManyGroups) }
        return text.withUTF8 { bytes in
            guard let match = pattern.firstMatch(in: bytes), let range = wanted(match, pattern) else {
                return .noOptional
            }
            return .some(.string(StringValue(wellFormed: UnsafeBufferPointer(rebasing: bytes[range]))))
        }
    }

    /// As ``extract(_:_:)``, for every match whose group is not empty.
    static func extractAll(_ text: StringValue, _ pattern: Pattern) -> Value {
        guard pattern.groupCount <= 1 else { return .error(tooManyGroups) }
        return text.withUTF8 { bytes in
            let matches = pattern.allMatches(in: bytes)
            guard matches.count <= ValueLimits.elementCount else { return .error(ValueLimits.tooManyElements) }
            return .list(
                matches.compactMap { wanted($0, pattern) }.map { range in
                    .string(StringValue(wellFormed: UnsafeBufferPointer(rebasing: bytes[range])))
                })
        }
    }

    /// The text with its first `limit` matches replaced, or with all where that is negative.
    static func replace(_ text: StringValue, _ pattern: Pattern, _ replacement: Value, _ limit: Value) -> Value {
        guard case (.string(let template), .int(let limit)) = (replacement, limit) else {
            return .noSuchOverload("regex.replace", .string(text), .string(text), replacement, limit)
        }
        if limit == 0 { return .string(text) }
        guard let parts = Template(template, groupCount: pattern.groupCount) else {
            return .failure(.invalidArgument, "the replacement names a group that the regular expression lacks")
        }
        return text.withUTF8 { bytes in
            var result = TextBuilder()
            var end = 0
            var left = limit < 0 ? Int.max : Int(clamping: limit)
            for match in pattern.allMatches(in: bytes) where left > 0 {
                result.append(UnsafeBufferPointer(rebasing: bytes[end..<match.span.lowerBound]))
                parts.append(match, in: bytes, to: &result)
                end = match.span.upperBound
                left -= 1
                if result.isTooLong { break }
            }
            result.append(UnsafeBufferPointer(rebasing: bytes[end...]))
            return result.value
        }
    }

    /// The whole match where the pattern has no group; else the group, unless that took no part or is empty.
    private static func wanted(_ match: PatternMatch, _ pattern: Pattern) -> Range<Int>? {
        guard pattern.groupCount > 0 else { return match.span }
        return match.groups[1].flatMap { $0.isEmpty ? nil : $0 }
    }

    private static let tooManyGroups = EvaluationError(
        .invalidArgument, "the regular expression has more than one capturing group")

    /// A replacement with `\0` to `\9` for groups and `\\` for a backslash.
    private struct Template {
        private enum Part {
            case text([UInt8])
            case group(Int)
        }

        private var parts: [Part] = []

        /// Nothing where a backslash stands before anything else, or a group is not there.
        init?(_ template: StringValue, groupCount: Int) {
            var text: [UInt8] = []
            var isEscaped = false
            for byte in template.withUTF8({ Array($0) }) {
                switch (isEscaped, byte) {
                case (false, UInt8(ascii: "\\")):
                    isEscaped = true
                    continue
                case (true, UInt8(ascii: "0")...UInt8(ascii: "9")):
                    let group = Int(byte - UInt8(ascii: "0"))
                    guard group <= groupCount else { return nil }
                    if !text.isEmpty { parts.append(.text(text)) }
                    text = []
                    parts.append(.group(group))
                case (false, _), (true, UInt8(ascii: "\\")): text.append(byte)
                default: return nil
                }
                isEscaped = false
            }
            if isEscaped { return nil }
            if !text.isEmpty { parts.append(.text(text)) }
        }

        func append(_ match: PatternMatch, in text: UnsafeBufferPointer<UInt8>, to result: inout TextBuilder) {
            for part in parts {
                switch part {
                case .text(let bytes): result.append(bytes)
                case .group(let group):
                    if let range = match.groups[group] { result.append(UnsafeBufferPointer(rebasing: text[range])) }
                }
            }
        }
    }
}
