/// A line of a rule book: words, and what a policy calls things.
///
/// Texts are kept as they were written; renderers escape them.
struct Inline: Sendable, Hashable {
    enum Span: Sendable, Hashable {
        case text(String)
        /// What a policy calls a role, a tally, an attribute.
        case name(String)
        /// What stands in a message for a value that is known only when it is sent.
        case placeholder(String)
        case link(String, address: String)
    }

    private(set) var spans: [Span]

    init(_ spans: [Span] = []) { self.spans = spans }

    init(_ text: String) { self.init([.text(text)]) }

    static func name(_ name: String) -> Inline { Inline([.name(name)]) }

    var isEmpty: Bool { spans.isEmpty }

    /// Adds another line; texts that meet become one.
    mutating func append(_ other: Inline) {
        guard case .text(let end)? = spans.last, case .text(let start)? = other.spans.first else {
            spans += other.spans
            return
        }
        spans[spans.count - 1] = .text(end + start)
        spans += other.spans.dropFirst()
    }

    static func + (a: Inline, b: Inline) -> Inline {
        var result = a
        result.append(b)
        return result
    }
}

extension Inline: ExpressibleByStringInterpolation {
    init(stringLiteral text: String) { self.init(text) }

    init(stringInterpolation: StringInterpolation) { self = stringInterpolation.line }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var line = Inline()

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ text: String) {
            if !text.isEmpty { line.append(Inline(text)) }
        }

        mutating func appendInterpolation(_ text: String) { appendLiteral(text) }
        mutating func appendInterpolation(_ number: Int) { appendLiteral(String(number)) }
        mutating func appendInterpolation(_ other: Inline) { line.append(other) }
        mutating func appendInterpolation(name: String) { line.append(.name(name)) }
    }
}

extension [Inline] {
    /// The lines in one: `a, b or c`.
    func joined(_ separator: String, last: String? = nil) -> Inline {
        var result = Inline()
        for (index, line) in enumerated() {
            if index > 0 { result.append(Inline(index == count - 1 ? last ?? separator : separator)) }
            result.append(line)
        }
        return result
    }
}
