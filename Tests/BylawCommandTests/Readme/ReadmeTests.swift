import Bylaw
import BylawService
import BylawTestSupport
import Foundation
import Testing

/// What the README shows works as it is shown.
@Suite("README")
struct ReadmeTests {
    private let readme: Readme

    init() throws { readme = try Readme() }

    @Test("the examples are the files that are compiled here, to the letter")
    func embedding() throws {
        let compiled = try [
            "ReplayExample.swift", "EmbeddingExample.swift", "WatchExample.swift", "LedgerExample.swift",
            "ServiceExample.swift",
        ].map { name in
            try String(
                contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(path: name), encoding: .utf8)
        }
        let shown = readme.blocks.filter { $0.language == "swift" }.map(\.text)
        #expect(shown == compiled)
    }

    @Test("the ledger's example records, and tells of what was crossed; the tally that is shown is one that loads")
    func ledger() async throws {
        let tally = try #require(readme.blocks.first { $0.text.hasPrefix("tallies:") })
        let policies = try PolicySet(texts: ["p.yaml": Self.head + tally.text])
        #expect(policies.warnings.isEmpty)
        let folder = try TemporaryFolder()
        let key = try #require(LedgerKey(id: "k", bytes: Array("sixteen bytes or more".utf8)))
        let moderation = try Moderation(policies: policies, file: folder.url("ledger.db").path, key: key)
        func take(_ incident: String, at time: String) async throws -> [String] {
            let request = Request(
                id: incident, time: try #require(Timestamp(time)), stage: .done,
                actor: Entity(type: "member", id: "u", [:]), action: Action(name: "post", ["rude": true]),
                resource: Entity(type: "board", id: "b", [:]))
            let (decision, revealed) = try await moderation.take(request)
            #expect(decision.standing == .known)
            return revealed.map(\.sanction.rung.sanction.rawValue)
        }
        #expect(try await take("i1", at: "2025-05-01T10:00:00Z") == ["warn"])
        #expect(try await take("i1", at: "2025-05-01T10:00:00Z") == [])
        #expect(try await take("i2", at: "2025-05-02T10:00:00Z") == ["suspend"])
    }

    @Test("the service's example answers by what is in force and logs it, and the commands that are shown run")
    func service() async throws {
        let folder = try TemporaryFolder([
            "policies/square.yaml": SamplePolicy.text(), "key": "sixteen bytes or more",
            "requests.jsonl": (1...3).map { SamplePolicy.request("r-\($0)") + "\n" }.joined(),
        ])
        let key = try #require(LogKey(bytes: Array("sixteen bytes or more".utf8)))
        let path = folder.url("service.jsonl").path
        let service = try SharingService(policies: folder.url("policies"), log: path, key: key)
        let request = try Request(json: Array(SamplePolicy.request("r-1", visibility: "private").utf8))
        var answers: [(Decision, PolicyVersion)] = []
        service.answer([request]) { answers.append(($0, $1)) }
        try folder.write(
            Data(SamplePolicy.text(rule: "    { when: false, then: deny }").utf8), to: "policies/square.yaml")
        service.store.reload()
        service.answer([request]) { answers.append(($0, $1)) }
        #expect(answers.map(\.0.outcome) == [.deny, .allow])
        #expect(answers.map(\.1.generation) == [1, 2])
        try service.log.close()
        #expect(try LogVerification(files: [path], key: key, expecting: .init(decisions: 2, isClosed: true)).isWhole)

        let commands = try #require(readme.blocks.first { $0.language == "sh" && $0.text.contains("bylaw log") })
        let run = try CommandRun.shell("set -e; " + commands.text, in: folder.root)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("5 records, 3 decisions, nothing was changed"))
    }

    @Test("the review and the checklist that are shown are ones that load")
    func review() throws {
        for (start, head) in [("modes:", Self.reviewHead), ("rules:", Self.checklistHead)] {
            let block = try #require(readme.blocks.first { $0.language == "yaml" && $0.text.hasPrefix(start) })
            let policies = try PolicySet(texts: ["p.yaml": head + block.text])
            #expect(policies.warnings.isEmpty)
        }
    }

    @Test("the source document that is shown accounts for a text, and the commands that are shown run")
    func publishing() throws {
        let block = try #require(readme.blocks.first { $0.language == "yaml" && $0.text.contains("\nsource: ") })
        let policy = """
            bylaw: 1
            policy: town.square
            version: 1.0.0
            languages: [en]
            uses: [charter.yaml]
            judges: { action: { post: { kind: bool } } }
            otherwise: allow
            rules:
              kind: { source: { quote: Be kind., reading: direct }, when: "!action.kind", then: deny, says: Be kind. }

            """
        let text = "Our town is beautiful. Be kind.\nThe charter was written by hand. It was passed by the council.\n"
        let folder = try TemporaryFolder([
            "policies/charter.yaml": block.text, "policies/square.yaml": policy, "texts/charter.txt": text,
            "old-policies/charter.yaml": block.text, "old-policies/square.yaml": policy,
        ])
        let commands = try #require(readme.blocks.first { $0.language == "sh" && $0.text.contains("bylaw publish") })
        let run = try CommandRun.shell("set -e; " + commands.text, in: folder.root)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("4 sentences: 1 quoted, 3 left out, 0 unaccounted for"))
    }

    private static let watchTail = """
        review: { moderators: { who: office } }
        tallies: { conduct: { within: 90d, ladder: [{ at: severe, sanction: remind }] } }

        """

    private static let reviewHead = """
        bylaw: 1
        policy: readme.review
        version: 1.0.0
        judges: { actor: { member: Member }, action: { post: Post }, resource: { board: Board } }
        types: { Member: {}, Post: { kind: refund | abuse | other }, Board: {} }
        otherwise: allow
        rules: { hard: { when: who == 'office', then: hold, to: moderators } }

        """

    private static let checklistHead = """
        bylaw: 1
        policy: readme.tidy
        version: 1.0.0
        languages: [en]
        judges: { actor: { member: Member }, action: { look: Look }, resource: { chat: Chat } }
        types:
          Member: {}
          Look: {}
          Chat: { link: optional string, hasPhoto: bool, hasBot: bool, hasTitle: bool }
        otherwise: allow

        """

    private static let head = """
        bylaw: 1
        policy: readme.conduct
        version: 1.0.0
        judges: { actor: { member: Member }, action: { post: Post }, resource: { board: Board } }
        types: { Member: {}, Post: { rude: bool }, Board: {} }
        otherwise: allow
        roles: { member: { granted-by: [office] } }
        rules:
          rude: { when: post.rude, then: deny, strike: { conduct: 1 } }
          vile: { when: false, then: deny, strike: { conduct: severe } }

        """

    @Test("the embedding example answers what is allowed, held and denied")
    func embeddingRuns() throws {
        let folder = try garden()
        let service = try ShareService(policies: folder.url("garden/policies"))
        func answer(_ text: String, joined: String) throws -> String {
            try service.answer(
                Array(
                    #"""
                    {"time":"2025-05-01T10:00:00+02:00","actor":{"type":"member","id":"ada","joined":"\#(joined)"},
                     "action":{"name":"post","topic":"offer","text":"\#(text)"},
                     "resource":{"type":"board","id":"b_1","name":"Balcony"}}
                    """#.utf8))
        }
        #expect(try answer("Tomatoes", joined: "2025-01-01T00:00:00Z") == "as it is")
        #expect(try answer("Tomatoes", joined: "2025-04-30T00:00:00Z") == #"waiting for ["stewards"]"#)
        #expect(try answer("Tomatoes for sale", joined: "2025-01-01T00:00:00Z") == #"no: ["Nothing is sold here."]"#)
    }

    @Test("the emergency stop that is shown loads, and the example holds what a rule denies too often")
    func watching() throws {
        let block = try #require(readme.blocks.first { $0.language == "yaml" && $0.text.hasPrefix("emergency-stop:") })
        let policies = try PolicySet(
            texts: ["p.yaml": Self.head + block.text + Self.watchTail])
        var service = WatchedService(policies: policies)
        let outcomes = try (1...60).map { number in
            let request = Request(
                id: "r\(number)", time: try #require(Timestamp("2025-05-01T10:00:00Z")),
                actor: Entity(type: "member", id: "u", [:]), action: Action(name: "post", ["rude": true]),
                resource: Entity(type: "board", id: "b", [:]))
            return service.judge(request, standing: .none).outcome
        }
        #expect(outcomes == Array(repeating: .deny, count: 50) + Array(repeating: .hold, count: 10))
    }

    @Test("the commands about bundles run as they are shown, and take nothing that was changed")
    func bundles() throws {
        let folder = try garden()
        let commands = try #require(readme.blocks.first { $0.language == "sh" && $0.text.contains("bylaw bundle") })
        #if os(Linux)
            let lines = commands.commands.map(\.text)
        #else
            // The system's own OpenSSL may be too old to make such keys.
            let lines = commands.commands.map(\.text).filter { !$0.hasPrefix("openssl") }
            try folder.write(Data(TestKeys.signing.utf8), to: "private.pem")
            try folder.write(Data(TestKeys.verifying.utf8), to: "public.pem")
        #endif
        let run = try CommandRun.shell("set -e\n" + lines.joined(separator: "\n"), in: folder.root)
        #expect(run.status == 0, "\(run.errors)")
        let last = try #require(commands.commands.last)
        try folder.write(Data((folder.text("garden.bundle") + " ").utf8), to: "garden.bundle")
        #expect(try CommandRun.shell(last.text, in: folder.root).status == 2)
    }

    @Test("the section from an empty folder to a tested policy can be followed, command by command")
    func five() throws {
        let folder = try TemporaryFolder()
        for block in try section().blocks where block.language == "sh" {
            for command in block.commands {
                let run = try CommandRun.shell(command.text, in: folder.root)
                let fails = command.remark == "fails"
                #expect((run.status == 0) != fails, "\(command.text)\n\(run.output)\(run.errors)")
                if let remark = command.remark, !fails,
                    command.text.hasPrefix("bylaw check") || command.text.hasPrefix("bylaw test")
                {
                    #expect(run.output.contains(remark), "\(run.output)")
                }
                if fails {
                    let shown = try #require(try section().blocks.first { $0.language.isEmpty })
                    #expect(run.errors == shown.text)
                }
            }
        }
    }

    @Test("what the section shows are the files that `bylaw init` makes")
    func files() throws {
        let folder = try garden()
        let shown = try section().blocks.filter { $0.language == "yaml" }.map(\.text)
        for path in ["policies/posting.yaml", "lexicons/money.yaml", "fixtures/posting.yaml"] {
            #expect(shown.contains(try folder.text("garden/\(path)")))
        }
        #expect(shown.count == 4)
        #expect(try folder.text("garden/policies/posting.yaml").hasPrefix(#require(shown.last)))
    }

    @Test("the fixtures of the policy in five minutes can fail")
    func policyFails() throws {
        let folder = try garden()
        let policy = try folder.text("garden/policies/posting.yaml")
        let broken = policy.replacing("post.text.mentions('money')", with: "false")
        try #require(broken != policy)
        try folder.write(Data(broken.utf8), to: "garden/policies/posting.yaml")
        #expect(try CommandRun.shell("bylaw test garden/fixtures", in: folder.root).status == 1)
    }

    @Test("the matrix that is shown passes, and the mutant that is shown is one that the fixtures leave alive")
    func teeth() throws {
        let folder = try garden()
        let matrix = try #require(readme.blocks.first { $0.text.hasPrefix("matrix:") })
        let mutant = try #require(readme.blocks.first { $0.text.hasPrefix("survived:") })
        let path = "garden/fixtures/posting.yaml"
        try folder.write(Data((folder.text(path) + matrix.text).utf8), to: path)
        let run = try CommandRun.shell("bylaw test garden/fixtures --mutate", in: folder.root)
        #expect(run.output.hasPrefix("9 passed, 0 failed\n"))
        #expect(run.output.contains(mutant.text))
    }

    private func section() throws -> Readme { try Readme(section: "From an empty folder to a tested policy") }

    /// The files that the section begins with.
    private func garden() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        #expect(try CommandRun.shell("bylaw init garden", in: folder.root).status == 0)
        return folder
    }
}
