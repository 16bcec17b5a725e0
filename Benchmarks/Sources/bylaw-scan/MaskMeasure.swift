import BylawText
import Foundation

/// Masks texts by one mask with many names: texts that have none, and texts that have some.
struct MaskMeasure {
    private static let sampleSize = 1_000

    let data: ScanData
    let count: Int
    let rounds: Int

    func run() throws {
        let phrases = try data.names(count).map { Phrase($0) }
        let scanner = Scanner([Lexicon(name: "names", phrases: phrases)])
        let texts = data.places.prefix(20_000).map(data.text)
        let hits = texts.map { text in
            var scan = TextScan()
            text.withUnsafeBufferPointer { scanner.scan($0, into: &scan) }
            return !scan.matches.isEmpty
        }
        for (kind, wanted) in [("no name", false), ("some names", true)] {
            let sample = zip(texts, hits).filter { $0.1 == wanted }.prefix(Self.sampleSize).map(\.0)
            for (name, replacement) in [
                ("text", MaskReplacement.text("(name)")), ("redact", .redact), ("number", .number(template: "{A}社")),
            ] {
                let masker = Masker([MaskRule(name: "m", lexicons: [0], replacement: replacement)], scanner: scanner)
                measure(sample, masker, kind, name)
            }
        }
    }

    private func measure(_ texts: [[UInt8]], _ masker: Masker, _ kind: String, _ replacement: String) {
        let bytes = texts.reduce(0) { $0 + $1.count }
        var spans = 0
        let session = MaskSession(masker, values: [])
        let kept = Rounds(rounds) {
            spans = 0
            for text in texts {
                text.withUnsafeBufferPointer { spans += session.mask($0, rules: [0]).spans.count }
            }
        }
        let fresh = Rounds(rounds) {
            for text in texts {
                let session = MaskSession(masker, values: [])
                text.withUnsafeBufferPointer { spans += session.mask($0, rules: [0]).spans.count }
            }
        }
        let each = { (seconds: Double) in String(format: "%.2f", seconds * 1e6 / Double(max(1, texts.count))) }
        print(
            """
            {"mask":"\(kind), \(replacement)","names":\(count),"texts":\(texts.count),"bytes_per_text":\
            \(bytes / max(1, texts.count)),"us_per_text":\(each(kept.median)),"us_per_text_best":\(each(kept.least)),\
            "us_with_new_session":\(each(fresh.median))}
            """)
    }
}
