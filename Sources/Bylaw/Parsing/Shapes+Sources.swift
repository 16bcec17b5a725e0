extension Shapes {
    package static let sourceDocument = Shape(
        "a source",
        [
            format,
            .required("source", .name, "The id of the text, by which rules name it."),
            .required("title", .message, "What the text is called, in each language."),
            .required("language", .name, "The language that the text is in."),
            .required("file", .text, "Its name under the folder that holds the texts: `rules.ja.txt`."),
            .optional("url", .text, "Where it was published."),
            .optional(
                "omits", .list(.either([.mapping(omittedQuote), .mapping(omittedSpan)])),
                "What of the text no rule puts into force, and why."),
            .optional("meta", .mapping(meta), "Owner, tags and category, for people."),
        ])

    static let omittedQuote = Shape(
        "an omission",
        [
            .required("quote", .text, "What is left out, word for word."),
            .required("reason", .message, "Why no rule puts it into force."),
        ])

    static let omittedSpan = Shape(
        "an omission",
        [
            .required("from", .text, "The first words of what is left out; their first occurrence counts."),
            .required("to", .text, "Its last words: the next occurrence behind `from`."),
            .required("reason", .message, "Why no rule puts it into force."),
        ])
}
