import Bylaw
import BylawAuthoring
import BylawJSON
import Testing

@Suite("What masks hide, no explanation shows")
struct HiddenTextTests {
    /// Conditions that come by the owner's name, each in a way of its own; `O` is the name, `T` the text.
    static let conditions = [
        "T.reveals('owner')", "O == 'Ada Lind' || T != ''", "O + '!' != ''", "[O].exists(x, x.size() > 2)",
        "[O, 'b'].map(x, x + '?').size() == 2", "{'a': O}.size() == 1", "T.contains(O)", "O in [T, O]",
        "T.lowerAscii() != O.upperAscii()", "T.split(' ').exists(w, w == O.split(' ')[0])",
        "copy != '' && copied", "O == member.name || O != ''",
    ]

    private func evaluator(_ condition: String) throws -> Evaluator {
        let name = "(has(book.owner.name) ? book.owner.name : '')"
        let text = condition.replacing("T", with: "review.text").replacing("O", with: name)
        let policy = BookClub.policy.replacing(
            "harsh: review", with: "copy: \"\(name)\"\n  copied: copy.startsWith('A')\n  harsh: review"
        ).replacing(
            "rules:\n",
            with: "rules:\n  odd: { when: \"\(text)\", then: deny, says: { en: No., ja: いいえ。 } }\n")
        return Evaluator(try PolicySet(texts: ["library.yaml": policy]))
    }

    @Test(arguments: conditions)
    func `however a condition comes by it`(_ condition: String) throws {
        let evaluator = try evaluator(condition)
        let request = try BookClub.request { $0.setAction(["text": "Ada Lind lent me hers"]) }
        let account = evaluator.account(for: request, standing: BookClub.standing())
        #expect(account.decision.rules.contains { $0.rule == "odd" && $0.result == .matched })
        var json = JSONWriter()
        json.beginObject()
        account.write(to: &json)
        json.endObject()
        let statement = evaluator.statement(on: request, standing: BookClub.standing(), in: "en")
        // The policy's own words may have it; the condition is shown as it is written.
        let secrets = condition.contains("Ada Lind") ? ["Ada Lind lent", "u_9"] : ["Ada", "ada", "ADA", "Lind", "u_9"]
        for shown in [account.text(), json.text, statement.text()] {
            for secret in secrets { #expect(!shown.contains(secret), "\(secret)") }
        }
    }

    @Test("what no mask looks at is shown")
    func open() throws {
        let account = try BookClub.account { $0.setAction(["stars": 1, "kind": "critique"]) }
        #expect(account.text().contains("review.kind = 'critique'"))
    }

    @Test("nothing that is quoted can drive a terminal")
    func harmless() throws {
        let account = try BookClub.account { $0.id = "r\u{1B}[31m\u{202E}" }
        #expect(account.text().contains("request r␛[31m\\u{202E},"))
    }
}
