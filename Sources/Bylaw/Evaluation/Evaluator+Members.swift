import BylawCEL
import BylawText

/// Whose records a request makes a host look up.
extension Evaluator {
    /// Whose standing the policies ask for: the actor's first, then what their tallies are counted by, and whoever rules
    /// about the action would charge or honour. What the request does not tell is left out, and an error where a policy
    /// asks for it.
    public func subjects(of request: Request) -> [String] {
        var subjects = [request.actor.id]
        for frame in frames(of: request) {
            let rules = frame.plan.rules.filter { $0.rule.isAbout(request.action.name) }
            let charged = rules.flatMap { rule in
                ([rule.consequence] + rule.softeners.map { frame.plan.softeners[$0].consequence })
                    .flatMap { $0.strikeSubjects + $0.meritSubjects }.compactMap(\.self)
            }
            for program in frame.plan.tallySubjects.map(\.value) + charged {
                if let id = program.evaluate(in: frame.frame).text { subjects.append(id) }
            }
        }
        return subjects.withoutRepetition
    }

    /// Who gives the facts that the policies ask for: the actor first, then what their `by` keys say.
    public func factGivers(of request: Request) -> [String] {
        var givers = [request.actor.id]
        for frame in frames(of: request) {
            for fact in frame.plan.facts {
                guard let by = fact.keys.first(where: { $0.name == "by" }) else { continue }
                if let id = by.value.evaluate(in: frame.frame).text { givers.append(id) }
            }
        }
        return givers.withoutRepetition
    }

    private func frames(of request: Request) -> [PolicyFrame] {
        JudgingSession(self).frames(of: request, standing: .unavailable)
    }
}

extension [String] {
    fileprivate var withoutRepetition: [String] {
        var known: Set<ExactText> = []
        return filter { known.insert(ExactText($0)).inserted }
    }
}
