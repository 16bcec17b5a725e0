import Bylaw
import BylawAuthoring
import Testing

/// A library's rules on reviews of books, and requests to them.
enum BookClub {
    static let policy = """
        bylaw: 1
        policy: library.reviews
        version: 1.0.0
        languages: [en, ja]
        judges:
          actor: { member: Member }
          action: { review: Review }
          resource: { book: Book }
          context: Situation
        otherwise: allow
        types:
          Member: { roles: [string], name: string }
          Review: { text: text, stars: int, kind: praise | critique, days: int }
          Book: { genre: novel | poetry, owner: Owner, shelf: optional string }
          Owner: { id: string, name: optional string }
          Situation: { paid: bool }
        facts:
          read: { by: member.id }
        let:
          harsh: review.stars < 2 && review.kind == 'critique'
        rules:
          owner-hidden:
            source: { quote: Nobody names who owns a book., reading: direct }
            when: review.text.reveals('owner')
            then: deny
            strike: { manners: 1 }
            says: { en: The owner is named., ja: 持ち主の名前が書かれています。 }
            mend: { en: Take the name out., ja: 名前を消してください。 }
          harsh-and-paid:
            source: { quote: Who is paid is gentle., reading: derived }
            when: [harsh, context.paid]
            then: deny
            says: { en: Paid reviews are gentle., ja: 有償の感想は穏やかに。 }
          poems-are-read:
            when: book.genre == 'poetry' && !fact('read')
            then: hold
            await: { fact: read, from: member.id, within: 24h, late: deny }
            says: { en: Read the poems first., ja: まず詩を読んでください。 }
          three-strikes:
            when: standing.points('manners') >= 3
            then: deny
            says: { en: Too many strikes., ja: 違反が多すぎます。 }
          long:
            when: review.days > 14
            unless: "'librarian' in member.roles"
            then: deny
            says: { en: Two weeks at most., ja: 二週間まで。 }
        masks:
          owner: { find: { value: [book.owner.name, book.owner.id] }, rewrite: [review.text], replace: { redact: true } }
        tallies:
          manners: { within: 90d, ladder: [{ at: 1, sanction: remind }] }
        review: { appeal: { within: 20d } }

        """

    static func evaluator() throws -> Evaluator { Evaluator(try PolicySet(texts: ["library.yaml": policy])) }

    /// A kind review of a novel, by a member with a clean record.
    static func request(_ change: (inout Request) -> Void = { _ in }) throws -> Request {
        var request = Request(
            id: "r1", time: try #require(Timestamp("2025-03-01T12:00:00+01:00")), stage: .done,
            actor: Entity(type: "member", id: "u_1", ["roles": [], "name": "Zoe"]),
            action: Action(name: "review", ["text": "I liked it", "stars": 4, "kind": "praise", "days": 7]),
            resource: Entity(
                type: "book", id: "b_1", ["genre": "novel", "owner": ["id": "u_9", "name": "Ada Lind"]]),
            context: [Attribute("paid", false)])
        change(&request)
        return request
    }

    static func account(points: Int = 0, _ change: (inout Request) -> Void = { _ in }) throws -> DecisionAccount {
        try evaluator().account(for: request(change), standing: standing(points))
    }

    static func standing(_ points: Int = 0) -> StandingInput {
        .known(
            Standing(subject: "u_1", tallies: [.init(policy: "library.reviews", tally: "manners", points: points)]))
    }
}

extension Request {
    /// Replaces attributes of the action.
    mutating func setAction(_ attributes: KeyValuePairs<String, AttributeValue>) {
        for (name, value) in attributes {
            action.attributes.removeAll { $0.name == name }
            action.attributes.append(Attribute(name, value))
        }
    }
}
