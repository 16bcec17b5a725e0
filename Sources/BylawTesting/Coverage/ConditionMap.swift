import Bylaw
import BylawCEL
import BylawSource

/// Which points of a policy's coverage a condition has, in the shape of the condition.
struct ConditionMap {
    /// That of the whole; nil where the rule itself tells of it.
    var branch: Int?
    var items: [ConditionMap] = []
    var expression = ExpressionMap()
}

/// The same for an expression, by where its parts stand in its text.
struct ExpressionMap {
    var branches: [(range: SourceRange, point: Int)] = []
    var thresholds: [(parts: ExpressionParts.Threshold, point: Int)] = []
}

/// Finds the points of conditions.
struct ConditionMapper {
    let owner: String
    var points: [CoveragePoint]

    mutating func map(_ condition: ConditionSyntax, isBranch: Bool) -> ConditionMap {
        var map = ConditionMap()
        if isBranch, !condition.isTruthValue {
            map.branch = add(.branch, condition.shortText, at: condition.location)
        }
        if case .expression(let expression) = condition { map.expression = self.map(expression) }
        map.items = condition.items.map { self.map($0.condition, isBranch: true) }
        return map
    }

    mutating func map(_ expression: ExpressionSyntax) -> ExpressionMap {
        let parts = ExpressionParts(expression.text)
        var map = ExpressionMap()
        for range in parts.branches {
            map.branches.append((range, add(.branch, of: expression, range)))
        }
        for threshold in parts.thresholds {
            map.thresholds.append((threshold, add(.threshold, of: expression, threshold.range)))
        }
        return map
    }

    private mutating func add(
        _ kind: CoveragePoint.Kind, of expression: ExpressionSyntax, _ range: SourceRange
    ) -> Int {
        add(kind, expression.text(in: range).onOneLine, at: expression.location(of: range))
    }

    private mutating func add(_ kind: CoveragePoint.Kind, _ text: String, at location: SourceLocation) -> Int {
        points.append(CoveragePoint(kind, owner, text, at: location))
        return points.count - 1
    }
}

extension String {
    /// The text with every run of white space as one space.
    var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

extension ConditionSyntax {
    /// Whether it is `true` or `false`, as it is written.
    var isTruthValue: Bool {
        if case .expression(let expression) = self { ExpressionParts(expression.text).isConstant } else { false }
    }

    /// The expression, or how the parts are joined.
    fileprivate var shortText: String {
        switch self {
        case .expression(let expression): expression.text.onOneLine
        case .all(let items, _): "all of \(items.count)"
        case .any(let items, _): "any of \(items.count)"
        case .none(let items, _): "none of \(items.count)"
        case .atLeast(let count, of: let items, _): "at least \(count.value) of \(items.count)"
        }
    }
}
