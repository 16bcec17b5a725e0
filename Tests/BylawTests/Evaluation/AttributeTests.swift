import Bylaw
import Testing

/// How attributes get the types that a policy declares, and what becomes of those that are missing or of another type.
@Suite struct AttributeTests {
    static let head = """
        bylaw: 1
        policy: test.types
        version: 1.0.0
        judges: { action: { act: Act } }
        otherwise: allow
        types:
          Act:
            s: string
            b: bool
            t: text
            i: int
            d: double
            at: timestamp
            for: duration
            e: red | green
            list: [int]
            map: { string: int }
            inner: Inner
            maybe: optional Inner
          Inner: { names: { optional: [string] }, deep: Deep }
          Deep: { x: optional int, y: int }
        rules:
          r:

        """

    static let whole: [Attribute] = [
        .init("s", "x"), .init("b", true), .init("t", "text"), .init("i", 5), .init("d", 2.5),
        .init("at", "2024-09-01T10:00:00+09:00"), .init("for", "90m"), .init("e", "red"), .init("list", [1, 2]),
        .init("map", ["a": 1]), .init("inner", ["names": ["n"], "deep": ["x": 1, "y": 2]]),
    ]

    private func decide(_ condition: String, _ change: (inout [Attribute]) -> Void = { _ in }) throws -> Decision {
        var attributes = Self.whole
        change(&attributes)
        let request = Request(
            id: "e", time: try #require(Timestamp("2024-09-01T10:00:00Z")), actor: Entity(type: "m", id: "u"),
            action: Action(name: "act", attributes), resource: Entity(type: "p", id: "p"))
        let text = Self.head + "    when: \(condition)\n    then: deny\n"
        return Evaluator(try PolicySet(texts: ["p.yaml": text])).judge(request, standing: .none)
    }

    @Test(arguments: [
        "act.s == 'x'", "act.b", "act.t == 'text' && act.t.size() == 4", "act.i + 1 == 6", "act.d == 2.5",
        "act.at == timestamp('2024-09-01T01:00:00Z')", "act.for == duration('1h30m')", "act.e == 'red'",
        "act.list == [1, 2]", "act.map['a'] == 1", "act.inner.deep.y == 2", "has(act.inner.names)",
        "!has(act.maybe)", "act.name == 'act'", "actor.id == 'u' && resource.type == 'p'",
    ])
    func conditionsSeeTheDeclaredType(condition: String) throws {
        let decision = try decide("\"\(condition)\"")
        #expect(decision.outcome == .deny, "\(decision.errors)")
    }

    @Test(
        arguments: [
            // the condition, the attribute, what it is given as, the error
            ("act.s == 'x'", "s", 5, "`action.s` must be a string, found int"),
            ("act.b", "b", "true", "`action.b` must be a bool, found string"),
            ("act.i == 5", "i", 5.5, "`action.i` must be an integer, found double"),
            ("act.i == 5", "i", "5", "`action.i` must be an integer, found string"),
            ("act.d == 2.5", "d", "2.5", "`action.d` must be a number, found string"),
            ("act.at == now", "at", "2024-09-01", "`action.at` is no RFC 3339 timestamp with an offset"),
            ("act.for == duration('1s')", "for", "long", "`action.for` is no duration"),
            ("act.e == 'red'", "e", "blue", "`action.e` is none of `red` or `green`"),
            ("act.list == [1]", "list", [1, "2"], "`action.list[1]` must be an integer, found string"),
            ("act.map == {}", "map", ["a": "b"], "`action.map[…]` must be an integer, found string"),
            ("act.inner.deep.y == 2", "inner", "x", "`action.inner` must be a record, found string"),
            (
                "act.inner.deep.y == 2", "inner", ["deep": ["y": "2"]],
                "`action.inner.deep.y` must be an integer, found string"
            ),
        ] as [(String, String, AttributeValue, String)])
    func anotherTypeIsAnErrorThatShowsNoValue(
        condition: String, name: String, value: AttributeValue, error: String
    ) throws {
        let decision = try decide("\"\(condition)\"") { $0[name] = value }
        #expect(decision.outcome == .hold)
        #expect(decision.errors.map(\.error) == [error])
    }

    @Test(
        arguments: [
            // what the record is, whether `has` is false, true or an error
            (["names": ["n"]], "matched"), (["deep": [:]], "silent"), (["names": nil], "silent"),
            (nil, "errored"), ("x", "errored"),
        ] as [(AttributeValue?, String)])
    func presenceOfWhatIsInARecord(inner: AttributeValue?, state: String) throws {
        let decision = try decide("has(act.inner.names)") { $0["inner"] = inner }
        switch state {
        case "matched": #expect(decision.outcome == .deny)
        case "silent": #expect(decision.outcome == .allow && decision.errors.isEmpty)
        default: #expect(decision.outcome == .hold && decision.errored == ["r"])
        }
    }

    @Test func anOptionalIsGuardedOnceForAWholeList() throws {
        let decision = try decide("[has(act.inner.deep.x), act.inner.deep.x == 1]")
        #expect(decision.outcome == .deny)
        let without = try decide("[has(act.inner.deep.x), act.inner.deep.x == 1]") { $0["inner"] = ["deep": ["y": 2]] }
        #expect(without.outcome == .allow && without.errors.isEmpty)
    }

    @Test func integersAreReadHoweverTheyAreWritten() throws {
        for text in ["5", "5.0", "0.5e1"] {
            let json = """
                {"id": "e", "time": "2024-09-01T10:00:00Z", "actor": {"type": "m", "id": "u"},
                 "action": {"name": "act", "i": \(text)}, "resource": {"type": "p", "id": "p"}}
                """
            let policy = Self.head + "    when: act.i == 5\n    then: deny\n"
            let decision = Evaluator(try PolicySet(texts: ["p.yaml": policy]))
                .judge(try Request(json: Array(json.utf8)), standing: .none)
            #expect(decision.outcome == .deny)
        }
        #expect(try decide("act.i == 5") { $0["i"] = 9_223_372_036_854_775_808.0 }.outcome == .hold)
    }
}
