/// The type of an expression, as the checker knows it.
package indirect enum CELType: Sendable, Hashable {
    case null
    case bool
    case int
    case uint
    case double
    case string
    case bytes
    case timestamp
    case duration
    case list(CELType)
    case map(CELType, CELType)
    case optional(CELType)
    /// The type of a type value: `type(1)` is a `type(int)`.
    case type(CELType)
    /// Known only when evaluated.
    case dyn
    /// The type of an expression that already has an error: compatible with everything, so that one slip is told once.
    case error
    /// A parameter of a generic function signature: `A` in `list(A)`.
    case parameter(String)
    /// A type that the checker has not found out yet: a parameter of the signature that one call uses, or the element
    /// of an empty list. In a checked expression it is as good as ``dyn``.
    case variable(Int)
    /// A record that the host declared, with named and typed fields.
    case record(RecordType)
    /// One of a closed set of strings. Assignable to `string`; comparing it with a literal outside is an error.
    case enumeration(Enumeration)
    /// A type that only the host understands, by name; assignable to `string` where it says so.
    case host(HostType)
    /// A type named by declarations only, with its parameters (the conformance tests' abstract types).
    case abstract(String, [CELType])
}

/// A closed set of strings, in the order declared.
package struct Enumeration: Sendable, Hashable {
    package let values: [String]

    package init(_ values: [String]) { self.values = values }
}

/// A type that the host declares and alone understands.
package struct HostType: Sendable, Hashable {
    package let name: String
    /// Whether a value of this type is a string too, so that every string function takes it.
    package let isString: Bool

    package init(_ name: String, isString: Bool) {
        self.name = name
        self.isString = isString
    }
}

/// A record with named fields. Two record types are the same if they are the same object. A record cannot hold itself.
package final class RecordType: Sendable, Hashable {
    package struct Field: Sendable {
        package let name: String
        package let type: CELType
        /// An optional field must be guarded by `has(x.f)` or `x.?f` before it is read.
        package let isOptional: Bool

        package init(_ name: String, _ type: CELType, isOptional: Bool = false) {
            self.name = name
            self.type = type
            self.isOptional = isOptional
        }
    }

    package let name: String
    /// In the order declared.
    package let fields: [Field]
    private let indices: [String: Int]

    package init(_ name: String, fields: [Field]) {
        self.name = name
        self.fields = fields
        indices = Dictionary(fields.indices.map { (fields[$0].name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package func index(of field: String) -> Int? { indices[field] }

    package static func == (a: RecordType, b: RecordType) -> Bool { a === b }

    package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
