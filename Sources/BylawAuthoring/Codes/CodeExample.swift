/// Something that a page shows. The kind says how it is read, so that tests can read each one for real.
public enum CodeExample: Sendable {
    /// Some of a policy's keys; the rest of the policy is as anywhere in these pages.
    case policy(String)
    /// Whole files with their names, the first of them a policy.
    case files([File])
    /// What stands behind `when:` in a rule.
    case condition(String)
    /// A regular expression of a lexicon or a mask.
    case pattern(String)
    /// Some of a fixture's keys.
    case fixture(String)
    /// A request, as JSON.
    case request(String)
    /// What is given to `bylaw eval`.
    case expression(String)
    /// Some of a policy's keys, which are analysed as `bylaw check --strict` does.
    case strict(String)
    /// Some of a policy's keys, with files beside it: those in YAML describe sources, the others are the texts.
    case quoting(String, [File])
    /// Some of the keys of a list of equivalent mutants.
    case mutants(String)
    /// What cannot be shown as a text: a file that is too large, a ledger that was changed by hand.
    case told(String)

    /// A file of an example.
    public struct File: Sendable {
        /// Its name, relative to the folder of policies.
        public let name: String
        /// What is in it.
        public let text: String

        init(_ name: String, _ text: String) {
            self.name = name
            self.text = text
        }
    }
}

extension CodeExample {
    /// The example as a person would write it, in lines without line breaks.
    public var lines: [String] {
        switch self {
        case .policy(let text), .strict(let text), .fixture(let text), .mutants(let text), .request(let text),
            .told(let text):
            Self.lines(of: text)
        case .condition(let text): Self.lines(of: "when: " + text)
        case .pattern(let text): ["pattern: '\(text.replacing("'", with: "''"))'"]
        case .expression(let text): Self.lines(of: text)
        case .files(let files): Self.lines(of: files)
        case .quoting(let keys, let files): Self.lines(of: [File("posting.yaml", keys)] + files)
        }
    }

    /// Whether it is only told of.
    public var isTold: Bool { if case .told = self { true } else { false } }

    private static func lines(of files: [File]) -> [String] {
        files.flatMap { ["# \($0.name)"] + lines(of: $0.text) }
    }

    private static func lines(of text: String) -> [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }
}
