import BylawText
import Foundation

/// Scans texts in which names begin everywhere, and the same ten times as long: that takes ten times as long.
struct HostileMeasure {
    private static let length = 400_000

    let rounds: Int

    func run() {
        let part = String(repeating: "ab", count: 500)
        let phrases = (1...200).map { Phrase(part.prefix($0 * 5) + "c", boundary: .none) }
        for (kind, profile) in [("folded", FoldProfile.default), ("exact", [])] {
            let scanner = Scanner([Lexicon(name: "names", phrases: phrases, profile: profile)])
            for (name, piece) in [
                ("beginnings", "ab"), ("separators", "a . "), ("marks", "e\u{301}\u{323}"), ("entities", "&amp"),
            ] {
                let short = seconds(scanner, piece, Self.length)
                let long = seconds(scanner, piece, Self.length * 10)
                print(
                    """
                    {"hostile":"\(name), \(kind)","bytes":\(Self.length),"us":\(tenths(short * 1e6)),\
                    "us_ten_times_as_long":\(tenths(long * 1e6)),"ratio":\(tenths(long / short))}
                    """)
            }
        }
    }

    private func seconds(_ scanner: BylawText.Scanner, _ piece: String, _ length: Int) -> Double {
        let text = Array(String(repeating: piece, count: length / piece.utf8.count).utf8)
        var scan = TextScan()
        return Rounds(rounds) { text.withUnsafeBufferPointer { scanner.scan($0, into: &scan) } }.least
    }
}
