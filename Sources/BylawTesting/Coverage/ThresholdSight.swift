import BylawCEL

/// Whether a comparison was at its threshold when it was evaluated.
///
/// A threshold is reached where the comparison holds by the nearest value that makes it hold, and just missed where it
/// fails by the nearest that makes it fail. Of `points >= 3` these are 3 and 2, of `points > 3` they are 4 and 3. Times and
/// durations are near within a second on either side. Numbers with a fraction are near within one in the last place in
/// which the constant is written: of `score >= 2.5`, 2.5 reaches it and anything from 2.4 just misses it.
struct ThresholdSight {
    let threshold: ExpressionParts.Threshold

    /// Whether two values are as near to one another as can be, given that the comparison holds or fails.
    func isNear(_ left: Value, _ right: Value, holds: Bool) -> Bool {
        switch (left, right) {
        case (.int(let a), .int(let b)): isNear(a, b, holds)
        case (.uint(let a), .uint(let b)): isNear(a, b, holds)
        case (.timestamp(let a), .timestamp(let b)):
            Self.isWithinSecond((a.seconds, a.nanoseconds), (b.seconds, b.nanoseconds))
        case (.duration(let a), .duration(let b)):
            Self.isWithinSecond((a.seconds, a.nanoseconds), (b.seconds, b.nanoseconds))
        default:
            if let a = left.number, let b = right.number { isNear(a, b, holds) } else { false }
        }
    }

    /// Whether the two sides are equal where the threshold lies on this side of the comparison.
    private func includesEqual(_ holds: Bool) -> Bool {
        let isInclusive = threshold.operation == .lessOrEqual || threshold.operation == .greaterOrEqual
        return isInclusive == holds
    }

    private func isNear<Number: FixedWidthInteger>(_ a: Number, _ b: Number, _ holds: Bool) -> Bool {
        if includesEqual(holds) { return a == b }
        let (difference, overflows) = max(a, b).subtractingReportingOverflow(min(a, b))
        return !overflows && difference == 1
    }

    private func isNear(_ a: Double, _ b: Double, _ holds: Bool) -> Bool {
        if includesEqual(holds) { return a == b }
        // What is written in decimals is not quite what is stored.
        return abs(a - b) <= threshold.step * 1.000_001
    }

    private static func isWithinSecond(_ a: (Int64, Int32), _ b: (Int64, Int32)) -> Bool {
        let (first, second) = a < b ? (a, b) : (b, a)
        return (second.0 - first.0, second.1) <= (1, first.1)
    }
}

extension Value {
    fileprivate var number: Double? {
        switch self {
        case .int(let value): Double(value)
        case .uint(let value): Double(value)
        case .double(let value): value
        default: nil
        }
    }
}

extension Syntax {
    /// The value of a number that is written out.
    var literalNumber: Value? {
        switch kind {
        case .literal(.int(let value)): .int(value)
        case .literal(.uint(let value)): .uint(value)
        case .literal(.double(let value)): .double(value)
        default: nil
        }
    }
}
