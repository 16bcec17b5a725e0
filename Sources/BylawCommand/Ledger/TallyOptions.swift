import ArgumentParser
import Bylaw
import BylawSource
import Foundation

/// A tally that something by hand belongs to, by its policy's terms.
struct TallyOptions: ParsableArguments {
    @Option(help: "The policy file, or the folder of policies, that has the tally.", transform: NamedPath.read)
    var policies: String

    @Option(help: "The tally's name: sharing, or policy/sharing where several policies have one.")
    var tally: String

    /// The tally as it is in force at a moment.
    func resolve(
        at time: Timestamp, _ reporter: Reporter
    ) throws -> (reference: LedgerEvent.TallyReference, terms: TallyTerms) {
        let set = try PolicySet.loaded(policies, reporter)
        if let found = set.tally(named: tally, at: time) { return found }
        try reporter.fail(
            [
                Diagnostic(
                    "unknown-tally", "no tally or more than one is called `\(tally)`", at: nil,
                    help: Spelling.suggestion(for: tally, in: set.tallyNames(at: time)))
            ], .unusable)
    }
}
