import BylawSource

/// The wording of what is YAML, but not the part of it that policies are written in.
extension Diagnostic {
    static func emptyDocument(at location: SourceLocation) -> Diagnostic {
        Diagnostic("empty-document", "there is nothing in this file", at: location)
    }

    static func severalDocuments(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            "several-documents", "a second document starts here, and a file may hold only one", at: location,
            help: "put it in a file of its own")
    }

    static func duplicateKey(_ key: String, at location: SourceLocation, first: SourceLocation) -> Diagnostic {
        Diagnostic(
            "duplicate-key", "the key `\(shortened(key))` stands twice in one mapping", at: location,
            labels: [Label(first, "first defined here")])
    }

    static func emptyKey(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            "empty-key", "there is no key before `:`", at: location,
            help: "write a key, or `''` if it is meant to be empty")
    }

    static func complexKey(_ kind: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            "complex-key", "\(kind) cannot be a key", at: location,
            help: "if this is meant as text, put it in quotes")
    }

    static func questionMark(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            "unexpected-character", "a key in braces or brackets cannot start with `?`", at: location,
            help: "put the key in quotes")
    }

    static func anchorName(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            "anchor-name", "an anchor's name has letters from a to z, digits, `-` and `_` only", at: location,
            help: "put a space behind the name, or the text in quotes if it starts with `&`")
    }

    static func mergeKey(at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            "merge-key", "the merge key `<<` is not supported", at: location,
            help: "write out the keys that it would merge")
    }

    static func tag(_ tag: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            "tag", "the tag `\(shortened(tag))` is not supported", at: location,
            help: "remove it, or put the text in quotes if it starts with `!`")
    }

    static func unknownAnchor(_ name: String, known: [String], at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            "unknown-anchor", "no anchor `&\(shortened(name))` stands before this alias", at: location,
            help: Spelling.nearest(to: name, in: known).map { "did you mean `*\(shortened($0))`?" }
                ?? "put the text in quotes if it is meant to start with `*`")
    }

    static func recursiveAlias(_ name: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            "recursive-alias", "the alias `*\(shortened(name))` stands inside of what it repeats", at: location)
    }

    /// The start of a long text, so that a message stays a line.
    static func shortened(_ text: String) -> String {
        text.unicodeScalars.count <= 60 ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(57))) + "…"
    }
}
