extension Shapes {
    /// The words that join conditions; a condition has exactly one of them.
    static let junctionWords = ["all", "any", "none", "at-least"]

    /// Several conditions: a list, or a checklist whose items have names.
    private static let conditions = ValueShape.either([.list(.condition), .named(.checklistItem)])

    package static let junction = Shape(
        "a condition",
        [
            .optional("all", conditions, "All of these must hold."),
            .optional("any", conditions, "One of these must hold."),
            .optional("none", conditions, "None of these may hold."),
            .optional("at-least", .integer(1...Int(Int32.max)), "So many of the conditions under `of` must hold."),
            .optional("of", conditions, "The conditions that `at-least` counts."),
        ],
        .one(of: junctionWords))

    package static let checklistItem = Shape(
        "an item of a checklist",
        [
            .optional("when", .condition, "The item's condition, unless it is one of those below."),
            .optional("check", .condition, "The same as `when`."),
        ] + junction.keys + [
            .optional(
                "mend", .message,
                "How to put it right: told where the item fails, on a line of its own after the rule's `mend`."),
            .optional(
                "optional", .boolean,
                "`true`: where the item does not hold it is neither passed nor failed, and its checklist is as without it."
            ),
        ],
        .one(of: ["when", "check"] + junctionWords))
}
