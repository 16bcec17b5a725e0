import Bylaw
import Testing

@Suite struct RequestDecodingTests {
    static let json = """
        {"id": "e1", "time": "2024-09-01T10:00:00+09:00", "stage": "done",
         "actor": {"type": "member", "id": "u_7", "roles": ["a"]},
         "action": {"name": "share", "text": "x", "n": 2.0, "d": 2.5},
         "resource": {"type": "post", "id": "p_9"},
         "facts": [{"fact": "consent", "by": "u_9", "at": "2024-08-31T00:00:00Z", "until": null}],
         "rulings": [{"case": "c", "rule": "p/r", "verdict": "allow", "inputs": "i"}], "modes": ["emergency"],
         "stopped": ["p/r", "p/s"]}
        """

    private func read(_ json: String) throws(RequestError) -> Request {
        try Request(json: Array(json.utf8))
    }

    @Test func everyMemberIsRead() throws {
        let request = try read(Self.json)
        #expect(request.incident == "e1")
        #expect(request.stage == .done)
        #expect(request.actor == Entity(type: "member", id: "u_7", ["roles": ["a"]]))
        #expect(request.action == Action(name: "share", ["text": "x", "n": 2, "d": 2.5]))
        #expect(request.facts.first?.keys == [Attribute("by", "u_9")])
        #expect(request.facts.first?.until == nil)
        #expect(request.rulings.first?.verdict == .allow)
        #expect(request.modes == ["emergency"])
        #expect(request.stopped == ["p/r", "p/s"])
    }

    @Test(arguments: [
        // what is replaced, by what, the code, where it is
        (#""actor":"#, #""acter":"#, "unknown-member", "acter"),
        (#""id": "u_7", "#, "", "missing-member", "actor.id"),
        (#""name": "share""#, #""name": """#, "empty-member", "action.name"),
        (#""name": "share""#, #""name": 5"#, "wrong-type", "action.name"),
        (#""type": "post", "#, "", "missing-member", "resource.type"),
        (#""done""#, #""later""#, "unknown-word", "stage"),
        (#""2024-09-01T10:00:00+09:00""#, #""yesterday""#, "invalid-timestamp", "time"),
        (#""time": "2024-09-01T10:00:00+09:00", "#, "", "missing-member", "time"),
        (#""at": "2024-08-31T00:00:00Z", "#, "", "missing-member", "facts.0.at"),
        (#""verdict": "allow""#, #""verdict": "hold""#, "unknown-word", "rulings.0.verdict"),
        (#"["emergency"]"#, #"[5]"#, "wrong-type", "modes.0"),
        (#""p/s""#, #"{}"#, "wrong-type", "stopped.1"), (#""stopped""#, #""stoped""#, "unknown-member", "stoped"),
        (#""n": 2.0"#, #""n": 1e999"#, "number-out-of-range", ""),
    ])
    func aBadEnvelopeIsRefusedAtItsPlace(old: String, new: String, code: String, path: String) throws {
        let text = Self.json.replacing(old, with: new)
        let error = try #require(throws: RequestError.self) { try read(text) }
        #expect(error.code == code)
        #expect(error.path == path)
        #expect(error.utf8 != nil)
    }

    @Test func whatATextHoldsIsInNoError() throws {
        // A quote that was not escaped makes the rest of a post look like JSON.
        let text = Self.json.replacing(#""text": "x""#, with: #""text": "I work at "AcmeCorp" now""#)
        let error = try #require(throws: RequestError.self) { try read(text) }
        #expect(!"\(error)".contains("Acme"))
    }

    @Test func aRequestWithoutTimeTakesTheCallers() throws {
        let time = try #require(Timestamp("2024-01-01T00:00:00Z"))
        let text = Self.json.replacing(#""time": "2024-09-01T10:00:00+09:00", "#, with: "")
        #expect(try Request(json: Array(text.utf8), defaultTime: time).time == time)
    }

    @Test func aRequestWithoutAnIdIsNamedAfterItsContent() throws {
        let text = Self.json.replacing(#""id": "e1", "#, with: "")
        let first = try read(text)
        #expect(first.id == (try read(text)).id && first.incident == first.id)
        #expect(try read(text.replacing(#""x""#, with: #""y""#)).id != first.id)
    }

    @Test func anAuthZENRequestIsLifted() throws {
        let request = try read(
            """
            {"subject": {"type": "member", "id": "u_7", "properties": {"roles": ["a"]}},
             "action": {"name": "share", "properties": {"text": "x"}},
             "resource": {"type": "post", "id": "p_9", "properties": {}},
             "context": {"time": "2024-09-01T10:00:00Z", "malicious": false}}
            """)
        #expect(request.actor == Entity(type: "member", id: "u_7", ["roles": ["a"]]))
        #expect(request.action.attributes == [Attribute("text", "x")])
        #expect(request.time.description == "2024-09-01T10:00:00Z")
        #expect(request.context == [Attribute("malicious", false)])
        let collision = try #require(throws: RequestError.self) {
            try read(
                """
                {"subject": {"type": "member", "id": "u_7", "properties": {"id": "u_8"}}, "action": {"name": "share"},
                 "resource": {"type": "post", "id": "p_9"}, "context": {"time": "2024-09-01T10:00:00Z"}}
                """)
        }
        #expect(collision.code == "duplicate-member")
    }
}
