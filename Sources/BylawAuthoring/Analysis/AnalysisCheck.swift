import BylawSource

/// One thing that analysis looks for in a set of policies without errors.
protocol AnalysisCheck: Sendable {
    /// The codes of what it finds.
    var codes: [String] { get }

    /// What it finds, as warnings.
    func findings(in set: AnalysedSet) -> [Diagnostic]
}

/// Everything that analysis looks for.
enum AnalysisChecks {
    static let all: [any AnalysisCheck] = [
        DecidedConditions(), OverriddenRules(), MilderRungs(), UndoneMasks(), UnusedNames(), ShownMaskedText(),
        LookAlikes(), HiddenControls(),
    ]
}

extension Diagnostic {
    /// A finding.
    static func finding(
        _ code: String, _ message: String, at location: SourceLocation?, labels: [Label] = [], notes: [String] = [],
        help: String? = nil
    ) -> Diagnostic {
        Diagnostic(code, severity: .warning, message, at: location, labels: labels, notes: notes, help: help)
    }
}
