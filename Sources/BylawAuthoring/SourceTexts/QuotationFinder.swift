import Bylaw
import BylawSource
import Foundation

/// Finds quotations in a text, byte for byte.
struct QuotationFinder {
    let bytes: Data

    /// Every occurrence, by UTF-8 offsets.
    func all(_ quotation: String) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        while let range = next(quotation, from: start) {
            found.append(range)
            start = range.upperBound
        }
        return found
    }

    /// The first occurrence at or behind an offset.
    func next(_ quotation: String, from start: Int = 0) -> Range<Int>? {
        guard !quotation.isEmpty, start <= bytes.count else { return nil }
        return bytes.range(of: Data(quotation.utf8), in: start..<bytes.count)
    }

    /// What an omission leaves out; where that does not stand in the text, it is reported.
    func ranges(
        of omission: SourceDocument.Omission, in file: SourceFile, _ problems: inout [Diagnostic]
    ) -> [Range<Int>] {
        func unmatched(_ words: Located<String>, _ where: String) {
            problems.append(
                Diagnostic(
                    "unmatched-omission", "this does not stand in `\(file.name)`\(`where`)", at: words.location,
                    help: "copy it from the text, word for word"))
        }
        switch omission.extent {
        case .quote(let quote):
            let found = all(quote.value)
            if found.isEmpty { unmatched(quote, "") }
            return found
        case .span(let from, let to):
            guard let first = next(from.value) else {
                unmatched(from, "")
                return []
            }
            guard let last = next(to.value, from: first.upperBound) else {
                unmatched(to, " behind `from`")
                return []
            }
            return [first.lowerBound..<last.upperBound]
        }
    }
}
