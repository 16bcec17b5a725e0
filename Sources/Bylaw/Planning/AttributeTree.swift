import BylawCEL
import BylawSource

/// The attributes of one kind of actor, action, resource or context that conditions read, with the slots that they fill:
/// so that a request is gone through once, instead of being searched for each slot.
///
/// Only what is there and of its declared type is filled in. What is missing or mistyped is left to
/// ``AttributeReader``, which tells what is wrong when somebody asks.
final class AttributeTree: Sendable {
    private final class Branch: Sendable {
        let name: String
        /// The slot of the attribute itself.
        let slot: Int?
        let reader: ValueReader
        let inner: AttributeTree?

        init(name: String, slot: Int?, reader: ValueReader, inner: AttributeTree?) {
            self.name = name
            self.slot = slot
            self.reader = reader
            self.inner = inner
        }
    }

    /// At most as many as there are bits to say which were seen.
    private let branches: [Branch]
    /// The same, not counted: a count that all threads share would slow each of them down.
    private let references: [Unmanaged<Branch>]
    /// The slots of what every request has: `id`, and `type` or `name`.
    let id: Int?
    let kind: Int?

    private init(_ branches: [Branch], id: Int? = nil, kind: Int? = nil) {
        self.branches = branches
        references = branches.map(Unmanaged.passUnretained)
        self.id = id
        self.kind = kind
    }

    /// The tree of a part whose attributes are those of a schema; nil where conditions read none of them.
    convenience init?(_ readings: [SlotReading], _ part: RequestPart, _ schema: RecordSchema) {
        var wanted: [(fields: ArraySlice<String>, slot: Int)] = []
        for (slot, reading) in readings.enumerated() {
            guard let place = reading.place, place.part == part, !place.fields.isEmpty else { continue }
            wanted.append((place.fields[...], slot))
        }
        let kindName = part == .action ? "name" : "type"
        let envelope = part == .context ? [] : part == .action ? [kindName] : ["id", kindName]
        func slot(_ name: String) -> Int? {
            guard envelope.contains(name), let field = schema.field(name) else { return nil }
            guard case .string = field.type else { return nil }
            return wanted.first { $0.fields.count == 1 && $0.fields.first == name }?.slot
        }
        wanted.removeAll { $0.fields.first.map(envelope.contains) ?? true }
        self.init(Self.branches(wanted, schema), id: slot("id"), kind: slot(kindName))
        if branches.isEmpty, id == nil, kind == nil { return nil }
    }

    private static func branches(
        _ wanted: [(fields: ArraySlice<String>, slot: Int)], _ schema: RecordSchema
    ) -> [Branch] {
        var branches: [Branch] = []
        for field in schema.fields where branches.count < UInt64.bitWidth {
            let below = wanted.filter { $0.fields.first.map(field.name.isSameUTF8) ?? false }
            guard !below.isEmpty else { continue }
            var inside: AttributeTree?
            if case .record(let inner) = field.type {
                let deeper = below.filter { $0.fields.count > 1 }.map { (fields: $0.fields.dropFirst(), slot: $0.slot) }
                if !deeper.isEmpty { inside = AttributeTree(Self.branches(deeper, inner)) }
            }
            branches.append(
                Branch(
                    name: field.name, slot: below.first { $0.fields.count == 1 }?.slot,
                    reader: .reader(of: field.type), inner: inside))
        }
        return branches
    }

    /// Fills slots with these attributes; of a repeated one the first counts.
    func fill(_ frame: Frame, with attributes: [Attribute]) {
        var seen: UInt64 = 0
        attributes.withUnsafeBufferPointer { attributes in
            guard let start = attributes.baseAddress else { return }
            for index in attributes.indices {
                for branch in references.indices {
                    let isFound = references[branch]._withUnsafeGuaranteedRef { reference in
                        guard reference.name.isSameUTF8(as: attributes[index].name) else { return false }
                        let isFirst = seen >> UInt64(branch) & 1 == 0
                        seen |= 1 << UInt64(branch)
                        if isFirst, let value = (start + index).value { fill(frame, reference, with: value) }
                        return true
                    }
                    if isFound { break }
                }
            }
        }
    }

    @inline(__always)
    private func fill(_ frame: Frame, _ branch: Branch, with value: UnsafePointer<AttributeValue>) {
        if let inner = branch.inner, case .object(let members) = value.pointee { inner.fill(frame, with: members) }
        if let slot = branch.slot { branch.reader.fill(slot, of: frame, with: value) }
    }
}

extension Frame {
    /// Fills what every request has.
    func fill(_ slot: Int?, with text: String) {
        if let slot { setText(slot, text) }
    }
}

/// The trees of a policy: for each part, one a kind.
struct AttributeTrees: Sendable {
    private let trees: [(schema: ObjectIdentifier, part: RequestPart, tree: AttributeTree)]

    init(_ readings: [SlotReading], _ schema: RequestSchema) {
        var trees: [(schema: ObjectIdentifier, part: RequestPart, tree: AttributeTree)] = []
        for part in RequestPart.allCases {
            // A thousand actions may have one schema.
            var known: Set<ObjectIdentifier> = []
            var schemas = schema.variants(of: part).map(\.schema)
            if part == .context { schemas = [schema.context] }
            if schemas.isEmpty { schemas = [RequestSchema.envelope(of: part)] }
            for schema in schemas {
                let id = ObjectIdentifier(schema)
                guard known.insert(id).inserted,
                    let tree = AttributeTree(readings, part, schema)
                else { continue }
                trees.append((id, part, tree))
            }
        }
        self.trees = trees
    }

    /// The tree of a part with the attributes of a schema; nil where conditions read none of them.
    func tree(_ part: RequestPart, _ schema: RecordSchema) -> AttributeTree? {
        let id = ObjectIdentifier(schema)
        return trees.first { $0.schema == id && $0.part == part }?.tree
    }
}
