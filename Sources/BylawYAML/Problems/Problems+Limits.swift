import BylawSource

/// The wording of what goes beyond ``YAMLLimits``. Each message names the limit's value.
extension Diagnostic {
    static func tooManyBytes(_ count: Int, limit: Int, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            "file-too-large", "the file has \(count) bytes, and the limit is \(limit)", at: location,
            help: "split it into several files")
    }

    static func tooDeep(limit: Int, at location: SourceLocation) -> Diagnostic {
        Diagnostic("too-deep", "lists and mappings are nested deeper than the limit of \(limit)", at: location)
    }

    static func tooManyNodes(limit: Int, at location: SourceLocation) -> Diagnostic {
        Diagnostic("too-many-values", "there are more than \(limit) values, repeated ones counted", at: location)
    }

    static func tooManyAnchors(limit: Int, at location: SourceLocation) -> Diagnostic {
        Diagnostic("too-many-anchors", "there are more than \(limit) anchors", at: location)
    }

    static func tooManyAliases(limit: Int, at location: SourceLocation) -> Diagnostic {
        Diagnostic("too-many-aliases", "there are more than \(limit) aliases", at: location)
    }

    static func tooLongText(_ count: Int, limit: Int, at location: SourceLocation) -> Diagnostic {
        Diagnostic("text-too-long", "this text has \(count) bytes, and the limit is \(limit)", at: location)
    }

    static func tooManyProblems(limit: Int, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            "too-many-problems", "after \(limit) problems the rest of the file was not read", at: location)
    }
}
