import Bylaw
import BylawCEL
import BylawTesting

/// What attributes can be: for each place every value that some fixture gives it, and what its type has beside those.
struct ValuePool {
    private var values: [RequestPath: Set<AttributeValue>] = [:]

    init(_ cases: [FixtureCase]) {
        for (request, _) in cases.flatMap(\.situations) {
            for part in RequestPart.allCases {
                for attribute in request.attributes(of: part) {
                    add(attribute.value, at: RequestPath(part, [attribute.name]))
                }
            }
        }
    }

    private mutating func add(_ value: AttributeValue, at path: RequestPath) {
        values[path, default: []].insert(value)
        switch value {
        case .object(let attributes):
            for attribute in attributes {
                add(attribute.value, at: RequestPath(path.part, path.fields + [attribute.name]))
            }
        case .list(let items):
            for item in items { add(item, at: path) }
        default: break
        }
    }

    /// Values that a lost attribute could well have had.
    func values(for loss: Loss) -> [AttributeValue] {
        var all = values[loss.path] ?? []
        for type in loss.declared.types {
            switch type {
            case .bool: all.formUnion([.bool(true), .bool(false)])
            case .enumeration(let enumeration): all.formUnion(enumeration.values.map(AttributeValue.string))
            case .int: all.formUnion([.int(0), .int(1), .int(1_000)])
            case .string, .text: all.formUnion([.string(""), .string("x")])
            default: break
            }
        }
        return Array(all)
    }
}
