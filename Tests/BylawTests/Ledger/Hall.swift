import Testing

@testable import Bylaw

/// A community that judges by a ledger, as a host would: it asks, records what it is told, and comes back.
struct Hall {
    let evaluator: Evaluator
    let ledger: Ledger
    /// The modes that its policies declare.
    let modes: [ModeTerms]

    /// The policy's head: members post to a board, which may have an author, and somebody may report it.
    static func head(_ id: String = "town.hall", version: String = "1.0.0", more: String = "") -> String {
        """
        bylaw: 1
        policy: \(id)
        version: \(version)
        languages: [en]
        \(more)
        judges: { actor: { member: Member }, action: { post: Post }, resource: { board: Board }, context: Report }
        otherwise: allow
        types:
          Member: { roles: [string] }
          Post: { text: text }
          Board: { author: optional Author }
          Author: { id: string }
          Report: { reporter: optional string }

        """
    }

    static let moderators = """
        tallies: { conduct: { within: 90d, ladder: [{ at: 1, sanction: remind }] } }
        rules: { hedged: { when: post.text.contains('maybe'), then: hold, to: moderators, strike: { conduct: 1 } } }
        review:
          moderators: { who: [moderator], within: 24h, late: council, recuse-when: reviewer.relatedTo(case.parties) }
          council: { who: [council], needs: 2, within: 7d, late: deny, recuse-when: reviewer.relatedTo(case.parties) }
          operators: { who: [operator], within: 3d, late: deny }
          appeal: { within: 20d, at-most: 1, to: another-tier }

        """

    init(_ body: String = moderators, key: LedgerKey = .none) throws {
        try self.init(["p.yaml": Self.head() + body], ledger: Ledger(MemoryStore(), key: key))
    }

    init(_ texts: [String: String], ledger: Ledger) throws {
        let policies = try PolicySet(texts: texts)
        evaluator = Evaluator(policies)
        modes = policies.modes(at: day(1))
        self.ledger = ledger
    }

    static func request(
        _ incident: String = "i", _ text: String = "maybe so", on time: Timestamp = day(1), stage: Stage = .proposed,
        by actor: String = "ann", roles: [String] = [], author: String? = nil, reporter: String? = nil
    ) -> Request {
        let authors = author.map { [Attribute("author", .object([Attribute("id", .string($0))]))] }
        return Request(
            id: "r", incident: incident, time: time, stage: stage,
            actor: Entity(type: "member", id: actor, ["roles": .list(roles.map(AttributeValue.string))]),
            action: Action(name: "post", ["text": .string(text)]),
            resource: Entity(type: "board", id: "b", authors ?? []),
            context: reporter.map { [Attribute("reporter", .string($0))] } ?? [])
    }

    /// Judges by all that the ledger knows.
    func judge(_ request: Request) async -> Decision {
        await ledger.judge(request, by: evaluator) { Issue.record($0) }
    }

    /// Judges, and records what follows.
    @discardableResult
    func take(_ request: Request, roster: Roster? = nil) async throws -> Decision {
        let decision = await judge(request)
        try await ledger.record(decision, of: request, judgedBy: evaluator, roster: roster, by: "host")
        return decision
    }

    @discardableResult
    func vote(
        _ choice: LedgerEvent.Vote.Choice, _ id: String, by reviewer: String, _ roles: String..., at time: Timestamp,
        roster: Roster = .unknown
    ) async throws -> Recording {
        try await ledger.vote(
            choice, onCase: id, by: Reviewer(id: reviewer, roles: roles), roster: roster, at: time)
    }

    /// Before whom a case is at a moment, what it awaits, or how it ended.
    func place(_ id: String, at time: Timestamp) async throws -> String {
        let record = try await ledger.record(ofCase: id, at: time)
        return switch record.state {
        case .open: record.stage.tier.isEmpty ? record.opening.awaits ?? "" : record.stage.tier
        case .ruled(let ruling, _): ruling.verdict.rawValue
        case .closed(let cause): cause.rawValue
        }
    }

    func add(_ kind: LedgerEvent.Kind, to member: String, at time: Timestamp) async throws {
        try await ledger.add(kind, to: member, by: "office", at: time)
    }
}

extension LedgerEvent.Kind {
    /// That a member is related to another.
    static func related(_ member: String, to other: String) -> LedgerEvent.Kind {
        .factGiven(.init("relationship", [Attribute("by", .string(member)), Attribute("with", .string(other))]))
    }
}
