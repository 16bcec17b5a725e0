internal import BylawSource

// What the checker says, in one place.
extension ExpressionProblem {
    static func unknownName(_ name: String, _ range: SourceRange, known: [String]) -> ExpressionProblem {
        ExpressionProblem(
            "unknown-name", "nothing is named `\(name)`", at: range,
            help: Spelling.suggestion(for: name, in: known))
    }

    static func unknownType(_ name: Syntax.Name) -> ExpressionProblem {
        ExpressionProblem(
            "unknown-type", "`\(name.text)` is no type that can be made here", at: name.range,
            help: "a map is written {'key': value}")
    }

    static func unknownField(_ field: Syntax.Name, of record: RecordType) -> ExpressionProblem {
        let names = record.fields.map(\.name)
        let notes = names.isEmpty ? [] : ["`\(record.name)` has \(list(names))"]
        return ExpressionProblem(
            "unknown-field", "`\(record.name)` has no field `\(field.text)`", at: field.range, notes: notes,
            help: Spelling.suggestion(for: field.text, in: names))
    }

    static func noFields(_ type: CELType, _ field: Syntax.Name, _ range: SourceRange) -> ExpressionProblem {
        ExpressionProblem(
            "no-fields", "a value of type \(quoted(type)) has no fields", at: field.range,
            labels: [Label(range, "this is \(quoted(type))")])
    }

    static func unguarded(_ range: SourceRange, _ field: Syntax.Name) -> ExpressionProblem {
        ExpressionProblem(
            "unguarded-optional", "`\(field.text)` may be absent here", at: range,
            help: "ask first: `has(…) && …`, or read it as an optional: `.?\(field.text)`")
    }

    static func wrongResult(wanted: CELType, given: CELType, _ range: SourceRange) -> ExpressionProblem {
        ExpressionProblem("wrong-type", "this must be \(quoted(wanted)), but is \(quoted(given))", at: range)
    }

    static func wrongOperand(
        _ reader: String, wanted: CELType, given: CELType, _ range: SourceRange
    ) -> ExpressionProblem {
        ExpressionProblem("wrong-type", "\(reader) takes \(quoted(wanted)), not \(quoted(given))", at: range)
    }

    static func wrongKey(_ type: CELType, _ range: SourceRange) -> ExpressionProblem {
        ExpressionProblem("wrong-type", "a map key is a string, bool, int or uint, not \(quoted(type))", at: range)
    }

    static func incomparable(
        _ operation: BinaryOperator, _ left: CELType, _ right: CELType, _ range: SourceRange
    ) -> ExpressionProblem {
        ExpressionProblem(
            "wrong-type", "`\(operation.rawValue)` cannot compare \(quoted(left)) with \(quoted(right))", at: range)
    }

    static func noMember(_ left: CELType, _ right: CELType, _ range: SourceRange) -> ExpressionProblem {
        ExpressionProblem("wrong-type", "`in` cannot look for \(quoted(left)) in \(quoted(right))", at: range)
    }

    static func noOperator(_ symbol: String, _ types: [CELType], _ range: SourceRange) -> ExpressionProblem {
        let operands = types.map(quoted).joined(separator: " and ")
        return ExpressionProblem("wrong-type", "`\(symbol)` does not work on \(operands)", at: range)
    }

    static func noIndex(_ type: CELType, _ range: SourceRange) -> ExpressionProblem {
        ExpressionProblem("wrong-type", "a value of type \(quoted(type)) has no elements to index", at: range)
    }

    static func noElements(_ macro: Syntax.Name, _ type: CELType, _ range: SourceRange) -> ExpressionProblem {
        ExpressionProblem("wrong-type", "`\(macro.text)` goes over a list or a map, not \(quoted(type))", at: range)
    }

    static func unsortable(_ type: CELType, _ range: SourceRange) -> ExpressionProblem {
        ExpressionProblem("wrong-type", "values of type \(quoted(type)) have no order", at: range)
    }

    static func branches(_ then: CELType, _ otherwise: CELType, _ range: SourceRange) -> ExpressionProblem {
        ExpressionProblem(
            "wrong-type", "both branches must have one type, but are \(quoted(then)) and \(quoted(otherwise))",
            at: range)
    }

    static func disjoint(_ a: Enumeration, _ b: Enumeration, _ range: SourceRange) -> ExpressionProblem {
        ExpressionProblem(
            "not-in-enumeration", "these can never be equal", at: range,
            notes: ["one is \(list(a.values))", "the other is \(list(b.values))"])
    }

    static func notInEnumeration(
        _ text: String, _ enumeration: Enumeration, _ range: SourceRange
    ) -> ExpressionProblem {
        let help = Spelling.suggestion(for: text, in: enumeration.values)
        return ExpressionProblem(
            "not-in-enumeration", "`\(text)` is not one of \(list(enumeration.values))", at: range, help: help)
    }

    static func unknownFunction(_ name: Syntax.Name, isMethod: Bool, known: [String]) -> ExpressionProblem {
        ExpressionProblem(
            "unknown-function", "no \(isMethod ? "method" : "function") is named `\(name.text)`", at: name.range,
            help: Spelling.suggestion(for: name.text, in: known))
    }

    static func notTheHosts(_ name: Syntax.Name, _ receiver: CELType?, _ given: [CELType]) -> ExpressionProblem {
        let shown = given.map(\.description).joined(separator: ", ")
        let message =
            receiver.map { "\(quoted($0)) has no method `\(name.text)` that takes (\(shown))" }
            ?? "`\(name.text)` does not take (\(shown))"
        return ExpressionProblem("no-overload", message, at: name.range)
    }

    static func noOverload(
        _ function: String, _ name: SourceRange, _ given: [CELType], _ ranges: [SourceRange], _ isMember: Bool,
        _ candidates: [Overload]
    ) -> ExpressionProblem {
        let receiver = isMember ? 1 : 0
        let shown = given.dropFirst(receiver).map(\.description).joined(separator: ", ")
        let notes = candidates.prefix(6).map { "it is \(signature(function, $0))" }
        if isMember, !candidates.isEmpty, !candidates.contains(where: { fits($0.parameters[0], given[0]) }) {
            return ExpressionProblem(
                "no-overload", "\(quoted(given[0])) has no method `\(function)`", at: name,
                labels: [Label(ranges[0], "this is \(quoted(given[0]))")], notes: notes)
        }
        return ExpressionProblem("no-overload", "`\(function)` does not take (\(shown))", at: name, notes: notes)
    }

    private static func fits(_ wanted: CELType, _ given: CELType) -> Bool {
        var unifier = Unifier()
        return unifier.accepts(unifier.instantiate([wanted]), [given])
    }

    /// An overload as it is called: `string.startsWith(string) -> bool`.
    private static func signature(_ function: String, _ overload: Overload) -> String {
        let parameters = overload.parameters.map(\.description)
        let receiver = overload.isMember ? (parameters.first ?? "") + "." : ""
        let rest = parameters.dropFirst(overload.isMember ? 1 : 0).joined(separator: ", ")
        return "`\(receiver)\(function)(\(rest))`"
    }

    private static func quoted(_ type: CELType) -> String {
        if case .enumeration = type { return "\(type)" }
        return "`\(type)`"
    }

    private static func list(_ names: [String]) -> String {
        let shown = names.prefix(12).map { "`\($0)`" }
        return shown.joined(separator: ", ") + (names.count > 12 ? ", …" : "")
    }
}
