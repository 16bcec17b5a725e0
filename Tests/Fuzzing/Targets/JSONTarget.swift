import BylawJSON
import BylawSource

/// JSON texts: what is read is written and read again the same, in either layout; the reader's tokens and the tree are of
/// one mind about whether a text is JSON; an error lies in the text.
struct JSONTarget: FuzzTarget {
    static var seeds: [[UInt8]] {
        Seeds.suite("data/json-test-suite.json") { test in test["base64"]?.string.flatMap(Seeds.base64) }
            + Seeds.files(in: "Examples", named: [".json"])
    }

    static let words = [
        "{\"", "\":", "[]", "{}", "null", "true", "false", "\\u00", "\\ud83d\\ude00", "-0", "1e", "E+", ".",
    ]

    /// Small, so that each limit is met.
    private let limits = JSONLimits(depth: 24, bytes: 8192, members: 200, values: 1500)

    func exercise(_ input: [UInt8]) {
        let isReadable = tokens(input)
        do throws(JSONError) {
            let value = try JSONValue.parse(input, limits: limits)
            require(isReadable, "a tree was made of what has no end")
            for layout in [JSONWriter.Layout.compact, .pretty] {
                var writer = JSONWriter(layout: layout)
                writer.value(value)
                guard let again = try? JSONValue.parse(writer.bytes) else { fatalError("what was written is no JSON") }
                require(value.hasSameContent(as: again), "what was written is read as something else")
            }
        } catch {
            require(!isReadable || error.code == "duplicate-key", "\(error.code), but the tokens are in order")
            requireHarmless([error.diagnostic(in: SourceFile(name: "input", bytes: input))])
        }
    }

    /// Whether the text can be read to its end, each value once passed over and once looked into.
    private func tokens(_ input: [UInt8]) -> Bool {
        input.withUnsafeBufferPointer { bytes in
            var reader = JSONReader(bytes, limits: limits)
            while let token = try? reader.next() {
                require(reader.range.end <= bytes.count, "a token ends behind the text")
                switch token {
                case .end: return true
                case .key, .string: _ = reader.text()
                case .number: _ = (reader.int, reader.double, reader.number)
                default: break
                }
            }
            return false
        }
    }
}

extension JSONValue {
    /// Whether both hold the same, wherever they were read: strings and keys by their bytes, numbers by their text.
    func hasSameContent(as other: JSONValue) -> Bool {
        switch (content, other.content) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.number(let a), .number(let b)): a == b
        case (.string(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
        case (.array(let a), .array(let b)): a.elementsEqual(b) { $0.hasSameContent(as: $1) }
        case (.object(let a), .object(let b)):
            a.elementsEqual(b) { $0.key.utf8.elementsEqual($1.key.utf8) && $0.value.hasSameContent(as: $1.value) }
        default: false
        }
    }
}
