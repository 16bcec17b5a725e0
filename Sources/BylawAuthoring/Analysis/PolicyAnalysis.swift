public import Bylaw
public import BylawSource
public import Foundation

/// A set of policies with everything in it that surely means something else than its authors think: conditions that can
/// never hold, rules that change nothing, names that nobody uses.
///
/// What is found here is true of every request, not guessed: each ``AnalysisCheck`` reports only what it has proven, or,
/// for texts, what stands there.
public struct PolicyAnalysis: Sendable {
    /// The policies, as ``PolicySet`` loads them.
    public let policies: PolicySet
    /// What was found, as warnings, in the order of files and places. What loading itself warns of is not among them.
    public let findings: [Diagnostic]

    /// The codes of everything that analysis can find.
    public static var codes: [String] { AnalysisChecks.all.flatMap(\.codes) }

    /// Reads and analyses a policy file, or every policy in a folder and the folders in it, as
    /// `PolicySet(contentsOf:)` does.
    ///
    /// - Parameter keys: Who must have signed them, as for `PolicySet(contentsOf:signedBy:)`; nil: nobody.
    /// - Throws: One error with every problem of every file; policies with errors are not analysed.
    public init(contentsOf url: URL, signedBy keys: [VerifyingKey]? = nil) throws(PolicyErrors) {
        try self.init(PolicySource.open(url, signedBy: keys))
    }

    /// Reads and analyses policies from texts in memory, each with its path.
    ///
    /// - Throws: One error with every problem of every text.
    public init(texts: [String: String]) throws(PolicyErrors) {
        try self.init(MemoryFolder(texts))
    }

    package init(_ folder: any PolicyFolder) throws(PolicyErrors) {
        let problems = Problems()
        let loader = PolicyLoader(folder, problems: problems)
        let loaded = loader.load()
        policies = try PolicySet(loaded, from: loader, problems: problems)
        let asked = (try? folder.files()) ?? []
        let set = AnalysedSet(loaded, policies, asked: asked.map(folder.displayName))
        findings = AnalysisChecks.all.flatMap { $0.findings(in: set) }.sortedAndDistinct()
    }
}
