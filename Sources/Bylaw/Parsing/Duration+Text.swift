package import BylawCEL

extension Duration {
    /// Reads a policy's duration: numbers with units, largest first or in any order (`72h`, `1h30m`, `14d`, `2w`).
    ///
    /// Units are CEL's (`h`, `m`, `s`, `ms`, `us`, `ns`) and `d` (24 h) and `w` (7 d). Decimals are allowed. Nil for
    /// anything else, and beyond 10,000 years.
    package init?(policyText text: String) {
        let bytes = Array(text.utf8)
        var index = 0
        var nanoseconds: Int128 = 0
        guard !bytes.isEmpty else { return nil }
        while index < bytes.count {
            var digits: Int128 = 0
            var scale: Int128 = 1
            var digitCount = 0
            var isFraction = false
            while index < bytes.count {
                if bytes[index] == UInt8(ascii: "."), !isFraction {
                    isFraction = true
                } else if (0x30...0x39).contains(bytes[index]) {
                    digits = digits * 10 + Int128(bytes[index] - 0x30)
                    if isFraction { scale *= 10 }
                    digitCount += 1
                    guard digitCount <= 18 else { return nil }
                } else {
                    break
                }
                index += 1
            }
            let start = index
            while index < bytes.count, (0x61...0x7A).contains(bytes[index]) { index += 1 }
            guard digitCount > 0, let unit = Self.units[String(decoding: bytes[start..<index], as: UTF8.self)] else {
                return nil
            }
            nanoseconds += digits * unit / scale
            guard nanoseconds <= Self.limit else { return nil }
        }
        self = .seconds(Int64(nanoseconds / 1_000_000_000)) + .nanoseconds(Int64(nanoseconds % 1_000_000_000))
    }

    /// Ten thousand years, in nanoseconds.
    private static let limit: Int128 = 315_576_000_000 * 1_000_000_000

    private static let units: [String: Int128] = [
        "ns": 1, "us": 1_000, "ms": 1_000_000, "s": 1_000_000_000, "m": 60_000_000_000,
        "h": 3_600_000_000_000, "d": 86_400_000_000_000, "w": 604_800_000_000_000,
    ]

    /// The duration in the largest units that say it without decimals: `14d`, `1h30m`.
    package var policyText: String {
        let (seconds, attoseconds) = components
        var rest = seconds
        var text = ""
        for (unit, size) in [("d", Int64(86_400)), ("h", 3_600), ("m", 60)] where rest >= size {
            text += "\(rest / size)\(unit)"
            rest %= size
        }
        if rest > 0 { text += "\(rest)s" }
        if attoseconds > 0 { text += "\(attoseconds / 1_000_000_000)ns" }
        return text.isEmpty ? "0s" : text
    }
}

extension DurationValue {
    /// A duration with the units that policies have beside the condition language's own: `14d`, `2w`.
    package init?(policyText text: String) {
        guard let duration = Duration(policyText: text) else { return nil }
        let (seconds, attoseconds) = duration.components
        self.init(seconds: seconds, nanoseconds: Int32(attoseconds / 1_000_000_000))
    }
}
