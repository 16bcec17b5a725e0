package import BylawPattern

extension Pattern {
    /// The group that says what of a match is found, where a pattern has one: `(?P<found>[A-Z]+)社`. RE2 has no look-ahead,
    /// so that what must stand beside a name can only be matched along with it.
    package static let foundGroup = "found"

    /// What the pattern finds: its matches, or of each the group ``foundGroup`` where the pattern has one.
    package func places(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        let group = groupNames.firstIndex { $0.map { $0.utf8.elementsEqual(Self.foundGroup.utf8) } ?? false }
        guard let group else { return allSpans(in: text) }
        return allMatches(in: text).compactMap { $0.groups[group] }
    }
}
