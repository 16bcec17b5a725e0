import BylawCEL

/// How a slot is filled: found out when the policy is planned, so that no name is looked up while judging.
enum SlotReading: Sendable {
    case now
    /// What fields of the actor's standing lead to.
    case standing([String])
    case facts
    /// What the fields of a path lead to in the value of a let.
    case binding(Program, AttributePath)
    /// Whether that is there.
    case bindingPresence(Program, AttributePath)
    /// The actor's roles: those of the request, with what the standing adds and takes.
    case roles(names: [String])
    /// A place in the request, and its path in the policy's words.
    case attribute(RequestPath, names: [String])
    case attributePresence(RequestPath, names: [String])
    /// A part of the request, which is always there.
    case present
    /// A variable that stands for nothing.
    case unknown(String)
    case host(HostSlot)

    static let rolesPath = RequestPath(.actor, ["roles"])

    init(_ source: SlotSource, lets: [Named<Program>], paths: RequestPaths, hostSlots: [HostSlot]) {
        switch source {
        case .attribute(let path): self = Self.attribute(path, lets, paths)
        case .presence(let path):
            if let binding: Program = lets.named(path.variable) {
                self = .bindingPresence(binding, path)
            } else if let place = paths.path(path), !place.fields.isEmpty {
                self = .attributePresence(place, names: path.names)
            } else {
                self = .present
            }
        case .host(let number): self = .host(hostSlots[number])
        }
    }

    private static func attribute(
        _ path: AttributePath, _ lets: [Named<Program>], _ paths: RequestPaths
    ) -> SlotReading {
        switch path.variable {
        case "now": return .now
        case "standing": return .standing(path.fields)
        case "facts": return .facts
        default:
            if let binding: Program = lets.named(path.variable) { return .binding(binding, path) }
            guard let place = paths.path(path) else { return .unknown(path.variable) }
            return place == rolesPath ? .roles(names: path.names) : .attribute(place, names: path.names)
        }
    }

    /// The place in the request whose value fills the slot, as long as no standing adds to it.
    var place: RequestPath? {
        switch self {
        case .attribute(let place, _): place
        case .roles: Self.rolesPath
        default: nil
        }
    }

    /// Whether the request and the actor's standing say it, without anything being worked out.
    var isGiven: Bool {
        switch self {
        case .attribute, .attributePresence, .present, .now, .roles, .standing, .facts: true
        case .binding, .bindingPresence, .unknown, .host: false
        }
    }
}
