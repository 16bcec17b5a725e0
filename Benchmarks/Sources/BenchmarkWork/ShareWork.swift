public import Bylaw

/// The seven rules of the share policy over inputs, of each of which it is known what it must come to.
public struct ShareWork {
    /// How texts are searched: byte for byte, or folded, where a name inside of a longer word is another word and counts
    /// for nothing.
    public enum Search: String, CaseIterable {
        case bytes, folded

        var file: String { self == .bytes ? "share.yaml" : "share-folded.yaml" }
    }

    /// What each input comes to.
    public let outcomes: [Outcome]
    let evaluator: Evaluator
    let requests: [Request]
    let texts: [[UInt8]]

    /// Loads the policy and checks that each input gets the verdict which the seven rules give it, from memory and from
    /// JSON.
    public init(_ search: Search, _ inputs: [ShareInput]) throws {
        let policies = [search.file: try BenchmarkFolder.policy(search.file)]
        let evaluator = Evaluator(try PolicySet(texts: policies))
        let requests = inputs.compactMap(\.request)
        let texts = try inputs.map { try $0.json }
        outcomes = try inputs.indices.map { index in
            let decision = evaluator.judge(requests[index], standing: .none)
            let fromText = evaluator.judge(try Request(json: texts[index]), standing: .none)
            let expected = inputs[index].expected(search)
            guard decision.outcome == expected, decision.errors.isEmpty, fromText == decision else {
                throw WrongResult("input \(index + 1): \(decision.outcome), expected \(expected) \(decision.errors)")
            }
            return expected
        }
        (self.evaluator, self.requests, self.texts) = (evaluator, requests, texts)
    }

    /// How long the policy takes to load.
    public static func loading(_ search: Search) throws -> Timing {
        let policies = [search.file: try BenchmarkFolder.policy(search.file)]
        return try Timing(rounds: 9, count: 1) { _ = Evaluator(try PolicySet(texts: policies)) }
    }

    /// From a request whose values are read to its outcome, every rule evaluated: what other engines are measured by.
    public func deciding() throws -> MeasuredRow.Work {
        let sessions = requests.map { request in
            let session = JudgingSession(evaluator)
            session.prepare(request, standing: .none)
            return session
        }
        for (session, expected) in zip(sessions, outcomes) where session.outcome() != expected {
            throw WrongResult("a prepared request has another outcome than its decision")
        }
        return { _ = sessions[$0].outcome() }
    }

    /// From a request in memory to its decision, with reasons, duties and cases.
    public func judging() -> MeasuredRow.Work {
        let session = JudgingSession(evaluator)
        return { _ = session.judge(requests[$0], standing: .none) }
    }

    /// The rows of the table.
    static func rows(_ search: Search, _ inputs: [ShareInput]) -> [MeasuredRow] {
        func row(
            _ name: String, _ title: String, _ work: @escaping (ShareWork) throws -> MeasuredRow.Work
        ) -> MeasuredRow {
            MeasuredRow("share.\(search).\(name)", "\(title), \(search)", calls: inputs.count) {
                try work(ShareWork(search, inputs))
            }
        }
        return [
            row("outcome-prepared", "values read -> outcome") { try $0.deciding() },
            row("outcome", "request -> outcome") { work in
                let session = JudgingSession(work.evaluator)
                return { _ = session.outcome(of: work.requests[$0], standing: .none) }
            },
            row("decision", "request -> decision") { $0.judging() },
            row("decision-alone", "request -> decision, no session") { work in
                { _ = work.evaluator.judge(work.requests[$0], standing: .none) }
            },
            row("request-json", "JSON -> request") { work in { _ = try Request(json: work.texts[$0]) } },
            row("decision-json", "JSON -> decision") { work in
                let session = JudgingSession(work.evaluator)
                return { _ = session.judge(try Request(json: work.texts[$0]), standing: .none) }
            },
        ]
    }
}
