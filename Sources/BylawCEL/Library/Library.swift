/// A named group of functions and macros that an environment may have or lack.
package struct Library: Sendable {
    /// cel-go's name: `strings`, `math`.
    package let name: String
    package let functions: [Function]
    /// The macros that come with it, by the name they are called by: `optMap`. The parser expands them.
    package let macros: [String]

    package init(_ name: String, functions: [Function], macros: [String] = []) {
        self.name = name
        self.functions = functions
        self.macros = macros
    }
}

extension Library {
    /// What every CEL has.
    package static let standard = Library(
        "standard",
        functions: LogicFunctions.all + ComparisonFunctions.all + ArithmeticFunctions.all + CollectionFunctions.all
            + TextFunctions.all + ConversionFunctions.all + TimestampFunctions.all + DurationFunctions.all,
        macros: ["has", "all", "exists", "exists_one", "map", "filter"])

    /// `optional.of(x)`, `x.?y`, `x.orValue(y)`.
    package static let optionals = Library(
        "optionals", functions: OptionalFunctions.all, macros: ["optMap", "optFlatMap"])

    /// `cel.bind(name, value, expression)`.
    package static let bindings = Library("bindings", functions: [], macros: ["cel.bind"])

    /// Further functions on texts: `charAt`, `replace`, `format`.
    package static let strings = Library("strings", functions: StringFunctions.all + [FormatFunction.format])

    /// `math.greatest`, rounding, bits.
    package static let math = Library("math", functions: MathFunctions.all + BitFunctions.all)

    /// `base64.encode`, `base64.decode`.
    package static let encoders = Library("encoders", functions: EncoderFunctions.all)

    /// `slice`, `sort`, `distinct`, `lists.range`.
    package static let lists = Library("lists", functions: ListFunctions.all, macros: ["sortBy"])

    /// Lists taken as sets: `sets.contains`.
    package static let sets = Library("sets", functions: SetFunctions.all)

    /// `regex.extract`, `regex.replace`.
    package static let regex = Library("regex", functions: RegexFunctions.extensions)

    /// `all`, `exists` and `existsOne` over key and value, `transformList`, `transformMap`.
    package static let twoVariableComprehensions = Library(
        "two-var-comprehensions", functions: [],
        macros: ["all", "exists", "existsOne", "transformList", "transformMap", "transformMapEntry"])

    /// Every library there is, the standard one first.
    package static let all: [Library] = [
        standard, optionals, bindings, strings, math, encoders, lists, sets, regex, twoVariableComprehensions,
    ]
}
