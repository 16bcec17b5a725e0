import Bylaw
import BylawCEL

/// What a condition came to, and why: the values of its parts.
public struct ConditionAccount: Sendable, Hashable {
    /// A part of an expression, and its value where nothing hides it.
    public struct Part: Sendable, Hashable {
        /// As it is written: `post.circle.visibility`.
        public let text: String
        /// As the expression language writes it; `<hidden>` where a mask hides something of it.
        public let value: String

        package init(text: String, value: String) {
            self.text = text
            self.value = value
        }
    }

    /// The item's name in a checklist.
    public let name: String?
    /// The expression as it is written, or how the items are joined: `all of`.
    public let text: String
    /// Whether it holds; nil where it cannot be evaluated.
    public let holds: Bool?
    /// Why it cannot be evaluated.
    public let error: String?
    /// What was looked at to see so, each part once. Empty for items that are joined.
    public let parts: [Part]
    /// What is joined.
    public let items: [ConditionAccount]
}

/// Takes the account of conditions of one policy.
struct ConditionTaker {
    /// How many parts of an expression are told: one over a long list has more.
    private static let mostParts = 24

    let examination: PolicyExamination
    let shown: ShownValues

    func account(of condition: Condition<Program>, named name: String? = nil) -> ConditionAccount {
        let items = condition.items.map { account(of: $0.condition, named: $0.name) }
        let failure = examination.failure(of: condition)
        return ConditionAccount(
            name: name, text: Self.text(condition), holds: examination.holds(condition), error: failure?.message,
            parts: parts(condition), items: items)
    }

    private static func text(_ condition: Condition<Program>) -> String {
        switch condition {
        case .expression(let program): program.expression.text
        case .all: "all of"
        case .any: "any of"
        case .none: "none of"
        case .atLeast(let count, _): "at least \(count) of"
        }
    }

    private func parts(_ condition: Condition<Program>) -> [ConditionAccount.Part] {
        guard case .expression(let program) = condition else { return [] }
        return parts(of: program)
    }

    /// What the parts of an expression came to; the whole of it is left out.
    func parts(of program: Program) -> [ConditionAccount.Part] {
        let whole = program.expression.reads
        var parts: [ConditionAccount.Part] = []
        for part in examination.explain(program).dropLast() where parts.count < Self.mostParts {
            let value = shown.text(of: part.value, reading: part.reads, in: whole, of: examination)
            let told = ConditionAccount.Part(text: part.text, value: value)
            if !parts.contains(told) { parts.append(told) }
        }
        return parts
    }
}
