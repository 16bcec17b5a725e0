import BylawCEL
import BylawSource

/// Gives a request's values the types that a policy declares.
///
/// What is missing or of another type becomes an error value that names the attribute and never its content.
///
/// An object, so that all who read a request share it: it holds much that would be counted at each copy.
final class AttributeReader {
    private let judged: JudgedRequest
    private let schema: RequestSchema
    private let trees: AttributeTrees
    private let state: UnsafeMutablePointer<State>

    /// What follows from the kinds of actor, action and resource. It lies behind a pointer, so that reading it costs no
    /// check of exclusive access.
    private struct State {
        var actor = Part()
        var action = Part()
        var resource = Part()
        var context = Part()
    }

    private struct Part {
        var kind = ""
        var schema: RecordSchema?
        /// Kept by the plan, and so not counted.
        var tree: Unmanaged<AttributeTree>?
    }

    init(_ judged: JudgedRequest, _ plan: PolicyPlan) {
        self.judged = judged
        schema = plan.policy.schema
        trees = plan.attributeTrees
        state = .allocate(capacity: 1)
        state.initialize(to: State())
        state.pointee.context = part(.context, "")
    }

    deinit {
        state.deinitialize(count: 1)
        state.deallocate()
    }

    /// Turns to the request at hand.
    func begin() {
        // Of the same kinds as the last one, which is likely, it has the same schemas.
        if state.pointee.actor.schema == nil || !state.pointee.actor.kind.isSameUTF8(as: request.actor.type) {
            state.pointee.actor = part(.actor, request.actor.type)
        }
        if state.pointee.action.schema == nil || !state.pointee.action.kind.isSameUTF8(as: request.action.name) {
            state.pointee.action = part(.action, request.action.name)
        }
        if state.pointee.resource.schema == nil || !state.pointee.resource.kind.isSameUTF8(as: request.resource.type) {
            state.pointee.resource = part(.resource, request.resource.type)
        }
    }

    private func part(_ part: RequestPart, _ kind: String) -> Part {
        let schema = schema.schema(of: part, kind: kind)
        return Part(
            kind: kind, schema: schema, tree: schema.flatMap { trees.tree(part, $0) }.map(Unmanaged.passUnretained))
    }

    /// Fills the slots of all attributes that are there and of their types.
    func fill(_ frame: Frame) {
        state.pointee.actor.tree?._withUnsafeGuaranteedRef { tree in
            frame.fill(tree.id, with: request.actor.id)
            frame.fill(tree.kind, with: request.actor.type)
            tree.fill(frame, with: request.actor.attributes)
        }
        state.pointee.action.tree?._withUnsafeGuaranteedRef { tree in
            frame.fill(tree.kind, with: request.action.name)
            tree.fill(frame, with: request.action.attributes)
        }
        state.pointee.resource.tree?._withUnsafeGuaranteedRef { tree in
            frame.fill(tree.id, with: request.resource.id)
            frame.fill(tree.kind, with: request.resource.type)
            tree.fill(frame, with: request.resource.attributes)
        }
        state.pointee.context.tree?._withUnsafeGuaranteedRef { $0.fill(frame, with: request.context) }
    }

    var request: Request {
        @inline(__always) _read { yield judged.request }
    }

    /// What is declared of the request's own kind of a part; nil where the policy does not judge that.
    func schema(of part: RequestPart) -> RecordSchema? {
        switch part {
        case .actor: state.pointee.actor.schema
        case .action: state.pointee.action.schema
        case .resource: state.pointee.resource.schema
        case .context: state.pointee.context.schema
        }
    }

    /// What was found at a path.
    enum Reading {
        case value(Value)
        /// An optional attribute, or one inside of an absent optional record, is not there.
        case absent
        case error(EvaluationError)
    }

    /// A field of the envelope or an attribute of a part.
    private func attribute(_ name: String, of part: RequestPart) -> AttributeValue? {
        switch part {
        case .actor:
            if name.isSameUTF8(as: "id") { return .string(request.actor.id) }
            if name.isSameUTF8(as: "type") { return .string(request.actor.type) }
            return request.actor.attributes.value(name)
        case .resource:
            if name.isSameUTF8(as: "id") { return .string(request.resource.id) }
            if name.isSameUTF8(as: "type") { return .string(request.resource.type) }
            return request.resource.attributes.value(name)
        case .action:
            if name.isSameUTF8(as: "name") { return .string(request.action.name) }
            return request.action.attributes.value(name)
        case .context:
            return request.context.value(name)
        }
    }

    /// The value at a path, for conditions: what is not there is an error that says which part is missing.
    func value(at path: RequestPath, names: @autoclosure () -> [String]) -> Value {
        switch read(path) {
        case .value(let value): value
        case .error(let error): .error(error)
        case .absent: .error(missing(names(), depth: depthOfAbsence(path)))
        }
    }

    /// The value at a path, an absent optional told apart from what must not be absent.
    func read(_ path: RequestPath) -> Reading {
        guard let record = schema(of: path.part) else {
            return .error(EvaluationError(.host, "the policy does not judge this \(path.part.rawValue)"))
        }
        guard !path.fields.isEmpty else { return .value(whole(path.part, record)) }
        return read(path, from: record)
    }

    /// The text at a path, not copied, where it is there and declared as a text; else nil, and ``read(_:)`` tells what there
    /// is. So it is for what every request has (`id`, `type`, `name`).
    func text(at path: RequestPath) -> String? {
        guard let name = path.fields.first, let schema = schema(of: path.part),
            RequestSchema.envelope(of: path.part).index(of: name) == nil
        else { return nil }
        let attributes =
            switch path.part {
            case .actor: request.actor.attributes
            case .action: request.action.attributes
            case .resource: request.resource.attributes
            case .context: request.context
            }
        return Self.text(path.fields[...], in: attributes, schema)
    }

    private static func text(
        _ fields: ArraySlice<String>, in attributes: [Attribute], _ schema: RecordSchema
    ) -> String? {
        guard let name = fields.first, let index = schema.index(of: name) else { return nil }
        return attributes.withUnsafeBufferPointer { attributes in
            switch (schema.fields[index].type, attributes.place(of: name)?.pointee) {
            case (.record(let inner), .object(let members)?): text(fields.dropFirst(), in: members, inner)
            case (.string, .string(let text)?), (.text, .string(let text)?): fields.count == 1 ? text : nil
            default: nil
            }
        }
    }

    private func read(_ path: RequestPath, from root: RecordSchema) -> Reading {
        var record = root
        var holder: AttributeValue?
        for (index, name) in path.fields.enumerated() {
            guard let field = record.field(name) else {
                return .error(EvaluationError(.noSuchField, "no such field `\(name)`"))
            }
            let found = index == 0 ? attribute(name, of: path.part) : holder?[name]
            guard let value = found, !value.isNull else {
                return field.isOptional
                    ? .absent : .error(missing([path.part.rawValue] + path.fields, depth: index + 1))
            }
            if index == path.fields.count - 1 {
                let typed = Self.typed(value, as: field.type) { Self.text(path, index) }
                return typed.failure.map(Reading.error) ?? .value(typed)
            }
            guard case .record(let next) = field.type, case .object = value else {
                return .error(Self.mistyped(Self.text(path, index), "a record", value))
            }
            record = next
            holder = value
        }
        return .absent
    }

    /// Whether there is a value at a path; an error where what should hold it is missing or no record, and where it is of
    /// another type than declared itself, as it is for whoever reads it.
    func presence(of path: RequestPath, names: [String]) -> Value {
        var record = schema(of: path.part)
        var holder: AttributeValue?
        for (index, name) in path.fields.enumerated() {
            let found = index == 0 ? attribute(name, of: path.part) : holder?[name]
            let isWhatIsAskedFor = index == path.fields.count - 1
            guard let value = found, !value.isNull else {
                return isWhatIsAskedFor ? .bool(false) : .error(missing(names, depth: index + 1))
            }
            switch record?.field(name)?.type {
            case .record(let next):
                guard case .object = value else {
                    return .error(Self.mistyped(Self.text(path, index), "a record", value))
                }
                record = next
            case .list, .map:
                if isWhatIsAskedFor, case .error(let error) = read(path) { return .error(error) }
            default: record = nil
            }
            holder = value
        }
        return .bool(true)
    }

    /// The place in a path of the first part that is absent; the part of the request is at 0. One more than there are
    /// fields where all are there.
    private func depthOfAbsence(_ path: RequestPath) -> Int {
        var holder: AttributeValue?
        for (index, name) in path.fields.enumerated() {
            let found = index == 0 ? attribute(name, of: path.part) : holder?[name]
            guard let value = found, !value.isNull else { return index + 1 }
            holder = value
        }
        return path.fields.count + 1
    }

    private static func text(_ path: RequestPath, _ index: Int) -> String {
        RequestPath(path.part, Array(path.fields[...index])).description
    }

    private func missing(_ names: [String], depth: Int) -> EvaluationError {
        let depth = min(depth, names.count - 1)
        return EvaluationError(.missingAttribute(path: names, depth: depth), "no such field `\(names[depth])`")
    }

    private static func mistyped(_ name: String, _ wanted: String, _ value: AttributeValue) -> EvaluationError {
        EvaluationError(.invalidArgument, "`\(name)` must be \(wanted), found \(value.kindName)")
    }

    /// A whole part as a record.
    private func whole(_ part: RequestPart, _ schema: RecordSchema) -> Value {
        let fields = schema.fields.map { field -> Value? in
            switch read(RequestPath(part, [field.name]), from: schema) {
            case .value(let value): value
            case .error(let error): .error(error)
            case .absent: nil
            }
        }
        return .record(RecordValue(schema.recordType, fields))
    }

    /// A value as its declared type; an error value where it is none.
    static func typed(_ value: AttributeValue, as type: AttributeType, _ name: () -> String) -> Value {
        switch (type, value) {
        case (.string, .string(let text)), (.text, .string(let text)):
            return .string(text)
        case (.bool, .bool(let bool)):
            return .bool(bool)
        case (.int, .int(let int)):
            return .int(int)
        case (.double, .int(let int)):
            return .double(Double(int))
        case (.double, .double(let double)):
            return .double(double)
        case (.enumeration(let enumeration), .string(let text)):
            guard enumeration.values.contains(where: { $0.isSameUTF8(as: text) }) else {
                return .failure(.invalidArgument, "`\(name())` is none of \(enumeration.values.quotedList)")
            }
            return .string(text)
        case (.timestamp, .string(let text)):
            guard let time = Timestamp(text) else {
                return .failure(.invalidArgument, "`\(name())` is no RFC 3339 timestamp with an offset")
            }
            return .timestamp(time.value)
        case (.duration, .string(let text)):
            guard let duration = DurationValue(text) ?? DurationValue(policyText: text) else {
                return .failure(.invalidArgument, "`\(name())` is no duration")
            }
            return .duration(duration)
        case (.list(let element), .list(let items)):
            var values: [Value] = []
            values.reserveCapacity(items.count)
            for item in items {
                let value = typed(item, as: element) { "\(name())[\(values.count)]" }
                if value.isError { return value }
                values.append(value)
            }
            return .list(values)
        case (.map(let element), .object(let attributes)):
            var members: [(StringValue, Value)] = []
            for attribute in attributes {
                let value = typed(attribute.value, as: element) { "\(name())[…]" }
                if value.isError { return value }
                members.append((StringValue(attribute.name), value))
            }
            return .map(MapValue(members: members))
        case (.record(let schema), .object):
            return record(value, schema, name)
        default:
            return .error(mistyped(name(), type.phrase, value))
        }
    }

    private static func record(_ value: AttributeValue, _ schema: RecordSchema, _ name: () -> String) -> Value {
        var fields: [Value?] = []
        fields.reserveCapacity(schema.fields.count)
        for index in schema.fields.indices {
            guard let found = value[schema.fields[index].name], !found.isNull else {
                if !schema.fields[index].isOptional {
                    return .failure(.noSuchField, "no such field `\(schema.fields[index].name)` in `\(name())`")
                }
                fields.append(nil)
                continue
            }
            let typed = typed(found, as: schema.fields[index].type) { "\(name()).\(schema.fields[index].name)" }
            if typed.isError { return typed }
            fields.append(typed)
        }
        return .record(RecordValue(schema.recordType, fields))
    }
}

extension AttributeType {
    /// For messages: `a string`.
    var phrase: String {
        switch self {
        case .string, .text: "a string"
        case .bool: "a bool"
        case .int: "an integer"
        case .double: "a number"
        case .timestamp: "a timestamp"
        case .duration: "a duration"
        case .enumeration(let enumeration): enumeration.values.quotedList
        case .list: "a list"
        case .map: "a map"
        case .record: "a record"
        }
    }
}
