/// What fixtures showed of one policy.
public struct PolicyCoverage: Sendable {
    /// The policy's id.
    public let policy: String
    /// The policy's version: `1.2.0`.
    public let version: String
    /// The name of the policy's file.
    public let file: String
    /// Everything that goes one way or another, in the order of the file.
    public internal(set) var points: [CoveragePoint]

    /// How many ways were seen.
    public var covered: Int { points.reduce(0) { $0 + $1.waysSeen } }

    /// How many ways there are.
    public var total: Int { points.reduce(0) { $0 + $1.ways } }

    /// The points of which something was never seen.
    public var uncovered: [CoveragePoint] { points.filter { !$0.missing.isEmpty } }
}
