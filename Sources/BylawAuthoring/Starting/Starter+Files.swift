extension Starter {
    static func policy(_ language: StarterLanguage, _ texts: StarterLanguage.Texts) -> String {
        """
        # yaml-language-server: $schema=../schema/policy.json
        bylaw: 1
        policy: garden.posting
        version: 1.0.0
        title: \(texts.title)
        languages: [\(language.rawValue)]
        uses: [../lexicons/money.yaml]

        # What is judged: members post to boards.
        judges:
          actor: { member: Member }
          action: { post: Post }
          resource: { board: Board }
        # What holds where no rule speaks.
        otherwise: allow

        types:
          Member: { joined: timestamp }
          Post: { text: text, topic: offer | request | chat }
          Board: { name: string }

        rules:
          newcomers-wait:
            when: post.topic == 'offer' && now - member.joined < duration('72h')
            then: hold
            to: stewards
            says: \(texts.newcomersWait)
          nothing-sold:
            when: post.text.mentions('money')
            then: deny
            says: \(texts.nothingSold)
            mend: \(texts.giveAway)

        # Who decides what is held.
        review:
          stewards: { who: [steward], needs: 1, within: 24h, late: stays-held }

        """
    }

    static func lexicon(_ texts: StarterLanguage.Texts) -> String {
        """
        # yaml-language-server: $schema=../schema/lexicon.json
        bylaw: 1
        lexicon: money
        title: \(texts.lexiconTitle)
        phrases:
        \(texts.phrases.map { "  - \($0)" }.joined(separator: "\n"))

        """
    }

    static func fixture(_ texts: StarterLanguage.Texts) -> String {
        """
        # yaml-language-server: $schema=../schema/fixture.json
        bylaw: 1
        policies: ../policies
        now: 2025-05-01T10:00:00+02:00

        # The request that all cases share; each says what is different.
        given:
          actor: { type: member, id: ada, joined: 2025-01-01T00:00:00Z }
          action: { name: post, text: \(texts.offer), topic: offer }
          resource: { type: board, id: b_1, name: Balcony }

        cases:
          - name: what a known member offers is posted
            expect: { outcome: allow, rules: [] }
          - name: what a newcomer offers waits for a steward
            with: { actor: { joined: 2025-04-30T00:00:00Z } }
            expect: { outcome: hold, rules: [newcomers-wait], cases: [stewards] }
          - name: what is sold is refused
            with: { action: { text: \(texts.sale) } }
            expect: { outcome: deny, rules: [nothing-sold] }

        """
    }
}
