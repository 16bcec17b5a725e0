package import BylawSource

/// The phrases of a file.
///
/// A text file has one phrase a line; what follows a tab is a note, such as the reason why the phrase is there. Lines that
/// start with `#` are comments (`\#` starts a phrase with that sign); empty lines say nothing.
///
/// A file whose name ends in `.tsv` is a table instead, with names in its first line. The column `name` (or `phrase`) has the
/// phrase; `aliases`, if there, has others for the same thing, parted by `|`; all other columns are notes.
package struct LexiconFile: Sendable {
    /// How many phrases a file may have.
    package static let maximumCount = 1_000_000

    package private(set) var phrases: [Phrase] = []
    /// What is wrong with the file. With an error in it ``phrases`` is not to be used.
    package private(set) var diagnostics: [Diagnostic] = []

    private let file: SourceFile
    private let boundary: Phrase.Boundary
    private let anchors: Phrase.Anchors
    private let isCaseSensitive: Bool

    /// Reads a file; all its phrases are looked for in the same way.
    package init(
        _ file: SourceFile, boundary: Phrase.Boundary = .word, anchors: Phrase.Anchors = [],
        isCaseSensitive: Bool = false
    ) {
        self.file = file
        self.boundary = boundary
        self.anchors = anchors
        self.isCaseSensitive = isCaseSensitive
        if file.name.utf8.suffix(4).elementsEqual(".tsv".utf8) { readTable() } else { readLines() }
    }

    private mutating func readLines() {
        for line in 1...file.lineCount {
            let range = file.range(ofLine: line)
            guard let text = text(in: range) else { return }
            if text.utf8.first == UInt8(ascii: "#") { continue }
            let phrase = text.unicodeScalars.prefix { $0 != "\t" }
            let isEscaped = phrase.starts(with: "\\#".unicodeScalars)
            guard add(String(isEscaped ? phrase.dropFirst() : phrase[...]), nil, range) else { return }
        }
    }

    private mutating func readTable() {
        guard let header = text(in: file.range(ofLine: 1)) else { return }
        let columns = Self.fields(header)
        guard let name = columns.firstIndex(where: { $0 == "name" || $0 == "phrase" }) else {
            report("missing-column", "the first line names no column `name`", file.range(ofLine: 1))
            return
        }
        let aliases = columns.firstIndex { $0 == "aliases" }
        for line in 1...file.lineCount where line > 1 {
            let range = file.range(ofLine: line)
            guard let text = text(in: range) else { return }
            let fields = Self.fields(text)
            guard name < fields.count else {
                if range.isEmpty { continue }
                report("missing-field", "the line ends before the column `\(columns[name])`", range)
                continue
            }
            guard add(fields[name], fields[name], range) else { return }
            guard let aliases, aliases < fields.count else { continue }
            for alias in fields[aliases].unicodeScalars.split(separator: "|") {
                guard add(String(alias), fields[name], range) else { return }
            }
        }
    }

    /// Adds a phrase, unless it is blank. Whether more may follow.
    private mutating func add(_ text: String, _ entity: String?, _ range: SourceRange) -> Bool {
        let isBlank = text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
        if isBlank { return true }
        guard phrases.count < Self.maximumCount else {
            report("too-many-phrases", "a lexicon has at most \(Self.maximumCount) phrases", range)
            return false
        }
        phrases.append(
            Phrase(text, boundary: boundary, anchors: anchors, isCaseSensitive: isCaseSensitive, entity: entity))
        return true
    }

    /// The text in a range, or nil, reported, where it is not UTF-8.
    private mutating func text(in range: SourceRange) -> String? {
        let bytes = file.bytes[range.start..<range.end]
        // A byte order mark is no part of the first phrase.
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = String(
            validating: range.start == 0 && bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes, as: UTF8.self)
        if text == nil { report("not-utf8", "the line is not UTF-8", range) }
        return text
    }

    private mutating func report(_ code: String, _ message: String, _ range: SourceRange) {
        diagnostics.append(Diagnostic(code, message, at: SourceLocation(file, range)))
    }

    private static func fields(_ line: String) -> [String] {
        line.unicodeScalars.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
    }
}
