/// The bits of ints and uints.
enum BitFunctions {
    static let all = [and, or, xor, not, shiftLeft, shiftRight]

    static let and = pairwise("math.bitAnd", "The bits that both have.") { $0 & $1 }

    static let or = pairwise("math.bitOr", "The bits that either has.") { $0 | $1 }

    static let xor = pairwise("math.bitXor", "The bits that one of them has.") { $0 ^ $1 }

    static let not = Function(
        "math.bitNot", "The bits that it has not.",
        [
            .unary("math_bitNot_int_int", .int, .int, complement),
            .unary("math_bitNot_uint_uint", .uint, .uint, complement),
        ])

    static let shiftLeft = shift(
        "math.bitShiftLeft", "The bits moved up by so many places; those moved out are lost."
    ) { $0 << $1 }

    static let shiftRight = shift(
        "math.bitShiftRight", "The bits moved down by so many places, zeros following them, also for negative ints."
    ) { $0 >> $1 }

    private static func pairwise(
        _ name: String, _ documentation: String, _ combine: @escaping @Sendable (UInt64, UInt64) -> UInt64
    ) -> Function {
        @Sendable func body(_ a: Value, _ b: Value) -> Value {
            switch (a, b) {
            case (.int(let x), .int(let y)):
                .int(Int64(bitPattern: combine(UInt64(bitPattern: x), UInt64(bitPattern: y))))
            case (.uint(let x), .uint(let y)): .uint(combine(x, y))
            default: .noSuchOverload(name, a, b)
            }
        }
        let id = "math_" + name.dropFirst("math.".count)
        return Function(
            name, documentation,
            [.binary("\(id)_int_int", .int, .int, .int, body), .binary("\(id)_uint_uint", .uint, .uint, .uint, body)])
    }

    private static func shift(
        _ name: String, _ documentation: String, _ shift: @escaping @Sendable (UInt64, Int64) -> UInt64
    ) -> Function {
        // Swift's smart shifts give zero for 64 places and more.
        @Sendable func body(_ a: Value, _ b: Value) -> Value {
            switch (a, b) {
            case (.int, .int(..<0)), (.uint, .int(..<0)): .failure(.invalidArgument, "shift by a negative number")
            case (.int(let bits), .int(let places)): .int(Int64(bitPattern: shift(UInt64(bitPattern: bits), places)))
            case (.uint(let bits), .int(let places)): .uint(shift(bits, places))
            default: .noSuchOverload(name, a, b)
            }
        }
        let id = "math_" + name.dropFirst("math.".count)
        return Function(
            name, documentation,
            [.binary("\(id)_int_int", .int, .int, .int, body), .binary("\(id)_uint_int", .uint, .int, .uint, body)])
    }

    @Sendable private static func complement(_ value: Value) -> Value {
        switch value {
        case .int(let int): .int(~int)
        case .uint(let uint): .uint(~uint)
        default: .noSuchOverload("math.bitNot", value)
        }
    }
}
