/// What reaches a rung of a ladder.
public enum Threshold: Sendable, Hashable {
    /// So many points.
    case points(Int)
    /// A single act that a rule calls severe, whatever the points.
    case severe
    /// Nothing yet: the act is answered with a warning in the place of points.
    case warning
    /// People imposed it by hand.
    case manual

    /// Reads a word: `severe`, `warning`, `manual`; nil for anything else.
    init?(word: String) {
        switch word {
        case "severe": self = .severe
        case "warning": self = .warning
        case "manual": self = .manual
        default: return nil
        }
    }

    /// The points that reach it; nil where it does not depend on points.
    public var points: Int? {
        if case .points(let points) = self { points } else { nil }
    }
}

extension Threshold: ExpressibleByIntegerLiteral {
    /// So many points.
    public init(integerLiteral points: Int) { self = .points(points) }
}

extension Threshold: CustomStringConvertible {
    /// The number of points, or the word.
    public var description: String {
        switch self {
        case .points(let points): String(points)
        case .severe: "severe"
        case .warning: "warning"
        case .manual: "manual"
        }
    }
}
