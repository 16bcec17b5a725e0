/// A time zone: a fixed offset from UTC, or a region's rules by its IANA name.
package enum Zone: Sendable {
    /// Seconds east of UTC.
    case fixed(Int)
    case region(ZoneRules)

    package static let utc = Zone.fixed(0)

    /// The zone that a text names: `Asia/Tokyo`, `UTC`, `+09:00`, `-7:30`, `09:00`; an empty text is UTC. Nothing
    /// where there is no such zone; the machine's own zone has no name here.
    package init?(_ name: String) {
        if name.isEmpty || name == "UTC" {
            self = .utc
        } else if let offset = Self.offset(name) {
            self = .fixed(offset)
        } else if Self.isRegionName(name), let rules = ZoneRules(name) {
            self = .region(rules)
        } else {
            return nil
        }
    }

    /// Seconds east of UTC at an instant.
    package func offset(at instant: TimestampValue) -> Int { offset(atSecondsSinceEpoch: instant.seconds) }

    func offset(atSecondsSinceEpoch seconds: Int64) -> Int {
        switch self {
        case .fixed(let offset): offset
        case .region(let rules): rules.offset(atSecondsSinceEpoch: seconds)
        }
    }

    /// The date and time that clocks in this zone show at an instant.
    package func civilTime(at instant: TimestampValue) -> CivilTime {
        CivilTime(secondsSinceEpoch: instant.seconds + Int64(offset(at: instant)))
    }

    /// Whether offsets depend on the time zone data, whose version is then part of what a decision rests on.
    package var usesZoneData: Bool {
        if case .region = self { true } else { false }
    }

    /// Seconds from `+09:00`, `-7:30` or `09:00`, up to a day.
    private static func offset(_ name: String) -> Int? {
        var name = name
        return name.withUTF8 { bytes in
            var scanner = DigitScanner(bytes)
            let isWest = scanner.skip("-")
            if !isWest { _ = scanner.skip("+") }
            guard let hours = scanner.number(atLeast: 1, atMost: 2), scanner.skip(":"),
                let minutes = scanner.number(atLeast: 2, atMost: 2), scanner.isAtEnd, hours < 24, minutes < 60
            else { return nil }
            return (hours * 3600 + minutes * 60) * (isWest ? -1 : 1)
        }
    }

    /// Names with a slash, and those without that the IANA database has. Abbreviations such as `PST` are refused: they
    /// mean different zones to different systems.
    private static func isRegionName(_ name: String) -> Bool {
        name.utf8.count <= 64 && (name.utf8.contains(UInt8(ascii: "/")) || namesWithoutSlash.contains(name))
    }

    private static let namesWithoutSlash: Set<String> = [
        "CET", "CST6CDT", "Cuba", "EET", "EST", "EST5EDT", "Egypt", "Eire", "GB", "GB-Eire", "GMT", "GMT+0", "GMT-0",
        "GMT0", "Greenwich",
        "HST", "Hongkong", "Iceland", "Iran", "Israel", "Jamaica", "Japan", "Kwajalein", "Libya", "MET", "MST",
        "MST7MDT", "NZ", "NZ-CHAT", "Navajo", "PRC", "PST8PDT", "Poland", "Portugal", "ROC", "ROK", "Singapore",
        "Turkey", "UCT", "Universal", "W-SU", "WET", "Zulu",
    ]
}
