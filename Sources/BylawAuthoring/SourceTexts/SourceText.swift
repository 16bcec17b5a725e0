package import Bylaw
import BylawSource
import Foundation

/// A published text, sentence by sentence, with what became of each.
package struct SourceText: Sendable {
    package struct Sentence: Sendable {
        package let text: String
        /// From 1.
        package let line: Int
        /// The rules that quote some of it.
        package let quotes: [RuleQuote]
        /// What leaves some of it out.
        package let omissions: [SourceDocument.Omission]
        package let fate: Fate
    }

    /// What became of a sentence.
    package enum Fate: String, Sendable {
        case quoted, omitted, unaccounted
    }

    package let document: SourceDocument
    package let sentences: [Sentence]

    /// So much of a text is read: a book has about a megabyte.
    private static let maximumBytes = 16 << 20

    /// Nil where the text cannot be read, which is reported.
    init?(
        _ document: SourceDocument, quotes: [RuleQuote], in folder: URL, problems: inout [Diagnostic]
    ) {
        guard let file = Self.read(document, in: folder, &problems) else { return nil }
        let bytes = Data(file.bytes)
        guard let text = String(validating: file.bytes, as: UTF8.self) else {
            problems.append(
                Diagnostic("invalid-utf8", "`\(file.name)` is not UTF-8", at: document.file.location))
            return nil
        }
        let ranges = Sentences(text).all.map { range in
            let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
            return start..<start + text.utf8.distance(from: range.lowerBound, to: range.upperBound)
        }
        let finder = QuotationFinder(bytes: bytes)
        let quoted = quotes.map { (quote: $0, ranges: finder.all($0.quote)) }
        for (quote, found) in quoted where found.isEmpty {
            problems.append(
                Diagnostic(
                    "not-verbatim", "this does not stand in `\(file.name)`", at: quote.location,
                    help: Spelling.suggestion(
                        for: quote.quote,
                        in: ranges.lazy.map { file.text(in: SourceRange($0.lowerBound, $0.upperBound)) })))
        }
        let omitted = document.omissions.map { omission in
            (omission: omission, ranges: finder.ranges(of: omission, in: file, &problems))
        }
        self.document = document
        sentences = ranges.map { range in
            let place = SourceRange(range.lowerBound, range.upperBound)
            let quotes = quoted.filter { $0.ranges.contains { $0.overlaps(range) } }.map(\.quote)
            let leaving = omitted.filter { $0.ranges.contains { $0.overlaps(range) } }
            let isOmitted = Self.covers(leaving.flatMap(\.ranges), range, bytes)
            return Sentence(
                text: file.text(in: place), line: file.position(at: range.lowerBound).line, quotes: quotes,
                omissions: leaving.map(\.omission),
                fate: !quotes.isEmpty ? .quoted : isOmitted ? .omitted : .unaccounted)
        }
        for (sentence, range) in zip(sentences, ranges) where sentence.fate == .unaccounted {
            problems.append(
                Diagnostic(
                    "unaccounted-sentence", "no rule quotes this sentence, and nothing says why",
                    at: SourceLocation(file, SourceRange(range.lowerBound, range.upperBound)),
                    help: "quote it in a rule, or list it under `omits`"))
        }
    }

    /// How many sentences came to that.
    package func count(_ fate: Fate) -> Int { sentences.count { $0.fate == fate } }

    private static func read(
        _ document: SourceDocument, in folder: URL, _ problems: inout [Diagnostic]
    ) -> SourceFile? {
        let name = document.file.value
        let url = folder.appending(path: name)
        let values = try? url.resolvingSymlinksInPath().resourceValues(forKeys: [.isRegularFileKey, .fileSizeKey])
        func fail(_ code: String, _ message: String) -> SourceFile? {
            problems.append(Diagnostic(code, message, at: document.file.location))
            return nil
        }
        guard let values else { return fail("missing-file", "the folder of texts has no file `\(name)`") }
        // A pipe or device has no size to check and might never end.
        guard values.isRegularFile == true else { return fail("unreadable", "`\(name)` is not a file") }
        guard values.fileSize ?? .max <= maximumBytes else {
            return fail("file-too-large", "`\(name)` is larger than \(maximumBytes) bytes")
        }
        guard let data = try? Data(contentsOf: url) else { return fail("unreadable", "`\(name)` cannot be read") }
        return SourceFile(name: name, bytes: Array(data))
    }

    /// Whether all that is said in a sentence lies in some of the ranges: marks and spaces may be left over.
    private static func covers(_ ranges: [Range<Int>], _ sentence: Range<Int>, _ bytes: Data) -> Bool {
        var rest = [sentence]
        for range in ranges {
            rest = rest.flatMap { part -> [Range<Int>] in
                guard part.overlaps(range) else { return [part] }
                let before = part.lowerBound..<max(part.lowerBound, range.lowerBound)
                let behind = min(part.upperBound, range.upperBound)..<part.upperBound
                return [before, behind].filter { !$0.isEmpty }
            }
        }
        return rest.allSatisfy { part in
            !String(decoding: bytes[part], as: UTF8.self).unicodeScalars.contains(where: \.isMeaning)
        }
    }
}
