import Bylaw
import BylawCEL

/// A condition as text, laid out as a policy writes it.
enum ConditionText {
    static func of(_ condition: CheckedCondition) -> String { lines(condition).joined(separator: "\n") }

    private static func lines(_ condition: CheckedCondition) -> [String] {
        switch condition {
        case .expression(let expression):
            expression.text.split(whereSeparator: \.isNewline).map(String.init)
        case .all(let items): ["all:"] + list(items)
        case .any(let items): ["any:"] + list(items)
        case .none(let items): ["none:"] + list(items)
        case .atLeast(let count, let items): ["at-least: \(count)", "of:"] + list(items)
        }
    }

    private static func list(_ items: [CheckedCondition.Item]) -> [String] {
        items.flatMap { item in
            let inner = lines(item.condition)
            let head = item.name.map { "  \($0): " } ?? "  - "
            guard inner.count > 1 else { return [head + (inner.first ?? "")] }
            return item.name == nil
                ? [head + inner[0]] + inner.dropFirst().map { "    " + $0 }
                : [head] + inner.map { "    " + $0 }
        }
    }
}
