import Bylaw
import BylawSource

/// Compares lists whose order means nothing.
struct ListMatcher {
    /// Something that came, with every name that a fixture may call it by; the first is the one that is shown.
    struct Item {
        let names: [String]
        /// What explains it where nobody expected it.
        let note: String?

        init(_ names: String..., note: String? = nil) {
            self.names = names
            self.note = note
        }

        func isCalled(_ name: String) -> Bool { names.contains { $0.isSame(name) } }
    }

    /// The expectation's key: `rules`.
    let code: String
    /// What the list lists, in words.
    let what: String

    init(what: String, code: String) {
        self.what = what
        self.code = code
    }

    /// Nil where what came is what is expected. `absence` explains what did not come.
    func mismatch(
        _ expected: ListExpectation<String>, _ found: [Item], absence: (String) -> [String] = { _ in [] }
    ) -> Mismatch? {
        let missing = expected.items.filter { item in !found.contains { $0.isCalled(item.value) } }
        let extra =
            expected.isExact
            ? found.filter { item in !expected.items.contains { item.isCalled($0.value) } } : []
        guard !missing.isEmpty || !extra.isEmpty else { return nil }
        var notes: [String] = []
        if !missing.isEmpty { notes.append("missing: \(Self.quoted(missing.map(\.value)))") }
        notes += missing.flatMap { absence($0.value) }
        if !extra.isEmpty { notes.append("not expected: \(Self.quoted(extra.compactMap(\.names.first)))") }
        notes += extra.compactMap(\.note)
        let wanted = (expected.isExact ? "" : "at least ") + Self.quoted(expected.items.map(\.value))
        let came = Self.quoted(found.compactMap(\.names.first))
        return Mismatch(
            code, "expected \(what) \(wanted), got \(came)", expected: wanted, found: came, at: expected.location,
            notes: notes)
    }

    /// `` `a`, `b` ``, or `none`.
    static func quoted(_ names: [String]) -> String {
        names.isEmpty ? "none" : names.map { "`\($0)`" }.joined(separator: ", ")
    }
}

extension String? {
    /// In backticks, or the word for nothing.
    func quoted(or nothing: String = "none") -> String { map { "`\($0)`" } ?? nothing }
}
