/// What work costs, in cel-go's units: a name or a call is 1, a literal nothing, and texts count a tenth a scalar.
enum Cost {
    /// Looking up a variable or a field.
    static let name = 1
    static let call = 1
    static let list = 10
    static let map = 30
    /// The steps around the body of a comprehension, for each element, as cel-go's expansion of the macro has them.
    static let predicateStep = 3
    static let elementStep = 12
    static let entryStep = 32

    /// A tenth of a size, rounded up.
    @inline(__always)
    static func tenth(_ size: Int) -> Int { size / 10 + (size % 10 > 0 ? 1 : 0) }

    /// A call that goes through so much text.
    @inline(__always)
    static func call(traversing size: Int) -> Int { max(call, tenth(size)) }

    /// Comparing a value with each of so many others.
    @inline(__always)
    static func membership(of value: Value, among count: Int) -> Int {
        membership(ofSize: value.traversal, among: count)
    }

    /// The same for a text or collection of a size; 0 for what has none.
    @inline(__always)
    static func membership(ofSize size: Int, among count: Int) -> Int {
        max(call, product(count, max(1, tenth(size))))
    }

    /// A product that stays at the largest number where it would not fit.
    static func product(_ a: Int, _ b: Int) -> Int {
        let (product, overflows) = a.multipliedReportingOverflow(by: b)
        return overflows ? .max : product
    }

    /// A sum that stays at the largest number where it would not fit.
    static func sum(_ a: Int, _ b: Int) -> Int {
        let (sum, overflows) = a.addingReportingOverflow(b)
        return overflows ? .max : sum
    }
}

extension Value {
    /// What `size()` gives; 1 for what has no size. O(1).
    var size: Int {
        switch self {
        case .string(let text): text.scalarCount
        case .bytes(let bytes): bytes.count
        case .list(let list): list.count
        case .map(let map): map.count
        default: 1
        }
    }

    /// The size of a text or collection; 0 for what has none.
    var traversal: Int {
        switch self {
        case .string, .bytes, .list, .map: size
        default: 0
        }
    }
}

/// How the cost of a call follows from its arguments.
enum CallCost: Sendable {
    /// Always the same.
    case constant
    /// As long as the arguments together, and then the result.
    case traversal
    /// As long as the second argument.
    case second
    /// Each part of the first argument may meet each part of the second.
    case product
    /// Each element of the first argument may meet each other.
    case square

    init(function: String) {
        switch function {
        case "size", "type", "dyn", "value", "hasValue", "or", "orValue", "optional.of", "optional.none",
            "optional.ofNonZeroValue", "first", "last", "charAt", "-_":
            self = .constant
        case "startsWith", "endsWith": self = .second
        case "contains", "matches", "indexOf", "lastIndexOf", "replace", "split", "sets.contains",
            "sets.equivalent", "sets.intersects", "regex.extract", "regex.extractAll", "regex.replace":
            self = .product
        case "distinct": self = .square
        default: self = function.hasPrefix("get") ? .constant : .traversal
        }
    }

    /// The cost of a call before it is made.
    func before(_ first: Value, _ second: Value = .null, _ third: Value = .null) -> Int {
        switch self {
        case .constant: Cost.call
        case .traversal:
            max(Cost.call, Cost.tenth(Cost.sum(first.traversal, Cost.sum(second.traversal, third.traversal))))
        case .second: max(Cost.call, Cost.tenth(second.traversal))
        case .product: before(sizes: first.traversal, second.traversal)
        case .square: max(Cost.call, Cost.product(first.traversal, Cost.tenth(first.traversal)))
        }
    }

    /// The cost before the call of one that is a product of the sizes of its arguments.
    @inline(__always)
    func before(sizes first: Int, _ second: Int) -> Int {
        max(Cost.call, Cost.product(Cost.tenth(first + 1), max(1, Cost.tenth(second))))
    }
}
