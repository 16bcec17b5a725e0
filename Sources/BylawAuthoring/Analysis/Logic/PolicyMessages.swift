import Bylaw
import BylawSource

extension PolicySyntax {
    /// Everything that the policy tells people, with the actions that it is about.
    var messages: [(message: MessageSyntax, actions: [String])] {
        var messages: [(message: MessageSyntax, actions: [String])] = []
        for rule in rules.map(\.value) {
            let actions = rule.on.map(\.value)
            switch rule.trigger {
            case .when(let condition), .require(let condition):
                messages += (condition.mends + rule.consequence.messages).map { ($0, actions) }
            }
        }
        for label in labels.map(\.value) {
            let consequences = [label.ifMissing, label.ifContradicted, label.ifUnsupported].compactMap(\.self)
            messages += consequences.flatMap(\.messages).map { ($0, []) }
        }
        return messages + softeners.flatMap { $0.value.consequence.messages.map { ($0, []) } }
    }
}

extension ConsequenceSyntax {
    /// What it tells people.
    var messages: [MessageSyntax] { [says, mend, asks].compactMap(\.self) }
}

extension ConditionSyntax {
    fileprivate var mends: [MessageSyntax] {
        items.flatMap { ($0.mend.map { [$0] } ?? []) + $0.condition.mends }
    }
}
