extension Lexicon {
    /// Words that may stand directly before or after a phrase and belong to it, with or without separators between.
    package struct Affixes: Sendable {
        /// Before it: `株式会社`, `(株)`, `ООО`.
        package var prefixes: [String]
        /// After it: `株式会社`, `社`, `GmbH`, `Inc.`
        package var suffixes: [String]
        /// Whether a phrase that is written with one is found without it too, if enough of it is left.
        package var areOptional: Bool

        package init(prefixes: [String] = [], suffixes: [String] = [], areOptional: Bool = true) {
            self.prefixes = prefixes
            self.suffixes = suffixes
            self.areOptional = areOptional
        }

        package var isEmpty: Bool { prefixes.isEmpty && suffixes.isEmpty }
    }
}

extension Lexicon.Affixes {
    /// The least that must be left of a name without its affixes, in scalars: in scripts without spaces, and in others.
    private static let leastUnspaced = 2
    private static let leastSpaced = 3

    /// A phrase without the longest prefix and the longest suffix that it starts and ends with, or nil if it has none or too
    /// little would be left. Affixes are compared letter for letter.
    func stripped(_ phrase: String) -> String? {
        if isEmpty { return nil }
        let whole = Array(phrase.unicodeScalars)[...]
        var rest = Self.trimmed(whole)
        let prefix = prefixes.map { Array($0.unicodeScalars) }.filter { rest.starts(with: $0) }.map(\.count).max() ?? 0
        rest = Self.trimmed(rest.dropFirst(Self.parts(rest, at: prefix) ? prefix : 0))
        let suffix =
            suffixes.map { Array($0.unicodeScalars) }.filter { rest.reversed().starts(with: $0.reversed()) }
            .map(\.count).max() ?? 0
        rest = Self.trimmed(rest.dropLast(Self.parts(rest, at: rest.count - suffix) ? suffix : 0))
        guard rest.count < Self.trimmed(whole).count, let first = rest.first else { return nil }
        let isUnspaced = FoldTable.shared.record(first.value).traits.contains(.unspaced)
        guard rest.count >= (isUnspaced ? Self.leastUnspaced : Self.leastSpaced) else { return nil }
        var core = ""
        core.unicodeScalars.append(contentsOf: rest)
        return core
    }

    /// Whether words part there: `Bag` does not end in `ag`.
    private static func parts(_ scalars: ArraySlice<Unicode.Scalar>, at count: Int) -> Bool {
        guard count > 0, count < scalars.count else { return false }
        let index = scalars.startIndex + count
        let table = FoldTable.shared
        return
            !(table.record(scalars[index - 1].value).traits.contains(.spaced)
            && table.record(scalars[index].value).traits.contains(.spaced))
    }

    private static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        let isSeparator = { (scalar: Unicode.Scalar) in FoldTable.shared.record(scalar.value).traits.isSeparator }
        let start = scalars.drop(while: isSeparator)
        return start.dropLast(start.reversed().prefix(while: isSeparator).count)
    }
}
