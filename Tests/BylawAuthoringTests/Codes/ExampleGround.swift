/// What stands around the examples of the pages: a policy of a community garden whose members post to boards, and a
/// fixture of it.
enum ExampleGround {
    static let policy = """
        bylaw: 1
        policy: garden.posting
        version: 1.0.0
        languages: [en]
        judges:
          actor: { member: Member }
          action: { post: Post }
          resource: { board: Board }
        otherwise: allow
        types:
          Member: { joined: timestamp, nick: optional string, posts: int }
          Post: { text: text, topic: offer | request | chat, links: [string] }
          Board: { name: string, owner: string }
        facts:
          consent: { by: board.owner }
        lexicons:
          money: { phrases: [for sale, price] }
        rules:
          nothing-sold: { when: "post.text.mentions('money')", then: deny, says: Nothing is sold here. }
        tallies:
          conduct: { within: 90d }
        review:
          stewards: { who: [steward], within: 24h, late: stays-held }

        """

    /// The policy of the fixtures, which uses more of what there is.
    static let judging = merged(
        """
        rules:
          nothing-sold:
            when: post.text.mentions('money')
            then: deny
            if-done: remove
            strike: { conduct: 1 }
            says: Nothing is sold here.
          shouting:
            when: post.text.contains('!!')
            then: deny
            strike: { conduct: 2 }
            says: Please write quietly.
          newcomers-wait:
            when: post.topic == 'offer' && now - member.joined < duration('72h')
            then: hold
            to: stewards
            duties: { remind: actor, within: 24h }
            says: A steward looks at it.
          gifts: { when: post.topic == 'offer', then: allow, merit: { help: 1 } }
          asked-first:
            when: post.topic == 'request' && !fact('consent')
            then: hold
            await: { fact: consent, from: board.owner, within: 72h, late: deny }
            says: The owner is asked.
            asks: May this stand on your board?
          tidy:
            require: { all: { nick: has(member.nick), few: size(post.links) < 3 } }
            else: deny
            says: This is not tidy.
          hard: { when: "'council' in post.links", then: hold, to: council }
        masks:
          phone: { find: { pattern: '[0-9]{6,}' }, rewrite: post.text, replace: { redact: true } }
        labels:
          tone: { values: [loud], infer: { loud: post.text.contains('!') } }
        modes:
          emergency: { on-by: [lead], lasts: 24h, renewals: 1 }
        tallies:
          conduct:
            within: 90d
            training: { lifts: strike, at-most: 1 }
            ladder: [{ at: 1, sanction: remind }, { at: 2, sanction: suspend, from: post, for: 7d }]
          help: { within: forever, ladder: [{ at: 1, sanction: recognise, title: giver }] }
        review:
          stewards:
            who: [steward]
            within: 24h
            late: stays-held
            recuse-when: reviewer.relatedTo(case.parties)
          council: { who: [council], needs: 2, majority: absolute, within: 7d, late: stays-held }
          appeal: { within: 20d, at-most: 1 }

        """, over: policy)

    /// A policy in which strict analysis finds nothing.
    static let strict = merged(
        """
        facts: {}
        lexicons: {}
        review: {}
        rules:
          few-links: { when: size(post.links) > 9, then: deny, says: These are too many links. }

        """, over: policy)

    /// A policy on trial beside it.
    static let trial = merged("policy: garden.trial\nmode: shadow\notherwise: deny\nreview: {}\n", over: policy)

    /// A case that a policy without its rule on sales fails.
    static let sale = merged(
        """
        cases:
          - name: a sale is refused
            with: { action: { text: Tomatoes for sale } }
            expect: { outcome: deny, rules: [nothing-sold] }

        """, over: fixture)

    static let fixture = """
        bylaw: 1
        policies: policies
        now: 2025-05-01T10:00:00+02:00
        given:
          actor: { type: member, id: ada, joined: 2025-01-01T00:00:00Z, nick: ada, posts: 5 }
          action: { name: post, text: Tomatoes to give away, topic: chat, links: [] }
          resource: { type: board, id: b_1, name: Balcony, owner: kim }

        """

    /// A text with the keys of `keys` in place of its own of the same names; a key that only `keys` has is added.
    static func merged(_ keys: String, over ground: String) -> String {
        let own = sections(keys)
        return sections(ground).filter { section in !own.contains { $0.key == section.key } }.map(\.text).joined()
            + keys
    }

    /// The text's top-level keys, each with its lines.
    private static func sections(_ text: String) -> [(key: String, text: String)] {
        var sections: [(key: String, text: String)] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(text.hasSuffix("\n") ? 1 : 0)
        {
            let begins = line.first.map { !$0.isWhitespace && $0 != "#" && $0 != "-" } ?? false
            if begins {
                sections.append((line.prefix { $0 != ":" }.description, line + "\n"))
            } else if !sections.isEmpty {
                sections[sections.count - 1].text += line + "\n"
            }
        }
        return sections
    }
}
