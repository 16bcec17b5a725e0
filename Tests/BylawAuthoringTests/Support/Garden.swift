import Bylaw

/// A small community with something of everything that a rule book tells.
enum Garden {
    static let texts = ["garden.yaml": policy, "source.yaml": source]

    static func policies(_ edit: (String) -> String = { $0 }) throws -> PolicySet {
        try PolicySet(texts: ["garden.yaml": edit(policy), "source.yaml": source])
    }

    static let source = """
        bylaw: 1
        source: garden.charter
        title: { en: The charter, de: Die Satzung, ja: 憲章, zh: 章程, ru: Устав }
        language: de
        file: charter.de.txt
        url: https://garden.example/charter

        """

    static let policy = """
        bylaw: 1
        policy: garden.posting
        version: 1.2.0
        title: { en: Posting, de: Beiträge, ja: 投稿, zh: 发帖, ru: Публикации }
        effective: { from: 2025-03-01T00:00:00+09:00, until: 2026-01-01T00:00:30Z }
        languages: [en, de, ja, zh, ru]
        uses: [source.yaml]
        calendar: { zone: Asia/Tokyo, week-starts: sunday }
        judges:
          actor: { member: Member }
          action: { post: Post, report: Report }
          resource: { board: Board }
        otherwise: allow
        types:
          Member: { roles: [string] }
          Post: { text: text, label: fact | rumour | none, plot: string, photo: bool, title: bool }
          Report: { text: text }
          Board: { name: string, owner: string }
        facts:
          consent: { by: board.owner }
        roles: { gardener: { granted-by: steward } }
        modes:
          drought: { on-by: [steward, warden], lasts: 21d, renewals: 2 }
        rules:
          asks-first:
            source: { quote: 'Wer fremde Beete zeigt, fragt vorher.', reading: direct }
            on: post
            require: fact('consent')
            else: hold
            await: { fact: consent, from: board.owner, ask-by: steward, via: comment, within: 72h, late: deny }
            if-done: hide
            says:
              en: Ask before you show the plot {post.plot}. One answer is enough.
              de: Frag, bevor du das Beet {post.plot} zeigst. Eine Antwort reicht.
              ja: 区画{post.plot}を載せる前に確認してください。返事は一度で十分です。
              zh: 展示地块{post.plot}之前请先询问。答复一次即可。
              ru: Спросите, прежде чем показать грядку {post.plot}. Одного ответа достаточно.
            asks: { en: 'May we, until {due}?', de: 'Dürfen wir, bis {due}?', ja: '{due}までによろしいですか。', zh: '可以吗？请在{due}前答复。', ru: 'Можно? Ответьте до: {due}.' }
          no-insults:
            source: { quote: Wir sind freundlich., reading: derived }
            on: post
            when: { any: [ post.text.matches('fool'), post.text.matches('idiot') ] }
            unless: post.title
            then: deny
            strike: { conduct: severe }
            if-done: remove
            duties: [ { remind: actor, within: 1h30m }, { notify: steward, after: 2d, always: true } ]
            says: { en: No insults., de: Keine Beleidigungen., ja: 侮辱は禁止です。, zh: 禁止侮辱。, ru: Без оскорблений. }
            mend: { en: Take the word out., de: Nimm das Wort heraus., ja: その言葉を取り除いてください。, zh: 请删去该词。, ru: Уберите это слово. }
          complete:
            on: post
            require:
              at-least: 1
              of:
                photo: { when: post.photo, mend: { en: Add a photo., de: Füge ein Foto hinzu., ja: 写真を付けてください。, zh: 请附上照片。, ru: Добавьте фото. } }
                title: { when: post.title, optional: true }
            else: deny
            emergency-stop: { share: 5%, count: 50, within: 24h, to: stewards }
            strike: { conduct: 1 }
        labels:
          veracity:
            values: [fact, rumour]
            declared: action.text
            if-missing: { then: hold, to: stewards }
        masks:
          names:
            find: { value: resource.name, pattern: '@[a-z]+' }
            rewrite: action.text
            replace: { number: '{A}-Garden' }
        tallies:
          conduct:
            within: 180d
            per-incident: sum
            warnings: { first: 2, within: { calendar: week } }
            training: { lifts: warning, after: 31d, at-most: 1, within: forever }
            ladder:
              - { at: 1, sanction: remind }
              - { at: 2, sanction: suspend, from: post, for: 1d }
              - { at: 5, sanction: revoke, role: gardener }
              - { at: severe, points: 3, sanction: suspend, for: forever }
        softens:
          first-time:
            when: standing.points('conduct') == 0
            rules: [complete]
            to: { then: hold, to: stewards, strike: 0, duty: { remind: actor } }
        review:
          stewards: { who: [steward, warden], needs: 1, within: 24h, late: council }
          council:
            who: [council]
            needs: 5
            each: 2
            majority: two-thirds
            within: 5d
            recuse-when: reviewer.relatedTo(case.parties)
            if-too-few: stewards
          appeal: { within: 21d, at-most: 1, to: another-tier }

        """
}
