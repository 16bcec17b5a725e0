package import BylawSource

/// Gathers what is wrong while policies are loaded, so that one load reports all of it.
package final class Problems {
    package private(set) var all: [Diagnostic] = []

    package init() {}

    /// How many errors there are so far; warnings do not count.
    package var errorCount: Int { all.count { $0.severity == .error } }

    package func report(_ problem: Diagnostic) { all.append(problem) }

    package func error(
        _ code: String, _ message: String, at location: SourceLocation?, labels: [Diagnostic.Label] = [],
        notes: [String] = [], help: String? = nil
    ) {
        report(Diagnostic(code, message, at: location, labels: labels, notes: notes, help: help))
    }

    package func warning(
        _ code: String, _ message: String, at location: SourceLocation?, labels: [Diagnostic.Label] = [],
        notes: [String] = [], help: String? = nil
    ) {
        report(
            Diagnostic(code, severity: .warning, message, at: location, labels: labels, notes: notes, help: help))
    }
}
