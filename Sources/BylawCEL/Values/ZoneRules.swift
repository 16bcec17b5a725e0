// The one file of the engine that imports Foundation: its time zones carry the IANA data with them.
private import Foundation

#if canImport(FoundationInternationalization)
    // On Linux named zones are answered by ICU, which a static binary leaves out unless something asks for it.
    private import FoundationInternationalization
#endif

/// The offsets of a region through history, from the IANA time zone data that comes with Foundation.
package struct ZoneRules: Sendable {
    private let zone: TimeZone

    /// The rules of the region with that IANA name, exactly as it is written; nothing where there is none.
    init?(_ name: String) {
        guard let zone = TimeZone(identifier: name) else { return nil }
        self.zone = zone
    }

    /// Seconds east of UTC at an instant.
    package func offset(atSecondsSinceEpoch seconds: Int64) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
    }

    /// The version of the time zone data: `2025b`.
    package static var dataVersion: String { TimeZone.timeZoneDataVersion }
}
