/// The parts of an instant, in UTC or in the time zone that is given: `+09:00` or `Asia/Tokyo`.
enum TimestampFunctions {
    static let all = [
        part("getFullYear", "year", "The year.") { $0.year },
        part("getMonth", "month", "The month, from 0 for January.") { Int64($0.month - 1) },
        part("getDate", "day_of_month_1_based", "The day of the month, from 1.") { Int64($0.day) },
        part("getDayOfMonth", "day_of_month", "The day of the month, from 0.") { Int64($0.day - 1) },
        part("getDayOfWeek", "day_of_week", "The day of the week, from 0 for Sunday.") { Int64($0.dayOfWeek) },
        part("getDayOfYear", "day_of_year", "The day of the year, from 0.") { Int64($0.dayOfYear) },
        part("getHours", "hours", "The hour, from 0 to 23.") { Int64($0.hour) },
        part("getMinutes", "minutes", "The minute.") { Int64($0.minute) },
        part("getSeconds", "seconds", "The second.") { Int64($0.second) },
        milliseconds,
    ]

    private static let milliseconds = Function(
        "getMilliseconds", "The thousandths of the second.",
        overloads("getMilliseconds", "milliseconds") { instant, _ in Int64(instant.nanoseconds / 1_000_000) })

    private static func part(
        _ name: String, _ id: String, _ documentation: String, _ part: @escaping @Sendable (CivilTime) -> Int64
    ) -> Function {
        Function(name, documentation, overloads(name, id) { part($1.civilTime(at: $0)) })
    }

    private static func overloads(
        _ name: String, _ id: String, _ part: @escaping @Sendable (TimestampValue, Zone) -> Int64
    ) -> [Overload] {
        @Sendable func evaluate(_ value: Value, _ zone: Zone) -> Value? {
            if case .timestamp(let instant) = value { .int(part(instant, zone)) } else { nil }
        }
        let preparation = Preparation(argument: 1) { literal in
            guard case .string(let zoneName) = literal else { return .failure(.noSuchOverload(name, literal)) }
            guard let zone = Zone(String(zoneName)) else { return .failure(unknownZone) }
            return .success(.binary { evaluate($0, zone) ?? .noSuchOverload(name, $0, $1) })
        }
        return [
            .member("timestamp_to_\(id)", .timestamp, .int) { evaluate($0, .utc) ?? .noSuchOverload(name, $0) },
            Overload(
                "timestamp_to_\(id)_with_tz", isMember: true, [.timestamp, .string], .int,
                .binary { instant, zoneName in
                    guard case .string(let text) = zoneName else { return .noSuchOverload(name, instant, zoneName) }
                    guard let zone = Zone(String(text)) else { return .error(unknownZone) }
                    return evaluate(instant, zone) ?? .noSuchOverload(name, instant, zoneName)
                },
                preparation: preparation),
        ]
    }

    private static let unknownZone = EvaluationError(.invalidArgument, "there is no such time zone")
}
