import Bylaw
import BylawSource
import BylawYAML

/// Makes cases that can be replayed of what a fixture says: requests are put together, names looked up.
struct FixtureBinder {
    let syntax: FixtureSyntax
    let policies: FixturePolicies
    let problems: Problems

    private var names: NameCheck { NameCheck(policies: policies, problems: problems) }
    private var requests: RequestBuilder { RequestBuilder(syntax: syntax, policies: policies, problems: problems) }

    /// The cases and histories that are right; the others are reported.
    func cases() -> [FixtureCase] { syntax.cases.compactMap(testCase) + syntax.histories.compactMap(history) }

    private func testCase(_ written: CaseSyntax) -> FixtureCase? {
        names.check(written.expect)
        guard let time = written.now ?? syntax.now else {
            reportNoTime(at: written.name.location, "`now` in the case")
            return nil
        }
        let request = requests.request(
            written.override, id: written.name.value, time: time.value, at: written.name.location)
        guard let request else { return nil }
        return FixtureCase(
            name: written.name.value, location: written.name.location, policies: policies,
            script: .single(request, standing(written.standing, request), written.expect))
    }

    private func history(_ written: HistorySyntax) -> FixtureCase? {
        var steps: [FixtureCase.Step] = []
        var time = syntax.now?.value
        for (index, step) in written.steps.enumerated() {
            switch step.time?.value {
            case .at(let moment): time = moment
            case .after(let duration): time = time?.advanced(by: duration)
            case nil: break
            }
            guard let time else {
                reportNoTime(at: step.location, "`at` in the step")
                return nil
            }
            if let bound = self.step(step, time: time, id: "\(written.name.value)#\(index + 1)") { steps.append(bound) }
        }
        guard steps.count == written.steps.count else { return nil }
        return FixtureCase(
            name: written.name.value, location: written.name.location, policies: policies,
            script: .history(steps, reviewers: written.reviewers))
    }

    private func step(_ step: StepSyntax, time: Timestamp, id: String) -> FixtureCase.Step? {
        if let expect = step.expect { names.check(expect) }
        let deed: FixtureCase.Step.Deed
        switch step.deed {
        case .judge(let override):
            guard let request = requests.request(override, id: id, time: time, at: step.location) else { return nil }
            deed = .judge(request)
        case .change(let change):
            names.check(change)
            deed = .change(change)
        case .look: deed = .look
        }
        let actor = syntax.given?.mapping?["actor"]?.mapping
        let given = actor?["roles"]?.sequence?.compactMap { $0.scalar?.text } ?? []
        let id = actor?["id"]?.scalar?.text
        switch deed {
        case .judge(let request):
            return .init(
                location: step.location, time: time, deed: deed, expect: step.expect, actor: request.actor.id,
                roles: request.actor.roles)
        case .change, .look:
            guard let id else {
                problems.error(
                    "missing-member", "nobody can tell whom this step is about", at: step.location,
                    help: "give `actor.id` in `given`")
                return nil
            }
            return .init(location: step.location, time: time, deed: deed, expect: step.expect, actor: id, roles: given)
        }
    }

    private func reportNoTime(at place: SourceLocation, _ key: String) {
        guard !syntax.isTimeUnreadable else { return }
        problems.error(
            "missing-key", "nobody can tell the time of this", at: place,
            help: "give \(key), or `now` for the whole fixture")
    }

    private func standing(_ written: StandingSyntax, _ request: Request) -> StandingInput {
        switch written {
        case .none: return .none
        case .unavailable: return .unavailable
        case .known(let written):
            names.check(written)
            var standing = Standing(subject: request.actor.id)
            for entry in written.points {
                guard let terms = policies.tallies(named: entry.name.value).first else { continue }
                standing.tallies.append(
                    .init(policy: terms.policy, tally: terms.tally, points: entry.value.value))
            }
            standing.roles = written.roles.map(\.value)
            standing.revoked = written.revoked.map(\.value)
            standing.titles = written.titles.map(\.value)
            for action in written.suspended {
                for policy in policies.checked
                where policy.schema.actions.contains(where: { $0.kind.isSame(action.value) }) {
                    standing.suspensions.append(
                        .init(policy: policy.id, actions: [action.value], from: request.time, until: nil))
                }
            }
            return .known(standing)
        }
    }
}

extension Entity {
    /// The roles that the request gives.
    fileprivate var roles: [String] {
        guard case .list(let items)? = attributes.first(where: { $0.name == "roles" })?.value else { return [] }
        return items.compactMap { if case .string(let role) = $0 { role } else { nil } }
    }
}
