import BylawText
import Foundation

/// Scans every text for some names, one call a text.
struct ScanMeasure {
    let data: ScanData
    let count: Int
    /// Whether as policies do by default, with all folds and word boundaries; else letter for letter, as other engines do.
    let isFolded: Bool
    let rounds: Int

    func run() throws {
        let names = try data.names(count)
        let before = residentMebibytes()
        let clock = ContinuousClock()
        var built: BylawText.Scanner?
        let building = clock.measure { built = scanner(names) }
        guard let scanner = built else { return }
        let after = residentMebibytes()
        var scan = TextScan()
        var texts = 0
        var matches = 0
        data.forEachText { text in
            scanner.scan(text, into: &scan)
            texts += scan.matches.isEmpty ? 0 : 1
            matches += scan.matches.count
        }
        let time = Rounds(rounds) { data.forEachText { scanner.scan($0, into: &scan) } }
        let megabytes = Double(data.size) / 1e6
        let milliseconds = Double(building.components.attoseconds) * 1e-15 + Double(building.components.seconds) * 1e3
        print(
            """
            {"scan":"bylaw \(isFolded ? "folded" : "exact")","names":\(count),\
            "mb_per_s":\(tenths(megabytes / time.median)),"mb_per_s_best":\(tenths(megabytes / time.least)),\
            "ns_per_text":\(tenths(time.median * 1e9 / Double(data.places.count))),"build_ms":\(tenths(milliseconds)),\
            "rss_delta_mb":\(tenths(after - before)),"peak_rss_mb":\(tenths(residentMebibytes("VmHWM:"))),\
            "texts_hit":\(texts),"matches":\(matches)}
            """)
    }

    private func scanner(_ names: [String]) -> BylawText.Scanner {
        let phrases = names.map { Phrase($0, boundary: isFolded ? .word : .none) }
        return Scanner([Lexicon(name: "names", phrases: phrases, profile: isFolded ? .default : [])])
    }
}

func tenths(_ number: Double) -> String { String(format: "%.1f", number) }
