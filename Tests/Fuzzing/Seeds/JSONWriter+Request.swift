import Bylaw
import BylawJSON

extension JSONWriter {
    /// Writes a request in the form that it is read in.
    mutating func value(_ request: Request) {
        object { json in
            json.member("id", request.id)
            json.member("incident", request.incident)
            json.member("time", request.time.description)
            json.member("stage", request.stage.rawValue)
            json.key("actor")
            json.members(
                [.init("type", .string(request.actor.type)), .init("id", .string(request.actor.id))]
                    + request.actor.attributes)
            json.key("action")
            json.members([.init("name", .string(request.action.name))] + request.action.attributes)
            json.key("resource")
            json.members(
                [.init("type", .string(request.resource.type)), .init("id", .string(request.resource.id))]
                    + request.resource.attributes)
            json.key("context")
            json.members(request.context)
            json.list("facts", request.facts) { json, fact in
                let until = fact.until.map { [Attribute("until", .string($0.description))] } ?? []
                json.add(
                    [.init("fact", .string(fact.name)), .init("at", .string(fact.at.description))] + until + fact.keys)
            }
            json.list("rulings", request.rulings) { json, ruling in
                json.add([
                    .init("case", .string(ruling.caseID)), .init("rule", .string(ruling.rule)),
                    .init("verdict", .string(ruling.verdict.rawValue)), .init("inputs", .string(ruling.inputs)),
                ])
            }
            json.strings("modes", request.modes)
            json.strings("stopped", request.stopped)
        }
    }

    private mutating func members(_ attributes: [Attribute]) { object { $0.add(attributes) } }

    private mutating func add(_ attributes: [Attribute]) {
        for attribute in attributes {
            key(attribute.name)
            value(attribute.value)
        }
    }
}
