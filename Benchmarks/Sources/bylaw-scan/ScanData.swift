import Foundation

/// The texts and names of the scan, as other engines get them.
struct ScanData {
    private let folder: URL
    /// All texts in one piece.
    private let bytes: [UInt8]
    /// Where each text lies in it.
    let places: [Range<Int>]

    /// How many bytes are scanned, line ends included.
    var size: Int { bytes.count }

    init(folder: URL) throws {
        self.folder = folder
        bytes = Array(try Data(contentsOf: folder.appending(path: "scan_texts.txt")))
        var places: [Range<Int>] = []
        var start = 0
        for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
            places.append(start..<index)
            start = index + 1
        }
        self.places = places
    }

    func names(_ count: Int) throws -> [String] {
        try String(contentsOf: folder.appending(path: "names_\(count).txt"), encoding: .utf8)
            .split(separator: "\n").map(String.init)
    }

    /// Lends each text.
    func forEachText(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        bytes.withUnsafeBufferPointer { bytes in
            for place in places { body(UnsafeBufferPointer(rebasing: bytes[place])) }
        }
    }

    /// The text at a place.
    func text(_ place: Range<Int>) -> [UInt8] { Array(bytes[place]) }
}

/// Median and least of some rounds, in seconds.
struct Rounds {
    let median: Double
    let least: Double

    init(_ count: Int, _ body: () -> Void) {
        let clock = ContinuousClock()
        let times = (0..<max(1, count)).map { _ in
            let time = clock.measure(body).components
            return Double(time.seconds) + Double(time.attoseconds) * 1e-18
        }
        .sorted()
        (median, least) = (times[times.count / 2], times[0])
    }
}

/// What the process occupies and occupied at most, in MiB; 0 where the system does not say.
func residentMebibytes(_ field: String = "VmRSS:") -> Double {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
        let line = status.split(separator: "\n").first(where: { $0.hasPrefix(field) }),
        let number = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first
    else { return 0 }
    return (Double(number) ?? 0) / 1024
}
