extension Overload {
    /// The overload as it is written, with types in place of values: `string.charAt(int) -> string`, `int + int -> int`,
    /// `list(A)[int] -> A`. `function` is the name that it belongs to.
    package func signature(of function: String) -> String {
        let operands = parameters.map(\.description)
        return Self.call(function, operands, isMember, isVariadic) + " -> " + result.description
    }

    private static func call(_ name: String, _ operands: [String], _ isMember: Bool, _ isVariadic: Bool) -> String {
        switch (name, operands.count) {
        case ("_?_:_", 3): return "\(operands[0]) ? \(operands[1]) : \(operands[2])"
        case ("_[_]", 2): return "\(operands[0])[\(operands[1])]"
        case ("_[?_]", 2): return "\(operands[0])[?\(operands[1])]"
        case ("_?._", 2): return "\(operands[0]).?field"
        case ("@in", 2): return "\(operands[0]) in \(operands[1])"
        case ("-_", 1), ("!_", 1): return "\(name.dropLast())\(operands[0])"
        case (_, 2) where name.hasPrefix("_"): return "\(operands[0]) \(name.dropFirst().dropLast()) \(operands[1])"
        default:
            let arguments = operands.dropFirst(isMember ? 1 : 0).joined(separator: ", ") + (isVariadic ? ", …" : "")
            return (isMember ? operands[0] + "." : "") + "\(name)(\(arguments))"
        }
    }
}

extension Library {
    /// The library's functions as a Markdown table, a row for each: how it is written, and what it is for.
    package var markdownTable: String {
        let rows = functions.map { function in
            let signatures = function.overloads.map { "`\($0.signature(of: function.name))`" }
            return "| \(signatures.joined(separator: "<br>")) | \(function.documentation) |".replacingBars
        }
        return (["| Written | Meaning |", "| --- | --- |"] + rows).joined(separator: "\n") + "\n"
    }
}

extension String {
    /// Inside a cell, `||` would end it.
    fileprivate var replacingBars: String {
        split(separator: "||", omittingEmptySubsequences: false).joined(separator: "\\|\\|")
    }
}
