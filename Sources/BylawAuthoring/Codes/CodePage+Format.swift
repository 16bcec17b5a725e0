/// The keys of policies, and what may stand behind them.
extension CodePage {
    static let format: [CodePage] = [
        CodePage(
            "unknown-format", "the version of the format is not known",
            meaning: "`bylaw: 1` says in which form the file is written. There is only the form 1.",
            repair: "Write `bylaw: 1`.",
            wrong: .policy("bylaw: 2"),
            right: .policy("bylaw: 1")),
        CodePage(
            "unknown-key", "a key that does not exist here",
            meaning: """
                A key that is not known is surely a slip, and passing over it would silently change what a rule \
                does.
                """,
            repair: """
                Correct the spelling. Where the same key belongs to something else, check how far the line is \
                indented.
                """,
            wrong: .policy(
                """
                rules:
                  nothing-sold: { when: post.text.mentions('money'), then: deny, says: Nothing is sold here., titel: No sales }
                """),
            right: .policy(
                """
                rules:
                  nothing-sold: { when: post.text.mentions('money'), then: deny, says: Nothing is sold here. }
                """)),
        CodePage(
            "missing-key", "a key that must be there is missing",
            meaning: """
                Some things mean nothing without it: a policy without `otherwise` does not say what holds where no \
                rule speaks.
                """,
            repair: "Add the key. A key without a value counts as missing.",
            wrong: .policy("otherwise:"),
            right: .policy("otherwise: allow")),
        CodePage(
            "unused-key", "a key that has no effect",
            meaning: "It says something that is never used here, so its author expects what will not happen.",
            repair: "Remove it, or write what makes use of it.",
            wrong: .policy(
                """
                tallies:
                  conduct: { within: 90d, ladder: [{ at: 1, sanction: remind, for: 7d }] }
                """),
            right: .policy(
                """
                tallies:
                  conduct: { within: 90d, ladder: [{ at: 1, sanction: suspend, for: 7d }] }
                """)),
        CodePage(
            "misplaced-key", "a key that belongs elsewhere",
            meaning: """
                In a fixture the parts of a request (`actor`, `action`, `resource` …) stand in `given` or `with`, \
                and the time stands in `now` or `at`.
                """,
            repair: "Move it to where the message says.",
            wrong: .fixture(
                """
                cases:
                  - name: a chat is posted
                    action: { topic: chat }
                    expect: { outcome: allow }
                """),
            right: .fixture(
                """
                cases:
                  - name: a chat is posted
                    with: { action: { topic: chat } }
                    expect: { outcome: allow }
                """)),
        CodePage(
            "wrong-type", "a value is of another kind than what belongs here",
            meaning: """
                A text stands where a list belongs, a number where a truth value belongs, and the like. In \
                conditions it is two kinds that cannot be compared.
                """,
            repair: "Write what the message asks for.",
            wrong: .policy("languages: en"),
            right: .policy("languages: [en]")),
        CodePage(
            "unknown-word", "a word that is none of those allowed here",
            meaning: "Here only certain words have a meaning, and the message lists them.",
            repair: "Choose one of them.",
            wrong: .policy("otherwise: forbid"),
            right: .policy("otherwise: deny")),
        CodePage(
            "out-of-range", "a number is too small or too large",
            meaning: """
                Here a number must lie between two others, which the message names. When an expression is evaluated, \
                it is a number, time or duration that cannot be.
                """,
            repair: "Write a number in that range.",
            wrong: .policy(
                """
                review:
                  stewards: { who: [steward], needs: 0 }
                """),
            right: .policy(
                """
                review:
                  stewards: { who: [steward], needs: 1 }
                """)),
        CodePage(
            "invalid-name", "this cannot be a name",
            meaning: """
                Names have letters of any language, digits, `-`, `_` and `.`, and begin with no `-` or `.`. Names \
                that conditions use have only letters from a to z, digits and `_`.
                """,
            repair: "Rename it.",
            wrong: .policy(
                """
                rules:
                  nothing sold!: { when: post.text.mentions('money'), then: deny }
                """),
            right: .policy(
                """
                rules:
                  nothing-sold: { when: post.text.mentions('money'), then: deny }
                """)),
        CodePage(
            "invalid-version", "this is no version",
            meaning: """
                A version is three numbers with dots between them. They tell which of two versions is the newer one.
                """,
            repair: "Write three numbers: `1.0.0`.",
            wrong: .policy("version: 1.0"),
            right: .policy("version: 1.0.0")),
        CodePage(
            "invalid-duration", "this is no duration",
            meaning: """
                A duration is a number with its unit: `s`, `m`, `h`, `d` (24 hours) or `w` (7 days). Months and \
                years have no fixed length, so there are none.
                """,
            repair: "Write `72h`, `14d` or `2w`.",
            wrong: .policy(
                """
                tallies:
                  conduct: { within: 3 months }
                """),
            right: .policy(
                """
                tallies:
                  conduct: { within: 90d }
                """)),
        CodePage(
            "invalid-timestamp", "this is no moment in time",
            meaning: """
                A moment has a date, a time and its distance from UTC. Without the last, nobody knows in which \
                country's night it is.
                """,
            repair: "Write `2024-08-20T00:00:00+09:00`, or `Z` for UTC.",
            wrong: .policy("effective: { from: 2024-08-20 }"),
            right: .policy("effective: { from: 2024-08-20T00:00:00+09:00 }")),
        CodePage(
            "never-in-force", "the policy ends before it begins",
            meaning: "`until` is the first moment at which it no longer holds, and it must lie behind `from`.",
            repair: "Correct one of the two.",
            wrong: .policy("effective: { from: 2025-01-01T00:00:00Z, until: 2024-01-01T00:00:00Z }"),
            right: .policy("effective: { from: 2024-01-01T00:00:00Z, until: 2025-01-01T00:00:00Z }")),
        CodePage(
            "unknown-zone", "there is no such time zone",
            meaning: """
                Zones have the names of the IANA data base, a region and a city. Abbreviations as `JST` are \
                ambiguous.
                """,
            repair: "Write a name as `Asia/Tokyo` or `Europe/Berlin`.",
            wrong: .policy("calendar: { zone: Tokyo }"),
            right: .policy("calendar: { zone: Asia/Tokyo }")),
        CodePage(
            "unknown-language", "a message in a language that the policy does not have",
            meaning: "`languages` lists those in which every message is written.",
            repair: "Add the language to `languages`, or correct it.",
            wrong: .policy(
                """
                rules:
                  nothing-sold: { when: post.text.mentions('money'), then: deny, says: { en: Nothing is sold here., jp: ここでは売れません。 } }
                """),
            right: .policy(
                """
                languages: [en, ja]
                rules:
                  nothing-sold: { when: post.text.mentions('money'), then: deny, says: { en: Nothing is sold here., ja: ここでは売れません。 } }
                """)),
        CodePage(
            "missing-language", "a message lacks one of the policy's languages",
            meaning: "A member who reads only that language would be told nothing.",
            repair: "Add the message in that language.",
            wrong: .policy(
                """
                languages: [en, ja]
                rules:
                  nothing-sold: { when: post.text.mentions('money'), then: deny, says: { en: Nothing is sold here. } }
                """),
            right: .policy(
                """
                languages: [en, ja]
                rules:
                  nothing-sold: { when: post.text.mentions('money'), then: deny, says: { en: Nothing is sold here., ja: ここでは売れません。 } }
                """)),
        CodePage(
            "unbalanced-brace", "a brace in a message has no partner",
            meaning: "Braces in a message hold a placeholder.",
            repair: "Close the placeholder. For a brace in the text itself write it twice: `{{`.",
            wrong: .policy(
                """
                rules:
                  nothing-sold: { when: post.text.mentions('money'), then: deny, says: 'Not on {board.name.' }
                """),
            right: .policy(
                """
                rules:
                  nothing-sold: { when: post.text.mentions('money'), then: deny, says: 'Not on {board.name}.' }
                """)),
        CodePage(
            "invalid-placeholder", "a placeholder is nothing that a message can show",
            meaning: """
                A placeholder names an attribute of the request, as `{board.name}`, or is one of `{due}`, `{points}` \
                and `{appealBy}`. It is no place for reckoning.
                """,
            repair: "Name an attribute that is a text, a number or a truth value.",
            wrong: .policy(
                """
                rules:
                  nothing-sold: { when: post.text.mentions('money'), then: deny, says: '{size(post.links)} links' }
                """),
            right: .policy(
                """
                rules:
                  nothing-sold: { when: post.text.mentions('money'), then: deny, says: 'Not on {board.name}.' }
                """)),
        CodePage(
            "hidden-member", "a member would be named by what a mask hides",
            meaning: """
                Whom a rule charges, tells or waits for stands in the decision as it is, and in every log. What a mask hides \
                would show there, whichever policy the mask is in.
                """,
            repair: "Name members by their ids.",
            wrong: .policy(
                """
                masks:
                  phone: { find: { pattern: '[0-9]{6,}' }, rewrite: post.text, replace: { redact: true } }
                rules:
                  nothing-sold: { when: post.text.mentions('money'), then: deny, duties: [{ remind: post.text }] }
                """),
            right: .policy(
                """
                masks:
                  phone: { find: { pattern: '[0-9]{6,}' }, rewrite: post.text, replace: { redact: true } }
                rules:
                  nothing-sold: { when: post.text.mentions('money'), then: deny, duties: [{ remind: actor }] }
                """)),
        CodePage(
            "hidden-placeholder", "a message would show what a mask hides",
            meaning: "Whatever a mask is about appears in no message, or masking it would be in vain.",
            repair: "Say it without the value.",
            wrong: .policy(
                """
                masks:
                  phone: { find: { pattern: '[0-9]{6,}' }, rewrite: post.text, replace: { redact: true } }
                rules:
                  nothing-sold: { when: post.text.mentions('money'), then: deny, says: 'You wrote {post.text}' }
                """),
            right: .policy(
                """
                masks:
                  phone: { find: { pattern: '[0-9]{6,}' }, rewrite: post.text, replace: { redact: true } }
                rules:
                  nothing-sold: { when: post.text.mentions('money'), then: deny, says: Nothing is sold here. }
                """)),
        CodePage(
            "missing-condition", "a rule does not say when it matches",
            meaning: """
                A rule has `when` (it matches where this holds) or `require` (it matches where this does not hold).
                """,
            repair: "Add one of them. `when: true` always matches.",
            wrong: .policy(
                """
                rules:
                  closed: { then: deny }
                """),
            right: .policy(
                """
                rules:
                  closed: { when: true, then: deny }
                """)),
        CodePage(
            "ambiguous-condition", "a rule has both `when` and `require`",
            meaning: """
                Whether the effect follows from the one holding or the other not holding, nobody can tell.
                """,
            repair: "Make two rules of it, or join the conditions with `&&`.",
            wrong: .policy(
                """
                rules:
                  requests: { when: post.topic == 'request', require: fact('consent'), then: deny }
                """),
            right: .policy(
                """
                rules:
                  requests: { when: post.topic == 'request' && !fact('consent'), then: deny }
                """)),
        CodePage(
            "missing-effect", "a rule does not say what follows",
            meaning: "`then` says what follows from `when`, `else` what follows where `require` does not hold.",
            repair: "Add `then: deny`, `hold` or `allow`; or `else: deny` or `hold`.",
            wrong: .policy(
                """
                rules:
                  nothing-sold: { when: post.text.mentions('money') }
                """),
            right: .policy(
                """
                rules:
                  nothing-sold: { when: post.text.mentions('money'), then: deny }
                """)),
        CodePage(
            "misplaced-effect", "`then` and `else` are mixed up",
            meaning: "`then` goes with `when`, and `else` goes with `require`.",
            repair: "Write the other one.",
            wrong: .policy(
                """
                rules:
                  asked-first: { require: fact('consent'), then: deny }
                """),
            right: .policy(
                """
                rules:
                  asked-first: { require: fact('consent'), else: deny }
                """)),
        CodePage(
            "invalid-effect", "this effect is not possible here",
            meaning: "What is not met, or cannot be evaluated, never opens anything.",
            repair: "Write `hold` or `deny`.",
            wrong: .policy(
                """
                rules:
                  asked-first: { require: fact('consent'), else: allow }
                """),
            right: .policy(
                """
                rules:
                  asked-first: { require: fact('consent'), else: deny }
                """)),
        CodePage(
            "stop-without-deny", "a rule that does not deny has an emergency stop",
            meaning: """
                While a rule is stopped, what it denies is held for people to decide. What a rule allows or holds \
                stays as it is, so there is nothing to stop.
                """,
            repair: "Take `emergency-stop` out, or let the rule deny.",
            wrong: .policy(
                """
                rules:
                  nothing-sold:
                    when: post.text.mentions('money')
                    then: hold
                    to: stewards
                    emergency-stop: { share: 5%, count: 50, within: 24h, to: stewards }
                """),
            right: .policy(
                """
                rules:
                  nothing-sold:
                    when: post.text.mentions('money')
                    then: deny
                    emergency-stop: { share: 5%, count: 50, within: 24h, to: stewards }
                """)),
        CodePage(
            "invalid-percentage", "this is no percentage",
            meaning: "A percentage is a number above 0 and up to 100 with at most two decimals, and `%`.",
            repair: "Write `5%` or `0.25%`.",
            wrong: .policy("emergency-stop: { share: 0.05, count: 50, within: 24h, to: stewards }"),
            right: .policy("emergency-stop: { share: 5%, count: 50, within: 24h, to: stewards }")),
        CodePage(
            "hold-without-exit", "nothing ends this hold",
            meaning: """
                Whoever is held must be able to get out of it: by a fact that comes, or by people who decide. \
                Otherwise a hold would be a denial that nobody calls so.
                """,
            repair: "Add `to:` with a review tier, or `await:` with a fact.",
            wrong: .policy(
                """
                rules:
                  nothing-sold: { when: post.text.mentions('money'), then: hold }
                """),
            right: .policy(
                """
                rules:
                  nothing-sold: { when: post.text.mentions('money'), then: hold, to: stewards }
                """)),
        CodePage(
            "invalid-duty", "a duty does not say what is to be done, or says two things",
            meaning: """
                A duty has exactly one of `remind`, `warn`, `answer`, `route`, `grant`, `label` and `notify`.
                """,
            repair: "Write a list with a duty for each.",
            wrong: .policy(
                """
                rules:
                  nothing-sold: { when: post.text.mentions('money'), then: deny, duties: { remind: actor, notify: steward } }
                """),
            right: .policy(
                """
                rules:
                  nothing-sold: { when: post.text.mentions('money'), then: deny, duties: [{ remind: actor }, { notify: steward }] }
                """)),
        CodePage(
            "not-milder", "a softener is stricter than a rule of its list",
            meaning: "`softens` makes rules milder and never stricter.",
            repair: "Give it a milder effect, or take the rule off its list.",
            wrong: .policy(
                """
                rules:
                  nothing-sold: { when: post.text.mentions('money'), then: hold, to: stewards }
                softens:
                  kindness: { when: member.posts > 100, rules: [nothing-sold], to: { then: deny } }
                """),
            right: .policy(
                """
                rules:
                  nothing-sold: { when: post.text.mentions('money'), then: deny }
                softens:
                  kindness: { when: member.posts > 100, rules: [nothing-sold], to: { then: hold, to: stewards } }
                """)),
        CodePage(
            "overlay-opens", "a policy for a mode allows something",
            meaning: """
                A policy with `while` holds only while a mode is on. It may tighten and never open: else switching a \
                mode would let through what is closed.
                """,
            repair: "Write `otherwise: abstain`, and rules that hold or deny.",
            wrong: .policy(
                """
                modes: { emergency: { on-by: lead, lasts: 24h } }
                while: emergency
                otherwise: allow
                """),
            right: .policy(
                """
                modes: { emergency: { on-by: lead, lasts: 24h } }
                while: emergency
                otherwise: abstain
                """)),
        CodePage(
            "invalid-replacement", "a mask does not say what stands in place of what it hides",
            meaning: """
                `replace` has exactly one of `redact: true`, `text`, `keep-last`, `number` (with `{A}` for the \
                letter) and `pseudonym` (with `{id}`).
                """,
            repair: "Write one of them.",
            wrong: .policy(
                """
                masks:
                  phone: { find: { pattern: '[0-9]{6,}' }, rewrite: post.text, replace: { number: number } }
                """),
            right: .policy(
                """
                masks:
                  phone: { find: { pattern: '[0-9]{6,}' }, rewrite: post.text, replace: { number: 'number {A}' } }
                """)),
        CodePage(
            "empty-mask", "a mask does not say what it hides",
            meaning: "`find` names what must not be seen: a `value`, a `lexicon`, a `pattern` or `phrases`.",
            repair: "Add one of them.",
            wrong: .policy(
                """
                masks:
                  phone: { find: {}, rewrite: post.text, replace: { redact: true } }
                """),
            right: .policy(
                """
                masks:
                  phone: { find: { pattern: '[0-9]{6,}' }, rewrite: post.text, replace: { redact: true } }
                """)),
        CodePage(
            "invalid-type", "a type is not written as one",
            meaning: """
                A list's type has one type in brackets, `[string]`, and the values of an enumeration are single \
                words with bars between them.
                """,
            repair: "Write it so.",
            wrong: .policy(
                """
                types:
                  Member: {}
                  Post: { text: text, links: [string, int] }
                  Board: {}
                """),
            right: .policy(
                """
                types:
                  Member: { joined: timestamp, nick: optional string, posts: int }
                  Post: { text: text, links: [string] }
                  Board: { name: string, owner: string }
                """)),
        CodePage(
            "unknown-type", "there is no such type",
            meaning: """
                A type is one that is built in (`string`, `text`, `bool`, `int`, `double`, `timestamp`, `duration`) \
                or one that `types` declares, here or in a file under `uses`.
                """,
            repair: "Correct the spelling, or declare it.",
            wrong: .policy(
                """
                types:
                  Member: {}
                  Post: { text: txt }
                  Board: {}
                """),
            right: .policy(
                """
                types:
                  Member: { joined: timestamp, nick: optional string, posts: int }
                  Post: { text: text }
                  Board: { name: string, owner: string }
                """)),
        CodePage(
            "circular-type", "a type would hold itself",
            meaning: "A record within itself within itself has no end.",
            repair: "Declare the inner one as a type of its own.",
            wrong: .policy(
                """
                types:
                  Member: {}
                  Post: { text: text, answer: Post }
                  Board: {}
                """),
            right: .policy(
                """
                types:
                  Member: { joined: timestamp, nick: optional string, posts: int }
                  Post: { text: text, answer: Answer }
                  Answer: { text: text }
                  Board: { name: string, owner: string }
                """)),
        CodePage(
            "misplaced-optional", "`optional` where nothing can be absent",
            meaning: "Only a record's field can be absent.",
            repair: "For a list's items leave it out: a list may be empty.",
            wrong: .policy(
                """
                types:
                  Member: {}
                  Post: { text: text, links: [optional string] }
                  Board: {}
                """),
            right: .policy(
                """
                types:
                  Member: { joined: timestamp, nick: optional string, posts: int }
                  Post: { text: text, links: [string] }
                  Board: { name: string, owner: string }
                """)),
        CodePage(
            "duplicate-value", "an enumeration lists a word twice",
            meaning: "One of the two is surely meant to be another.",
            repair: "Remove one.",
            wrong: .policy(
                """
                types:
                  Member: {}
                  Post: { text: text, topic: offer | chat | offer }
                  Board: {}
                """),
            right: .policy(
                """
                types:
                  Member: { joined: timestamp, nick: optional string, posts: int }
                  Post: { text: text, topic: offer | chat }
                  Board: { name: string, owner: string }
                """)),
    ]
}
