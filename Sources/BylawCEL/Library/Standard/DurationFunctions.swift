/// A span of time in whole units, cut toward zero.
enum DurationFunctions {
    static let all = [
        whole("getHours", "hours", "The whole hours of a span of time.", secondsPerUnit: 3600),
        whole("getMinutes", "minutes", "The whole minutes of a span of time.", secondsPerUnit: 60),
        whole("getSeconds", "seconds", "The whole seconds of a span of time.", secondsPerUnit: 1),
        milliseconds,
    ]

    private static let milliseconds = Function(
        "getMilliseconds", "The thousandths of the last second of a span of time.",
        [
            .member("duration_to_milliseconds", .duration, .int) {
                guard case .duration(let duration) = $0 else { return .noSuchOverload("getMilliseconds", $0) }
                return .int(duration.towardZero.nanoseconds / 1_000_000)
            }
        ])

    private static func whole(_ name: String, _ id: String, _ documentation: String, secondsPerUnit: Int64) -> Function
    {
        Function(
            name, documentation,
            [
                .member("duration_to_\(id)", .duration, .int) {
                    guard case .duration(let duration) = $0 else { return .noSuchOverload(name, $0) }
                    return .int(duration.towardZero.seconds / secondsPerUnit)
                }
            ])
    }
}

extension DurationValue {
    /// Seconds and nanoseconds with the same sign.
    fileprivate var towardZero: (seconds: Int64, nanoseconds: Int64) {
        seconds < 0 && nanoseconds > 0
            ? (seconds + 1, Int64(nanoseconds) - 1_000_000_000) : (seconds, Int64(nanoseconds))
    }
}
