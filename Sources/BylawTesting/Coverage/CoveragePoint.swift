public import BylawSource

/// Something in a policy that goes one way or another, and that fixtures ought to see go both.
public struct CoveragePoint: Sendable {
    /// What it is.
    public enum Kind: String, Sendable, CaseIterable {
        /// A rule fires where it matches; one that is about another action, or cannot be evaluated, does neither.
        case rule
        /// A softener is asked for the rules that it lists alone, where they match.
        case softener
        /// A mask fires where it finds something.
        case mask
        /// A part of a condition.
        case branch
        /// A comparison with a constant or with the standing's points: reached by the nearest value that holds, just missed
        /// by the nearest that does not; for times and durations within a second.
        case threshold
        /// A rung of a ladder: reached by points that are exactly its own, just missed by one point fewer.
        case rung
        /// A tally's window: reached where a point counts in the last second in which it does, just missed where it no
        /// longer counts within a second after that.
        case window
    }

    /// What it is.
    public let kind: Kind
    /// The rule, softener, mask, label, let or tally that it stands in.
    public let owner: String
    /// The part of a condition, as it is written; the owner's name where it is the whole.
    public let text: String
    /// Where it stands in the policy.
    public let location: SourceLocation
    /// Whether it can only go the first way: a condition that is written `true`.
    let isOneWay: Bool
    private(set) var wentFirstWay = false
    private(set) var wentSecondWay = false

    init(_ kind: Kind, _ owner: String, _ text: String? = nil, at location: SourceLocation, isOneWay: Bool = false) {
        self.kind = kind
        self.owner = owner
        self.text = text ?? owner
        self.location = location
        self.isOneWay = isOneWay
    }

    mutating func see(_ firstWay: Bool) {
        if firstWay { wentFirstWay = true } else { wentSecondWay = true }
    }

    mutating func add(_ other: CoveragePoint) {
        wentFirstWay = wentFirstWay || other.wentFirstWay
        wentSecondWay = wentSecondWay || other.wentSecondWay
    }

    /// How many ways there are.
    var ways: Int { isOneWay ? 1 : 2 }

    /// How many of them were seen.
    var waysSeen: Int { (wentFirstWay ? 1 : 0) + (!isOneWay && wentSecondWay ? 1 : 0) }

    /// What no case shows: `fired`, `silent`, `true`, `false`, `reached` or `just missed`.
    public var missing: [String] {
        let words =
            switch kind {
            case .rule, .softener, .mask: ["fired", "silent"]
            case .branch: ["true", "false"]
            case .threshold, .rung, .window: ["reached", "just missed"]
            }
        return (wentFirstWay ? [] : [words[0]]) + (wentSecondWay || isOneWay ? [] : [words[1]])
    }

    /// What it is, in words: `` rule `private-circle` ``.
    var name: String {
        switch kind {
        case .rule, .softener, .mask: "\(kind.rawValue) `\(owner)`"
        case .branch where text == owner: "`\(text)`"
        case .branch, .threshold: "`\(text)` in `\(owner)`"
        case .rung, .window: "\(text) of `\(owner)`"
        }
    }
}
