package import Bylaw
package import BylawSource
package import BylawYAML

/// A fixture file as it was written: every key known and of the right shape, nothing resolved yet.
package struct FixtureSyntax: Sendable {
    package let file: SourceFile
    /// A policy file or a folder of policies, relative to the fixture.
    package let policies: Located<String>
    /// The time of requests that have none of their own.
    package let now: Located<Timestamp>?
    /// Whether such a time is written but cannot be read.
    let isTimeUnreadable: Bool
    /// What all requests share.
    package let given: YAMLNode?
    /// Those of matrices too, a case a cell.
    package let cases: [CaseSyntax]
    package let histories: [HistorySyntax]
}

/// How a request differs from the shared one.
package struct OverrideSyntax: Sendable {
    /// Merged over the shared request, one after the other.
    package let with: [YAMLNode]
    /// Attribute paths that are removed after that.
    package let without: [Located<String>]
}

/// One request with the decision that it must get.
package struct CaseSyntax: Sendable {
    package let name: Located<String>
    package let now: Located<Timestamp>?
    package let override: OverrideSyntax
    package let standing: StandingSyntax
    package let expect: Expectation
}

/// What a case says of the actor's standing.
package enum StandingSyntax: Sendable {
    case none
    case unavailable
    case known(KnownStandingSyntax)
}

package struct KnownStandingSyntax: Sendable {
    /// By tally, its name alone or as `policy/tally`.
    package var points: [Named<Located<Int>>] = []
    package var roles: [Located<String>] = []
    package var revoked: [Located<String>] = []
    package var titles: [Located<String>] = []
    /// Actions that the actor is suspended from, without an end.
    package var suspended: [Located<String>] = []
}

/// Steps that share a ledger.
package struct HistorySyntax: Sendable {
    package let name: Located<String>
    /// Everybody who may decide cases; nil where the history does not say.
    package let reviewers: [Reviewer]?
    package let steps: [StepSyntax]
}

package struct StepSyntax: Sendable {
    package enum Time: Sendable {
        case at(Timestamp)
        /// Since the step before; for the first step since the fixture's `now`.
        case after(Duration)
    }

    package enum Deed: Sendable {
        case judge(OverrideSyntax)
        case change(LedgerChange)
        /// Nothing is done; the standing is looked at.
        case look
    }

    package let location: SourceLocation
    package let time: Located<Time>?
    package let deed: Deed
    package let expect: Expectation?
}

/// What people do to the ledger.
package enum LedgerChange: Sendable {
    case reverse(incident: Located<String>)
    case grant(Located<String>, to: String?, by: String)
    case revoke(Located<String>, from: String?, by: String)
    case pardon(LedgerEvent.Pardon, tally: Located<String>?, to: String?, by: String, SourceLocation)
    case warn(tally: Located<String>, incident: String, to: String?, by: String)
    case train(tally: Located<String>, to: String?, by: String)
    case sanction(ManualSanctionSyntax, to: String?, by: String)
    case appeal(incident: Located<String>, to: String?, by: String?)
    case decide(incident: Located<String>, AppealEnd, to: String?, by: String)
    case carryOut(CarryingOut, to: String?, by: String)
    case vote(VoteSyntax)
    case appealRuling(rule: Located<String>, incident: String?, by: String?)
    case judgeOverdue
    case fact(FactSyntax)
    case mode(name: Located<String>, isOn: Bool, by: String, roles: [String])
    case done(DutyKind, rule: Located<String>, by: String)

    /// The tally that it names.
    package var tally: Located<String>? {
        switch self {
        case .pardon(_, let tally, _, _, _): tally
        case .warn(let tally, _, _, _), .train(let tally, _, _): tally
        case .sanction(let sanction, _, _): sanction.tally
        default: nil
        }
    }
}

package struct VoteSyntax: Sendable {
    package let rule: Located<String>
    package let choice: LedgerEvent.Vote.Choice
    package let by: String
    /// Nil: those that the history's `reviewers` give.
    package let roles: [String]?
    package let related: [String]
    package let incident: String?
}

package struct FactSyntax: Sendable {
    package let name: Located<String>
    package let isGiven: Bool
    package let by: String
    package let keys: [Attribute]
    package let until: Timestamp?
}

package struct ManualSanctionSyntax: Sendable {
    package let tally: Located<String>
    package let sanction: SanctionKind
    package let actions: [String]
    package let duration: Duration?
    package let role: String?
}

/// How an appeal ends.
package enum AppealEnd: String, Sendable, CaseIterable {
    case upheld, overturned, withdrawn
}

/// What is told to have been done where the host keeps sanctions.
package enum CarryingOut: String, Sendable, CaseIterable {
    case sanctions, restores
}
