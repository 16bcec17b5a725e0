public import BylawSource
public import Foundation

/// Policies that were read and checked: everything in them means something, and they fit together.
public struct PolicySet: Sendable {
    /// By id, then by version.
    package let checked: [CheckedPolicy]
    /// The texts that the files describe, by path; those too that no policy puts into force.
    package let sources: [SourceDocument]
    /// What tells this set from every other: `sha256:` and 64 hexadecimal digits, of the path under the root and the bytes of
    /// every file that it was made of. The same on every machine.
    public let digest: String
    /// What does not keep the policies from being used, but surely means something else.
    public let warnings: [Diagnostic]

    /// Reads a policy file, or every policy in a folder and the folders in it, or those of a ``PolicyBundle``.
    ///
    /// `uses` is confined to the nearest folder above that holds `bylaw-root.yaml`, else to the folder itself.
    ///
    /// - Throws: One error with every problem of every file.
    public init(contentsOf url: URL) throws(PolicyErrors) {
        try self.init(PolicySource.open(url))
    }

    /// Reads a bundle that the holder of one of the keys signed. Everything else is refused before it is looked into: a
    /// folder, and a bundle without such a signature or with a byte changed.
    ///
    /// - Throws: Why it is refused, or one error with every problem of every file.
    public init(contentsOf url: URL, signedBy keys: [VerifyingKey]) throws(PolicyErrors) {
        try self.init(PolicySource.open(url, signedBy: keys))
    }

    /// Reads policies from texts in memory, each with its path: `["sharing.yaml": "bylaw: 1…"]`.
    ///
    /// - Throws: One error with every problem of every text.
    public init(texts: [String: String]) throws(PolicyErrors) {
        try self.init(MemoryFolder(texts))
    }

    package init(_ folder: any PolicyFolder) throws(PolicyErrors) {
        let problems = Problems()
        let loader = PolicyLoader(folder, problems: problems)
        let loaded = loader.load()
        try self.init(loaded, from: loader, problems: problems)
    }

    /// Checks policies that were read, with the texts that they put into force.
    ///
    /// - Parameters:
    ///   - loader: Who read them.
    ///   - problems: What was found while they were read.
    package init(
        _ loaded: [PolicyLoader.LoadedPolicy], from loader: PolicyLoader, problems: Problems
    ) throws(PolicyErrors) {
        let sources = loader.sources
        let patterns = PatternShelf()
        let checked = loaded.compactMap { PolicyChecker.check($0, patterns: patterns, problems: problems) }
        PolicySetChecker(problems: problems).check(loaded, checked, sources: sources)
        guard problems.errorCount == 0 else { throw PolicyErrors(problems.all.sortedAndDistinct()) }
        self.checked = checked.sorted { a, b in
            a.id == b.id ? a.version < b.version : a.id.utf8.lexicographicallyPrecedes(b.id.utf8)
        }
        self.sources = sources
        digest = loader.files.digest
        warnings = problems.all.sortedAndDistinct()
    }

    /// Policies that were checked, in order, in place of those of another set.
    init(checked: [CheckedPolicy], insteadOf other: PolicySet) {
        self.checked = checked
        digest = other.digest
        sources = []
        warnings = []
    }

    /// The policies' ids and versions, with the digests of their files.
    public var policies: [Decision.PolicyReference] {
        checked.map { .init(policy: $0.id, version: $0.version, digest: $0.digest) }
    }
}
