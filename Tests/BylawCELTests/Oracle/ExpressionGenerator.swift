import BylawTestSupport

/// Random expressions, mostly of the types that their places want, so that most evaluate and some are errors.
struct ExpressionGenerator {
    enum Kind: CaseIterable {
        case bool, int, uint, double, string, ints, strings, map, optional
    }

    private var random: SeededGenerator
    private var locals: [(name: String, kind: Kind)] = []
    private var serial = 0

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// The variables that a generated expression may read.
    static let variables: [(name: String, kind: Kind)] = [
        ("b", .bool), ("i", .int), ("u", .uint), ("d", .double), ("s", .string), ("is", .ints), ("ss", .strings),
        ("m", .map), ("o", .optional),
    ]

    /// An expression nested up to so many levels.
    mutating func expression(_ depth: Int) -> String { make(pick([.bool, .bool, .int, .string, .ints, .map]), depth) }

    private mutating func pick<T>(_ choices: [T]) -> T { choices[Int(random.next() % UInt64(choices.count))] }

    private mutating func chance(_ percent: UInt64) -> Bool { random.next() % 100 < percent }

    private mutating func make(_ wanted: Kind, _ depth: Int) -> String {
        // Now and then something of another type, which is an error when evaluated, or absorbed.
        let kind = chance(4) ? pick(Kind.allCases) : wanted
        guard depth > 0, !chance(10) else { return leaf(kind) }
        let next = depth - 1
        if chance(5) { return "(\(make(.bool, next)) ? \(make(kind, next)) : \(make(kind, next)))" }
        if chance(4) {
            let outer = make(pick([.int, .string, .ints]), next)
            return local(.int) { "cel.bind(\($1), \(outer), \($0.make(kind, next)))" }
        }
        switch kind {
        case .bool: return bool(next)
        case .int: return int(next)
        case .uint:
            return chance(50) ? "(\(make(.uint, next)) \(pick(["+", "*", "-"])) \(make(.uint, next)))" : leaf(kind)
        case .double: return "(\(make(.double, next)) \(pick(["+", "-", "*", "/"])) \(make(.double, next)))"
        case .string: return string(next)
        case .ints: return ints(next)
        case .strings: return strings(next)
        case .map: return map(next)
        case .optional: return optional(next)
        }
    }

    private mutating func leaf(_ kind: Kind) -> String {
        let known = (Self.variables + locals).filter { $0.kind == kind }.map(\.name)
        if !known.isEmpty, chance(60) { return pick(known) }
        switch kind {
        case .bool: return pick(["true", "false"])
        case .int: return pick(["0", "1", "2", "-1", "7", "9223372036854775807", "(1 / 0)"])
        case .uint: return pick(["0u", "1u", "18446744073709551615u"])
        case .double: return pick(["0.0", "1.0", "-1.5", "2.0", "1e300"])
        case .string: return pick(["''", "'a'", "'ab'", "'é'", "'日本'", "'b'"])
        case .ints: return pick(["[]", "[1]", "[1, 2, 3]", "[0, 0]"])
        case .strings: return pick(["[]", "['a']", "['a', 'b']"])
        case .map: return pick(["{}", "{'a': 1}", "{'a': 1, 'b': 2}", "{'b': 0}"])
        case .optional: return pick(["optional.none()", "optional.of(1)"])
        }
    }

    /// Runs `body` with the name of a new variable in scope.
    private mutating func local(_ kind: Kind, _ body: (inout ExpressionGenerator, String) -> String) -> String {
        serial += 1
        // Some names hide those outside.
        let name = chance(20) ? "i" : "v\(serial % 3)"
        locals.append((name, kind))
        defer { locals.removeLast() }
        return body(&self, name)
    }

    private static let numbers: [Kind] = [.int, .uint, .double]

    private mutating func bool(_ next: Int) -> String {
        let order = pick(["<", "<=", ">", ">=", "==", "!="])
        switch random.next() % 12 {
        case 0: return "(\(make(.bool, next)) && \(make(.bool, next)))"
        case 1: return "(\(make(.bool, next)) || \(make(.bool, next)))"
        case 2: return "(\(make(.bool, next)) && \(make(.bool, next)) && \(make(.bool, next)))"
        case 3: return "(!\(make(.bool, next)))"
        case 4: return "(\(make(.int, next)) \(order) \(make(.int, next)))"
        case 5: return "(\(make(.string, next)) \(order) \(make(.string, next)))"
        case 6: return "(\(make(.int, next)) in \(make(pick([.ints, .map, .strings]), next)))"
        case 7:
            let macro = pick(["all", "exists", "exists_one"])
            return local(.int) { "\($0.make(.ints, next)).\(macro)(\($1), \($0.make(.bool, next)))" }
        case 8: return "has(\(make(pick([.map, .optional]), next)).\(pick(["a", "b", "zz"])))"
        case 9: return "\(make(.optional, next)).hasValue()"
        case 10: return "\(make(.string, next)).\(pick(["startsWith", "endsWith", "contains"]))(\(make(.string, next)))"
        default:
            let order = pick(["==", "!=", "<", ">="])
            let (a, b) = (pick(Self.numbers), pick(Self.numbers))
            return "(dyn(\(make(a, next))) \(order) dyn(\(make(b, next))))"
        }
    }

    private mutating func int(_ next: Int) -> String {
        switch random.next() % 7 {
        case 0, 1: return "(\(make(.int, next)) \(pick(["+", "-", "*", "/", "%"])) \(make(.int, next)))"
        case 2: return "size(\(make(pick([.string, .ints, .map, .strings]), next)))"
        case 3: return "\(make(.ints, next))[\(make(.int, next))]"
        case 4: return "\(make(.map, next))\(pick([".a", ".b", "['a']"]))"
        case 5: return "\(make(.optional, next)).orValue(\(make(.int, next)))"
        default: return "(-\(make(.int, 0)))"
        }
    }

    private mutating func string(_ next: Int) -> String {
        switch random.next() % 5 {
        case 0, 1: return "(\(make(.string, next)) + \(make(.string, next)))"
        case 2: return "string(\(make(pick([.int, .double, .uint]), next)))"
        case 3: return "\(make(.strings, next))[\(make(.int, next))]"
        default: return "\(make(.string, next)).substring(\(make(.int, 0)))"
        }
    }

    private mutating func ints(_ next: Int) -> String {
        switch random.next() % 7 {
        case 0: return "[\(make(.int, next)), ?\(make(.optional, next))]"
        case 1: return "(\(make(.ints, next)) + \(make(.ints, next)))"
        case 2: return local(.int) { "\($0.make(.ints, next)).map(\($1), \($0.make(.int, next)))" }
        case 3: return local(.int) { "\($0.make(.ints, next)).filter(\($1), \($0.make(.bool, next)))" }
        case 4:
            return local(.int) { "\($0.make(.ints, next)).map(\($1), \($0.make(.bool, next)), \($0.make(.int, next)))" }
        case 5:
            let range: Kind = chance(50) ? .ints : .map
            return local(.int) { "\($0.make(range, next)).transformList(w, \($1), \($0.make(.int, next)))" }
        default: return local(.int) { "\($0.make(.ints, next)).sortBy(\($1), \($0.make(.int, next)))" }
        }
    }

    private mutating func strings(_ next: Int) -> String {
        switch random.next() % 4 {
        case 0: "[\(make(.string, next)), \(make(.string, next))]"
        case 1: "\(make(.string, next)).split('a')"
        case 2: "(\(make(.strings, next)) + \(make(.strings, next)))"
        default: "\(make(.map, next)).map(k, k)"
        }
    }

    private mutating func optional(_ next: Int) -> String {
        switch random.next() % 6 {
        case 0: "\(make(.map, next)).?\(pick(["a", "b", "zz"]))"
        case 1: "\(make(.ints, next))[?\(make(.int, next))]"
        case 2: "optional.of(\(make(.int, next)))"
        case 3: "optional.none()"
        case 4: "\(make(.optional, next)).or(\(make(.optional, next)))"
        default: local(.int) { "\($0.make(.optional, next)).optMap(\($1), \($0.make(.int, next)))" }
        }
    }

    private mutating func map(_ next: Int) -> String {
        switch random.next() % 4 {
        case 0: return "{'a': \(make(.int, next)), ?'b': \(make(.optional, next))}"
        case 1: return "{\(make(.string, next)): \(make(.int, next)), 'a': \(make(.int, next))}"
        case 2: return local(.int) { "\($0.make(.map, next)).transformMap(w, \($1), \($0.make(.int, next)))" }
        default:
            return local(.int) {
                "\($0.make(.ints, next)).transformMapEntry(w, \($1), {string(\($0.make(.int, next))): w})"
            }
        }
    }
}
