/// One post or action to judge.
public struct Request: Sendable, Hashable {
    /// Who acts: a member, of a type that policies name under `judges`.
    public var actor: Entity
    /// What is done; ``Entity/kind`` is the action's name.
    public var action: Action
    /// What it is done to.
    public var resource: Entity
    /// What else the host knows: an object, empty by default.
    public var context: [Attribute]
    /// Facts that were asserted, with their dates.
    public var facts: [Fact]
    /// People's answers to rules that held an earlier request of the same incident.
    public var rulings: [Ruling]
    /// The modes that are on: `emergency`.
    public var modes: [String]
    /// The rules that are stopped, as `policy/rule`: what they deny is held for people to decide, where their policy
    /// allows that by `emergency-stop`. ``RuleWatch`` tells which ought to be.
    public var stopped: [String]
    /// Names the request in its decision.
    public var id: String
    /// The one event that several requests may concern; the request's own id unless given.
    public var incident: String
    /// The moment that the request is judged at.
    public var time: Timestamp
    /// Whether it is asked first or has happened.
    public var stage: Stage

    /// A request. `incident` is `id` unless given.
    public init(
        id: String, incident: String? = nil, time: Timestamp, stage: Stage = .proposed,
        actor: Entity, action: Action, resource: Entity, context: [Attribute] = [],
        facts: [Fact] = [], rulings: [Ruling] = [], modes: [String] = [], stopped: [String] = []
    ) {
        self.id = id
        self.incident = incident ?? id
        self.time = time
        self.stage = stage
        self.actor = actor
        self.action = action
        self.resource = resource
        self.context = context
        self.facts = facts
        self.rulings = rulings
        self.modes = modes
        self.stopped = stopped
    }
}

extension Request {
    /// What stands where no request has come yet.
    static let empty = Request(
        id: "", time: Timestamp(clamping: 0), actor: Entity(type: "", id: ""), action: Action(name: ""),
        resource: Entity(type: "", id: ""))
}

/// An actor or a resource.
public struct Entity: Sendable, Hashable {
    /// The type that policies name under `judges`.
    public var type: String
    /// Unique among its type.
    public var id: String
    /// Everything else that is known of it.
    public var attributes: [Attribute]

    /// An entity; of a repeated attribute the first counts.
    public init(type: String, id: String, _ attributes: [Attribute] = []) {
        self.type = type
        self.id = id
        self.attributes = attributes
    }

    /// An entity with attributes as a literal: `["visibility": "public"]`.
    public init(type: String, id: String, _ attributes: KeyValuePairs<String, AttributeValue>) {
        self.init(type: type, id: id, attributes.map { Attribute($0.key, $0.value) })
    }
}

/// What an actor does.
public struct Action: Sendable, Hashable {
    /// The name that policies give under `judges`.
    public var name: String
    /// Everything else that is known of it.
    public var attributes: [Attribute]

    /// An action; of a repeated attribute the first counts.
    public init(name: String, _ attributes: [Attribute] = []) {
        self.name = name
        self.attributes = attributes
    }

    /// An action with attributes as a literal.
    public init(name: String, _ attributes: KeyValuePairs<String, AttributeValue>) {
        self.init(name: name, attributes.map { Attribute($0.key, $0.value) })
    }
}

/// Something that was asserted with a date: consent, acknowledgement, registration.
public struct Fact: Sendable, Hashable {
    /// The name that policies declare under `facts`.
    public var name: String
    /// What it says of whom: the keys that the policy declares.
    public var keys: [Attribute]
    /// When it was given.
    public var at: Timestamp
    /// When it ends; it does not hold at that moment any more.
    public var until: Timestamp?

    /// A fact.
    public init(_ name: String, _ keys: [Attribute], at: Timestamp, until: Timestamp? = nil) {
        self.name = name
        self.keys = keys
        self.at = at
        self.until = until
    }

    /// A fact with keys as a literal: `["by": "u_9"]`.
    public init(
        _ name: String, _ keys: KeyValuePairs<String, AttributeValue>, at: Timestamp, until: Timestamp? = nil
    ) {
        self.init(name, keys.map { Attribute($0.key, $0.value) }, at: at, until: until)
    }
}

/// A person's answer to a rule that held a request.
public struct Ruling: Sendable, Hashable {
    /// The case that the decision opened.
    public var caseID: String
    /// The rule that held: `policy/rule`.
    public var rule: String
    /// What was decided; `hold` is no answer and is refused at the door.
    public var verdict: Outcome
    /// The digest of what was ruled on; a ruling on other inputs does not count.
    public var inputs: String

    /// A ruling.
    public init(case caseID: String, rule: String, verdict: Outcome, inputs: String) {
        self.caseID = caseID
        self.rule = rule
        self.verdict = verdict
        self.inputs = inputs
    }
}
