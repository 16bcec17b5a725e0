/// cel-go's `math` library, but for its bits.
enum MathFunctions {
    static let all = [greatest, least, ceil, floor, round, trunc, abs, sign, sqrt, isNaN, isInf, isFinite]

    static let greatest = extremum(
        "math.greatest", "max", "The greatest of the numbers given, or of a list's.", .greater)

    static let least = extremum("math.least", "min", "The least of the numbers given, or of a list's.", .less)

    static let ceil = rounding("math.ceil", "The nearest whole number that is not less.", .up)

    static let floor = rounding("math.floor", "The nearest whole number that is not greater.", .down)

    static let round = rounding(
        "math.round", "The nearest whole number, halves away from zero.", .toNearestOrAwayFromZero)

    static let trunc = rounding("math.trunc", "The number without what is behind its point.", .towardZero)

    static let abs = Function("math.abs", "The number without its sign.", numeric("math_abs", magnitude))

    static let sign = Function("math.sign", "-1, 0 or 1, of the number's own type.", numeric("math_sign", signum))

    static let sqrt = Function(
        "math.sqrt", "The square root; NaN for a negative number.",
        [("double", CELType.double), ("int", .int), ("uint", .uint)].map {
            .unary("math_sqrt_\($0.0)", $0.1, .double, squareRoot)
        })

    static let isNaN = test("math.isNaN", "Whether it is not a number.") { $0.isNaN }

    static let isInf = test("math.isInf", "Whether it is infinite.") { $0.isInfinite }

    static let isFinite = test("math.isFinite", "Whether it is neither infinite nor NaN.") { $0.isFinite }

    private static let numbers: [(String, CELType)] = [("int", .int), ("uint", .uint), ("double", .double)]

    private static func numeric(_ id: String, _ body: @escaping @Sendable (Value) -> Value) -> [Overload] {
        numbers.map { .unary("\(id)_\($0.0)", $0.1, $0.1, body) }
    }

    private static func rounding(_ name: String, _ documentation: String, _ rule: FloatingPointRoundingRule) -> Function
    {
        let id = name.replacingDot + "_double"
        return Function(
            name, documentation,
            [
                .unary(id, .double, .double) {
                    if case .double(let double) = $0 {
                        .double(double.rounded(rule))
                    } else {
                        .noSuchOverload(name, $0)
                    }
                }
            ])
    }

    private static func test(
        _ name: String, _ documentation: String, _ test: @escaping @Sendable (Double) -> Bool
    ) -> Function {
        Function(
            name, documentation,
            [
                .unary(name.replacingDot + "_double", .double, .bool) {
                    if case .double(let double) = $0 { .bool(test(double)) } else { .noSuchOverload(name, $0) }
                }
            ])
    }

    /// One number, two of any types, more of any types, or a list.
    private static func extremum(
        _ name: String, _ id: String, _ documentation: String, _ wanted: Ordering
    ) -> Function {
        @Sendable func best(_ values: [Value]) -> Value {
            guard var best = values.first else { return .failure(.invalidArgument, "`\(name)` of no numbers") }
            guard best.isNumber else { return .noSuchOverload(name, best) }
            for value in values.dropFirst() {
                guard value.isNumber else { return .noSuchOverload(name, best, value) }
                if value.ordering(to: best) == wanted { best = value }
            }
            return best
        }
        var overloads: [Overload] = []
        for (first, type) in numbers {
            overloads.append(.unary("math_@\(id)_\(first)", type, type) { best([$0]) })
        }
        for (first, a) in numbers {
            for (second, b) in numbers {
                let result = a == b ? a : CELType.dyn
                overloads.append(.binary("math_@\(id)_\(first)_\(second)", a, b, result) { best([$0, $1]) })
            }
        }
        for (element, type) in numbers + [("dyn", .dyn)] {
            overloads.append(
                Overload(
                    "math_@\(id)_\(element)_many", [type, type, type], isVariadic: true, type, .variadic(best)))
        }
        for (element, type) in numbers {
            overloads.append(
                .unary("math_@\(id)_list_\(element)", .list(type), type) {
                    if case .list(let list) = $0 { best(list.elements) } else { best([$0]) }
                })
        }
        return Function(name, documentation, overloads)
    }

    @Sendable private static func magnitude(_ value: Value) -> Value {
        switch value {
        case .int(let int): int == .min ? .failure(.overflow, "integer overflow") : .int(Swift.abs(int))
        case .uint: value
        case .double(let double): .double(double.magnitude)
        default: .noSuchOverload("math.abs", value)
        }
    }

    @Sendable private static func signum(_ value: Value) -> Value {
        switch value {
        case .int(let int): .int(int.signum())
        case .uint(let uint): .uint(uint == 0 ? 0 : 1)
        case .double(let double): .double(double.isNaN ? double : double > 0 ? 1 : double < 0 ? -1 : 0)
        default: .noSuchOverload("math.sign", value)
        }
    }

    @Sendable private static func squareRoot(_ value: Value) -> Value {
        switch value {
        case .int(let int): .double(Double(int).squareRoot())
        case .uint(let uint): .double(Double(uint).squareRoot())
        case .double(let double): .double(double.squareRoot())
        default: .noSuchOverload("math.sqrt", value)
        }
    }
}

extension Value {
    /// Whether this is an int, a uint or a double.
    var isNumber: Bool {
        switch self {
        case .int, .uint, .double: true
        default: false
        }
    }
}

extension String {
    /// `math.ceil` as the start of an overload's name: `math_ceil`.
    fileprivate var replacingDot: String { String(map { $0 == "." ? "_" : $0 }) }
}
