import Bylaw
import Testing

@Suite("Tables")
struct TableTests {
    static let body = """
        otherwise: allow
        roles: { cashier: , moderators: }
        tables:
          who: { by: post.circle.visibility, rows: { public: cashier }, otherwise: "the 'office'" }
        rules:
          routed: { on: share, when: "who != \\"the 'office'\\"", then: deny, duties: { route: who } }

        """

    @Test(
        "say what follows from a value, and what follows from the rest",
        arguments: [("public", "cashier"), ("private", nil)])
    func routes(visibility: String, to: String?) throws {
        let decision = try Judging.decide(Self.body) {
            $0.resource.attributes["circle"] = ["visibility": .string(visibility)]
        }
        #expect(decision.duties.map(\.to) == [to].compactMap(\.self))
        #expect(decision.outcome == (to == nil ? .allow : .deny))
    }

    @Test("never guess where the value is missing")
    func missing() throws {
        for value: AttributeValue? in [nil, ["visibility": "secret"], ["visibility": 5], [:]] {
            let decision = try Judging.decide(Self.body) { $0.resource.attributes["circle"] = value }
            #expect(decision.outcome == .hold)
            #expect(decision.errored == ["routed"])
        }
    }

    @Test(
        "that leave something out, or say what cannot be, are refused",
        arguments: [
            ("public: cashier }, otherwise: \"the 'office'\"", "public: cashier }", ["missing-row"]),
            ("public: cashier", "publik: cashier", ["unknown-value"]),
            ("public: cashier", "public: cashier, private: moderators", ["unused-key"]),
            ("by: post.circle.visibility", "by: post.text", ["not-an-enumeration"]),
            ("by: post.circle.visibility", "by: post.circle.visibilty", ["unknown-field"]),
            ("who: {", "cashier: {", ["reserved-name"]), ("who: {", "standing: {", ["reserved-name"]),
            ("public: cashier", "public: cashier, public: x", ["duplicate-key"]),
        ])
    func refused(old: String, new: String, codes: [String]) throws {
        #expect(Self.body.contains(old))
        let found = try Judging.problems(Self.body.replacing(old, with: new)).map(\.code)
        // A table of another name leaves its users without it.
        #expect(found.filter { $0 != "unknown-name" } == codes)
    }
}
