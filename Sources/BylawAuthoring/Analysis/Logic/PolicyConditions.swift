import Bylaw
import BylawCEL
import BylawSource

/// The conditions of one policy as formulas over one table of terms.
struct PolicyConditions: Sendable {
    struct Rule: Sendable {
        let name: String
        /// The condition as it is written.
        let written: ConditionPart
        /// When the rule is triggered: what is written, or its negation for `require`.
        let trigger: Formula
        let unless: ConditionPart?

        /// When the rule matches. An exemption that cannot be evaluated never exempts.
        var matches: Formula { unless.map { .all([trigger, .not($0.formula)]) } ?? trigger }
    }

    struct Softener: Sendable {
        let condition: ConditionPart
        let rules: [Located<String>]
    }

    private(set) var lets: [(name: String, part: ConditionPart)] = []
    private(set) var rules: [Rule] = []
    private(set) var softeners: [Softener] = []
    /// The conditions of labels.
    private(set) var others: [ConditionPart] = []
    private var terms = TermTable()

    /// - Parameter opaque: Lets that are not looked into.
    init(_ policy: AnalysedSet.Policy, opaque: Set<String> = []) {
        let (syntax, schema) = (policy.syntax, policy.checked.schema)
        for binding in syntax.vocabulary.lets {
            guard case .bool? = policy.checked.lets.named(binding.name.value)?.type else { continue }
            let part = read(syntax, schema, [], opaque) { $0.read(binding.value) }
            lets.append((binding.name.value, part))
        }
        for rule in syntax.rules {
            let actions = rule.value.on.map(\.value)
            let condition: ConditionSyntax
            let isNegated: Bool
            switch rule.value.trigger {
            case .when(let written): (condition, isNegated) = (written, false)
            case .require(let written): (condition, isNegated) = (written, true)
            }
            let written = read(syntax, schema, actions, opaque) { $0.read(condition) }
            let unless = rule.value.unless.map { unless in
                read(syntax, schema, actions, opaque) { $0.read(unless) }
            }
            rules.append(
                Rule(
                    name: rule.name.value, written: written,
                    trigger: isNegated ? .not(written.formula) : written.formula, unless: unless))
        }
        for softener in syntax.softeners {
            let condition = read(syntax, schema, [], opaque) { $0.read(softener.value.when) }
            softeners.append(Softener(condition: condition, rules: softener.value.rules))
        }
        for label in syntax.labels {
            for condition in label.value.infer.map(\.value) + label.value.evidence.map(\.value) {
                others.append(read(syntax, schema, [], opaque) { $0.read(condition) })
            }
        }
    }

    var search: WorldSearch { WorldSearch(terms: terms) }

    private mutating func read(
        _ syntax: PolicySyntax, _ schema: RequestSchema, _ actions: [String], _ opaque: Set<String>,
        _ body: (inout ConditionReader) -> ConditionPart
    ) -> ConditionPart {
        var reader = ConditionReader(syntax, schema, actions: actions, opaque: opaque, terms: terms)
        defer { terms = reader.table }
        return body(&reader)
    }
}
