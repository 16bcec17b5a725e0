import Bylaw

/// Posts of 200 characters in which a lexicon of many names is masked.
struct MaskWork {
    private static let posts = 200
    private let names: [String]

    init(_ count: Int) { names = GeneratedText.companies(count) }

    /// Masks posts of which every other shows one name, after checking that just those names go.
    func masking() throws -> MeasuredRow.Work {
        let evaluator = Evaluator(
            try PolicySet(texts: ["p.yaml": Self.policy, "names.txt": names.joined(separator: "\n") + "\n"]))
        guard let time = Timestamp("2024-09-01T10:00:00+09:00") else { throw WrongResult("no time") }
        var numbers = SeededNumbers(seed: 7)
        let session = JudgingSession(evaluator)
        let requests = try (0..<Self.posts).map { index in
            var text = GeneratedText.text(200, &numbers)
            let name = index.isMultiple(of: 2) ? numbers.pick(names) : nil
            if let name {
                // In brackets, so that it is a word however the text around it goes on.
                text = GeneratedText.inserting("「\(name)」", into: text, &numbers)
            }
            let request = Request(
                id: "r", time: time, actor: Entity(type: "member", id: "u", []), action: Action(name: "read", []),
                resource: Entity(type: "post", id: "p", ["text": .string(text)]))
            let decision = session.judge(request, standing: .none)
            let masked = decision.texts.flatMap(\.spans).count
            guard decision.errors.isEmpty, masked == (name == nil ? 0 : 1) else {
                throw WrongResult(
                    "\(masked) names are masked in a post that shows \(name ?? "none") \(decision.errors)")
            }
            return request
        }
        return { _ = session.judge(requests[$0], standing: .none) }
    }

    private static let policy = """
        bylaw: 1
        policy: benchmark.mask
        version: 1.0.0
        judges: { action: { read: Read }, resource: { post: Post } }
        types: { Read: {}, Post: { text: text } }
        otherwise: allow
        lexicons: { names: { file: names.txt, phrases: [qzxqzx] } }
        masks:
          company: { find: { lexicon: [names] }, rewrite: [post.text], replace: { redact: true } }

        """

    /// The rows of the table.
    static var rows: [MeasuredRow] {
        [
            MeasuredRow("mask.10000", "masking a post of 200 characters, 10,000 names", calls: posts) {
                try MaskWork(10_000).masking()
            }
        ]
    }
}
