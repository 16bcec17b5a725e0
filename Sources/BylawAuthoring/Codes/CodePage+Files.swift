/// How policies are found, and what they use.
extension CodePage {
    static let files: [CodePage] = [
        CodePage(
            "missing-file", "there is no file or folder of that name",
            meaning: """
                The path is looked up relative to the file that names it, or to the current folder where it was \
                given to a command. The `file` that a source describes is looked up in the folder that `bylaw publish \
                --sources` is given.
                """,
            repair: "Correct the path, or make the file.",
            wrong: .policy("uses: [types.yaml]"),
            right: .policy("uses: []")),
        CodePage(
            "unreadable", "a file or folder is there and cannot be read",
            meaning: "The permissions forbid it, the disk is at fault, or it is no file at all.",
            repair: "Look at who may read it: `ls -l`.",
            wrong: .told("A file that belongs to somebody else and that only they may read."),
            right: .told("The same file after `chmod a+r`.")),
        CodePage(
            "outside-root", "a file lies outside of the policies' root",
            meaning: """
                A policy may use only what lies under the folder with `bylaw-root.yaml`, or under its own folder \
                where there is none; the `file` of a source lies in the folder of texts. So nobody can make a policy \
                read what it should not.
                """,
            repair: "Move the file under the root, or put `bylaw-root.yaml` into a folder further up.",
            wrong: .policy("uses: [../../secrets.yaml]"),
            right: .policy("uses: []")),
        CodePage(
            "too-many-files", "a folder holds too many files, or a policy uses too many",
            meaning: "At most 10,000 files and folders are looked at, and a policy uses at most 1,000 files.",
            repair: "Name a folder with policies alone.",
            wrong: .told("`bylaw check /` goes through the whole disk."),
            right: .told("`bylaw check garden/policies`")),
        CodePage(
            "circular-use", "a file uses itself, directly or through others",
            meaning: "What is used is read before the file that uses it, so a circle has no beginning.",
            repair: "Move what both need into a third file.",
            wrong: .files([
                .init(
                    "posting.yaml",
                    """
                    bylaw: 1
                    policy: garden.posting
                    version: 1.0.0
                    uses: [a.yaml]
                    judges: { action: { post: Post } }
                    otherwise: allow
                    types: { Post: { text: text } }

                    """),
                .init(
                    "a.yaml",
                    """
                    bylaw: 1
                    vocabulary: a
                    uses: [b.yaml]

                    """),
                .init(
                    "b.yaml",
                    """
                    bylaw: 1
                    vocabulary: b
                    uses: [a.yaml]

                    """),
            ]),
            right: .files([
                .init(
                    "posting.yaml",
                    """
                    bylaw: 1
                    policy: garden.posting
                    version: 1.0.0
                    uses: [a.yaml]
                    judges: { action: { post: Post } }
                    otherwise: allow
                    types: { Post: { text: text } }

                    """),
                .init(
                    "a.yaml",
                    """
                    bylaw: 1
                    vocabulary: a
                    uses: [b.yaml]

                    """),
                .init(
                    "b.yaml",
                    """
                    bylaw: 1
                    vocabulary: b

                    """),
            ])),
        CodePage(
            "not-a-vocabulary", "`uses` names a file that is no vocabulary",
            meaning: """
                Only types, roles and lexicons can be shared, and sources be quoted. A policy cannot use another policy: all policies that \
                fit a request judge it anyway.
                """,
            repair: "Move what is shared into a file of its own, without `policy:`.",
            wrong: .files([
                .init(
                    "posting.yaml",
                    """
                    bylaw: 1
                    policy: garden.posting
                    version: 1.0.0
                    uses: [swaps.yaml]
                    judges: { action: { post: Post } }
                    otherwise: allow
                    types: { Post: { text: text } }

                    """),
                .init(
                    "swaps.yaml",
                    """
                    bylaw: 1
                    policy: garden.swaps
                    version: 1.0.0
                    judges: { action: { post: Post } }
                    otherwise: allow
                    types: { Post: { text: text } }

                    """),
            ]),
            right: .files([
                .init(
                    "posting.yaml",
                    """
                    bylaw: 1
                    policy: garden.posting
                    version: 1.0.0
                    uses: [types.yaml]
                    judges: { action: { post: Post } }
                    otherwise: allow

                    """),
                .init(
                    "types.yaml",
                    """
                    bylaw: 1
                    types: { Post: { text: text } }

                    """),
            ])),
        CodePage(
            "not-a-policy", "the file is no policy",
            meaning: "A policy is a mapping: keys with values. This file is a list or a single text.",
            repair: "Begin the file with `bylaw: 1` and `policy: …`, or move it out of the folder of policies.",
            wrong: .files([
                .init(
                    "posting.yaml",
                    """
                    - nothing is sold here

                    """)
            ]),
            right: .policy("bylaw: 1")),
        CodePage(
            "no-policies", "there is no policy here",
            meaning: """
                A folder without a policy is an error, for judging with it would judge nothing. A policy has the key \
                `policy`.
                """,
            repair: "Name the folder that holds the policies, or write one: `bylaw init` makes a first one.",
            wrong: .files([
                .init(
                    "types.yaml",
                    """
                    bylaw: 1
                    vocabulary: garden
                    types: { Post: { text: text } }

                    """)
            ]),
            right: .policy("policy: garden.posting")),
        CodePage(
            "duplicate-policy", "the same version of a policy exists twice",
            meaning: """
                A policy is known by its id and version. Two files with both the same cannot be told apart.
                """,
            repair: "Give one another id or version, or delete one.",
            wrong: .files([
                .init(
                    "posting.yaml",
                    """
                    bylaw: 1
                    policy: garden.posting
                    version: 1.0.0
                    judges: { action: { post: Post } }
                    otherwise: allow
                    types: { Post: { text: text } }

                    """),
                .init(
                    "copy.yaml",
                    """
                    bylaw: 1
                    policy: garden.posting
                    version: 1.0.0
                    judges: { action: { post: Post } }
                    otherwise: allow
                    types: { Post: { text: text } }

                    """),
            ]),
            right: .policy(
                """
                policy: garden.posting
                version: 1.0.0
                """)),
        CodePage(
            "overlapping-versions", "two versions of a policy are in force at once",
            meaning: "At any moment one version of a policy holds. Two that overlap would both judge.",
            repair: """
                End the older one: `effective: { until: … }`. To try the newer one out, make it `mode: shadow`.
                """,
            wrong: .files([
                .init(
                    "posting.yaml",
                    """
                    bylaw: 1
                    policy: garden.posting
                    version: 1.0.0
                    judges: { action: { post: Post } }
                    otherwise: allow
                    types: { Post: { text: text } }

                    """),
                .init(
                    "new.yaml",
                    """
                    bylaw: 1
                    policy: garden.posting
                    version: 2.0.0
                    judges: { action: { post: Post } }
                    otherwise: deny
                    types: { Post: { text: text } }

                    """),
            ]),
            right: .files([
                .init(
                    "posting.yaml",
                    """
                    bylaw: 1
                    policy: garden.posting
                    version: 1.0.0
                    effective: { until: 2025-01-01T00:00:00Z }
                    judges: { action: { post: Post } }
                    otherwise: allow
                    types: { Post: { text: text } }

                    """),
                .init(
                    "new.yaml",
                    """
                    bylaw: 1
                    policy: garden.posting
                    version: 2.0.0
                    effective: { from: 2025-01-01T00:00:00Z }
                    judges: { action: { post: Post } }
                    otherwise: deny
                    types: { Post: { text: text } }

                    """),
            ])),
        CodePage(
            "duplicate-mode", "two policies declare a mode differently",
            meaning: """
                A mode is switched for all policies at once, so everybody must mean the same by it: who may switch \
                it, and for how long.
                """,
            repair: "Declare it in one policy, or alike in both.",
            wrong: .files([
                .init(
                    "posting.yaml",
                    """
                    bylaw: 1
                    policy: garden.posting
                    version: 1.0.0
                    judges: { action: { post: Post } }
                    otherwise: allow
                    types: { Post: { text: text } }
                    modes: { emergency: { on-by: lead, lasts: 24h } }

                    """),
                .init(
                    "swaps.yaml",
                    """
                    bylaw: 1
                    policy: garden.swaps
                    version: 1.0.0
                    judges: { action: { post: Post } }
                    otherwise: allow
                    types: { Post: { text: text } }
                    modes: { emergency: { on-by: lead, lasts: 48h } }

                    """),
            ]),
            right: .policy("modes: { emergency: { on-by: lead, lasts: 24h } }")),
    ]
}
