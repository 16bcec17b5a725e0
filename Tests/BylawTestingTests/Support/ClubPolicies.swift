/// A small policy that has something for each key of an expectation, and one in shadow mode.
enum ClubPolicies {
    static let files = ["policies/posts.yaml": posts, "policies/strict.yaml": strict]

    /// A member posts on a public board whose owner agreed: nothing stands against it.
    static let given = """
        bylaw: 1
        policies: ../policies
        now: 2024-09-01T10:00:00+09:00
        given:
          actor: { type: member, id: u_1, roles: [poster] }
          action: { name: post, text: good morning, label: rumor, bio: true, photo: true }
          resource: { type: board, id: b_1, visibility: public, owner: { id: u_9 } }
          facts: [{ fact: consent, by: u_9, at: 2024-08-31T09:00:00+09:00 }]

        """

    private static let types = """
        types:
          Member: { roles: [string] }
          Note: { text: text, label: fact | rumor | none, bio: bool, photo: bool }
          Owner: { id: string }
          Board: { visibility: public | private, owner: Owner }
        judges:
          actor: { member: Member }
          action: { post: Note }
          resource: { board: Board }

        """

    private static let posts = """
        bylaw: 1
        policy: club.posts
        version: 1.0.0
        languages: [en]
        otherwise: allow

        """ + types + """
            roles:
              poster: { granted-by: [operator] }
            facts:
              consent: { by: board.owner.id }
            rules:
              private-board:
                when: board.visibility == 'private'
                then: deny
                strike: { conduct: 2 }
                if-done: hide
                duties: [{ remind: actor }]
                says: { en: This board is private. }
              owner-consent:
                require: fact('consent')
                else: hold
                await: { fact: consent, from: board.owner.id, within: 72h, late: deny }
                says: { en: The owner must agree. }
                asks: { en: Do you agree? }
              hearsay:
                when: post.label == 'fact' && post.text.contains('they say')
                then: hold
                to: moderators
                strike: { conduct: 1 }
                says: { en: This is hearsay. }
              profile:
                require:
                  at-least: 2
                  of: { bio: post.bio, photo: { all: { face: post.photo } } }
                else: deny
                says: { en: Complete your profile. }
              thanks:
                when: post.text.contains('thank')
                then: allow
                merit: { helpful: 1 }
            masks:
              company:
                find: { phrases: [Acme] }
                rewrite: [post.text]
                replace: { text: '[company]' }
            labels:
              kind:
                values: [fact, rumor]
                declared: post.label
                infer: { rumor: "post.text.contains('they say')" }
            tallies:
              conduct:
                within: 180d
                ladder:
                  - { at: 1, sanction: remind }
                  - { at: 2, sanction: suspend, from: post, for: 14d }
                  - { at: 3, sanction: revoke, role: poster }
              helpful:
                within: forever
                ladder: [{ at: 2, sanction: recognise, title: Helper }]
            review:
              moderators: { who: [moderator], needs: 1, within: 24h, late: stays-held }

            """

    private static let strict = """
        bylaw: 1
        policy: club.strict
        version: 2.0.0
        mode: shadow
        otherwise: deny

        """ + types
}
