/// Which policies may judge an action: a community of many policies does not ask each of them about each request.
struct PolicyIndex: Sendable {
    /// The policies that judge every action, ascending.
    private let general: [Int]
    /// For each action that policies name, those that judge it and those that judge every action, ascending.
    private let byAction: [ExactText: [Int]]

    init(_ plans: [PolicyPlan]) {
        var named: [ExactText: [Int]] = [:]
        var general: [Int] = []
        for (index, plan) in plans.enumerated() {
            let actions = Set(plan.policy.schema.actions.map { ExactText($0.kind) })
            if actions.isEmpty { general.append(index) }
            for action in actions { named[action, default: []].append(index) }
        }
        self.general = general
        byAction = named.mapValues { ($0 + general).sorted() }
    }

    /// The policies that judge an action, ascending, whatever else they ask of a request.
    func forEachCandidate(for action: String, _ body: (Int) -> Void) {
        let candidates = byAction.isEmpty ? general : byAction[ExactText(action)] ?? general
        for index in candidates { body(index) }
    }
}
