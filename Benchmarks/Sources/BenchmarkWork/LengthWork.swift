import Bylaw

/// Requests with longer and longer texts and lists, through which every rule must go from end to end.
public enum LengthWork {
    /// Judges a request whose text has so many characters.
    public static func judging(text length: Int, _ search: ShareWork.Search) throws -> MeasuredRow.Work {
        try judging(.long(text: length, consents: 4), search)
    }

    /// Judges a request with so many consents.
    public static func judging(consents count: Int) throws -> MeasuredRow.Work {
        try judging(.long(text: 200, consents: count), .bytes)
    }

    private static func judging(_ input: ShareInput, _ search: ShareWork.Search) throws -> MeasuredRow.Work {
        let work = try ShareWork(search, [input])
        guard work.outcomes == [.hold] else { throw WrongResult("a long request is not held for want of consent") }
        let judge = work.judging()
        return { _ in try judge(0) }
    }

    /// The rows of the table.
    static var rows: [MeasuredRow] {
        let texts = ShareWork.Search.allCases.flatMap { search in
            [200, 2_000, 20_000].map { length in
                MeasuredRow("text.\(search).\(length)", "text of \(length) characters, \(search)") {
                    try judging(text: length, search)
                }
            }
        }
        return texts
            + [10, 100, 1_000].map { count in
                MeasuredRow("list.\(count)", "list of \(count) consents") { try judging(consents: count) }
            }
    }
}
