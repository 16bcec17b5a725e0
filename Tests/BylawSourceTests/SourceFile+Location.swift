import BylawSource

extension SourceFile {
    /// Where a part of the text stands first, found by its bytes; only its first bytes with a `length`.
    func location(of part: String, length: Int? = nil) -> SourceLocation {
        let part = Array(part.utf8)
        let start = bytes.indices.first { bytes[$0...].starts(with: part) } ?? bytes.count
        return SourceLocation(self, SourceRange(start, start + (length ?? part.count)))
    }
}
