import BylawSource

/// Which requests a policy judges: kinds of actor, action and resource, a span of time, and a mode.
package final class Jurisdiction: Sendable {
    /// Empty: all.
    private let actors: [String]
    private let actions: [String]
    private let resources: [String]
    private let from: Timestamp?
    private let until: Timestamp?
    private let mode: String?
    let isShadow: Bool

    package init(_ policy: CheckedPolicy) {
        actors = policy.schema.actors.map(\.kind)
        actions = policy.schema.actions.map(\.kind)
        resources = policy.schema.resources.map(\.kind)
        from = policy.effectiveFrom
        until = policy.effectiveUntil
        mode = policy.whileMode
        isShadow = policy.isShadow
    }

    /// Whether the policy judges such a request, is in force at its time, and its mode is on.
    package func applies(to request: Request) -> Bool {
        includes(request, knowsAction: false) && isOn(request.modes)
    }

    /// The same of a request whose action is known to be one that the policy judges: it need not be looked for among many.
    func appliesKnowingAction(to request: Request) -> Bool {
        includes(request, knowsAction: true) && isOn(request.modes)
    }

    /// Whether it would judge the request if its mode were on, which it is not.
    func waitsForMode(_ request: Request) -> Bool {
        mode != nil && !isShadow && !isOn(request.modes) && includes(request, knowsAction: false)
    }

    /// Whether the policy judges such a request, at whatever time and in whatever mode.
    package func judges(_ request: Request) -> Bool { judges(request, knowsAction: false) }

    private func judges(_ request: Request, knowsAction: Bool) -> Bool {
        Self.has(actors, request.actor.type) && (knowsAction || Self.has(actions, request.action.name))
            && Self.has(resources, request.resource.type)
    }

    private func includes(_ request: Request, knowsAction: Bool) -> Bool {
        judges(request, knowsAction: knowsAction)
            && (from.map { $0 <= request.time } ?? true) && (until.map { request.time < $0 } ?? true)
    }

    private func isOn(_ modes: [String]) -> Bool {
        guard let mode else { return true }
        return modes.contains(mode)
    }

    private static func has(_ kinds: [String], _ kind: String) -> Bool {
        if kinds.isEmpty { return true }
        for index in kinds.indices where kinds[index].isSameUTF8(as: kind) { return true }
        return false
    }
}

extension CheckedPolicy {
    /// Whether the policy judges such a request, is in force at its time, and its mode is on.
    package func applies(to request: Request) -> Bool { Jurisdiction(self).applies(to: request) }
}
