import BylawSource
import Testing

@Suite("The nearest name")
struct SpellingTests {
    static let near: [(name: String, candidates: [String], nearest: String)] = [
        ("agee", ["name", "age", "ages"], "age"),
        ("visibilty", ["visible", "visibility"], "visibility"),
        ("recieve", ["receive", "relieve"], "receive"),
        ("Outcome", ["outcome"], "outcome"),
        ("プライペート", ["プライベート", "パブリック"], "プライベート"),
        ("ab", ["ba"], "ba"),
        ("abc", ["abd", "abe"], "abd"),
        ("whn", ["then", "when"], "when"),
    ]

    @Test("a slip is found; of equally near names the first", arguments: near)
    func finds(_ name: String, _ candidates: [String], _ nearest: String) {
        #expect(Spelling.nearest(to: name, in: candidates) == nearest)
    }

    static let far: [(name: String, candidates: [String])] = [
        ("age", ["name", "visibility"]), ("x", ["y"]), ("abc", []), ("", ["a"]), ("a", [""]),
        ("abcdef", ["abcxyz"]), ("private", ["public"]),
    ]

    @Test("what is too far away is nobody's slip", arguments: far)
    func rejects(_ name: String, _ candidates: [String]) {
        #expect(Spelling.nearest(to: name, in: candidates) == nil)
        #expect(Spelling.suggestion(for: name, in: candidates) == nil)
    }

    @Test("a suggestion is a question")
    func suggestion() {
        #expect(Spelling.suggestion(for: "agee", in: ["age"]) == "did you mean `age`?")
    }

    @Test("names of thousands of letters are compared with nothing")
    func long() {
        let name = String(repeating: "a", count: 100_000)
        #expect(Spelling.nearest(to: name + "b", in: [name]) == nil)
        #expect(Spelling.nearest(to: "agee", in: [name, "age"]) == "age")
    }
}
