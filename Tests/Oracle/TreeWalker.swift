package import BylawCEL

/// The plainest evaluator that can be right: it walks the parsed expression with a dictionary of variables, and shares
/// with the plan only the libraries' functions. Operators, truth, fields, indices and macros are its own.
///
/// Calls that belong to a host are no part of the language: `host` answers them.
package struct TreeWalker {
    /// Asked for every call before it is looked up among the functions; nil: the call is none of the host's.
    package typealias Host = (_ name: String, _ receiver: Syntax?, _ arguments: [Syntax]) -> Value?

    package let environment: Environment
    package var variables: [String: Value]
    private let host: Host

    package init(environment: Environment, variables: [String: Value], host: @escaping Host = { _, _, _ in nil }) {
        self.environment = environment
        self.variables = variables
        self.host = host
    }

    package func evaluate(_ syntax: Syntax) -> Value {
        switch syntax.kind {
        case .literal(let literal): return value(of: literal)
        case .identifier(let name, _): return variable(name)
        case .select(let operand, let field, let isOptional):
            if let name = Self.names(syntax)?.joined(separator: ".") {
                if let value = variables[name] { return value }
                if let type = TypeValue.standard.first(where: { $0.name == name }) { return .type(type) }
            }
            return select(evaluate(operand), field.text, isOptional: isOptional, of: Self.names(syntax))
        case .presence(let operand, let field): return presence(evaluate(operand), field.text)
        case .index(let operand, let index, let isOptional):
            return self.index(evaluate(operand), evaluate(index), isOptional: isOptional)
        case .unary(.not, let operand):
            let value = evaluate(operand)
            if case .bool(let bool) = value { return .bool(!bool) }
            return value.isError ? value : overloadError
        case .unary(.negate, let operand): return call("-_", [evaluate(operand)], isMember: false)
        case .binary(let operation, let left, let right, _):
            return binary(operation, evaluate(left), evaluate(right))
        case .logical(let operation, let operands): return logical(operation == .or, operands.map(evaluate))
        case .conditional(let condition, let then, let otherwise):
            let value = evaluate(condition)
            if case .bool(let bool) = value { return evaluate(bool ? then : otherwise) }
            return value.isError ? value : overloadError
        case .call(let name, let receiver, let arguments, _): return call(name.text, receiver, arguments)
        case .list(let elements): return list(elements)
        case .map(let entries): return map(entries)
        case .message: return overloadError
        case .comprehension(let comprehension): return self.comprehension(comprehension)
        case .bind(let variable, let value, let body): return with([(variable.text, evaluate(value))]).evaluate(body)
        case .optionalMap(let operand, let variable, let body, let isFlat):
            let value = evaluate(operand)
            guard case .optional(let optional) = value else { return value.isError ? value : overloadError }
            guard let held = optional.value else { return value }
            let result = with([(variable.text, held)]).evaluate(body)
            return result.isError || isFlat ? result : .some(result)
        }
    }

    private let overloadError = Value.failure(.noSuchOverload, "no such overload")

    private func with(_ bindings: [(String, Value)]) -> TreeWalker {
        var inner = self
        for (name, value) in bindings {
            // A local variable hides what is declared below its name: `x.y` where `x` is bound.
            inner.variables = inner.variables.filter { !$0.key.hasPrefix(name + ".") }
            inner.variables[name] = value
        }
        return inner
    }

    private func value(of literal: Literal) -> Value {
        switch literal {
        case .null: .null
        case .bool(let bool): .bool(bool)
        case .int(let int): .int(int)
        case .uint(let uint): .uint(uint)
        case .double(let double): .double(double)
        case .string(let string): .string(string)
        case .bytes(let bytes): .bytes(BytesValue(bytes))
        }
    }

    private func variable(_ name: String) -> Value {
        if let value = variables[name] { return value }
        if name != "dyn", let type = TypeValue.standard.first(where: { $0.name == name }) { return .type(type) }
        return .failure(.unknownName, "no variable `\(name)`")
    }

    /// The names of a variable and the fields that lead on from it; nil where the expression is anything else.
    package static func names(_ syntax: Syntax) -> [String]? {
        switch syntax.kind {
        case .identifier(let name, _): [name]
        case .select(let operand, let field, isOptional: false): names(operand).map { $0 + [field.text] }
        default: nil
        }
    }

    // MARK: Fields and elements

    /// The field of a map or record; nothing where it is absent.
    private func field(_ value: Value, _ name: String) -> Value? {
        switch value {
        case .map(let map):
            zip(map.keys, map.values).first { key, _ in key.isEqual(to: .string(name)) }?.1
        case .record(let record):
            record.recordType.fields.firstIndex { $0.name == name }.flatMap { record[$0] }
        default: nil
        }
    }

    private func hasFields(_ value: Value) -> Bool {
        switch value {
        case .map, .record: true
        default: false
        }
    }

    /// `path` says what is missing where the field of an attribute is.
    private func select(_ operand: Value, _ name: String, isOptional: Bool, of path: [String]? = nil) -> Value {
        if operand.isError { return operand }
        if case .optional(let optional) = operand {
            guard let held = optional.value else { return operand }
            if case .optional = held {
                let inner = select(held, name, isOptional: true)
                guard case .optional(let found) = inner else { return inner }
                return .optional(found)
            }
            return select(held, name, isOptional: true)
        }
        guard hasFields(operand) else { return overloadError }
        if let value = field(operand, name) {
            return isOptional && !value.isError ? .some(value) : value
        }
        if isOptional { return .noOptional }
        guard let path else { return .failure(.noSuchField, "no such field") }
        return .failure(.missingAttribute(path: path, depth: path.count - 1), "no such field")
    }

    private func presence(_ operand: Value, _ name: String) -> Value {
        if operand.isError { return operand }
        if case .optional(let optional) = operand {
            return optional.value.map { presence($0, name) } ?? .bool(false)
        }
        guard hasFields(operand) else { return overloadError }
        let value = field(operand, name)
        // Only a host makes a record that holds an error: what it was given is of another type than declared.
        if let value, value.isError { return value }
        return .bool(value != nil)
    }

    private func index(_ operand: Value, _ index: Value, isOptional: Bool) -> Value {
        if operand.isError { return operand }
        if index.isError { return index }
        switch operand {
        case .optional(let optional):
            return optional.value.map { self.index($0, index, isOptional: true) } ?? operand
        case .list(let list):
            let place: Int? =
                switch index {
                case .int(let int): Int(exactly: int)
                case .uint(let uint): Int(exactly: uint) ?? -1
                case .double(let double): double == double.rounded() ? Int(exactly: double) ?? -1 : nil
                default: nil
                }
            guard let place else { return overloadError }
            let element = place >= 0 && place < list.count ? list.elements[place] : nil
            if isOptional { return element.map(Value.some) ?? .noOptional }
            return element ?? .failure(.noSuchKey, "no such index")
        case .map(let map):
            let value = zip(map.keys, map.values).first { $0.0.isEqual(to: index) }?.1
            switch index {
            case .bool, .int, .uint, .double, .string: break
            default: return .failure(.invalidKey, "no such kind of key")
            }
            if isOptional { return value.map(Value.some) ?? .noOptional }
            return value ?? .failure(.noSuchKey, "no such key")
        default: return overloadError
        }
    }

    // MARK: Operators

    private func binary(_ operation: BinaryOperator, _ left: Value, _ right: Value) -> Value {
        if left.isError { return left }
        if right.isError { return right }
        switch operation {
        case .equal: return .bool(left.isEqual(to: right))
        case .notEqual: return .bool(!left.isEqual(to: right))
        case .in:
            switch right {
            case .list(let list): return .bool(list.elements.contains { $0.isEqual(to: left) })
            case .map(let map): return .bool(map.keys.contains { $0.isEqual(to: left) })
            default: return overloadError
            }
        case .less: return order(left, right) { $0 == .less }
        case .lessOrEqual: return order(left, right) { $0 == .less || $0 == .equal }
        case .greater: return order(left, right) { $0 == .greater }
        case .greaterOrEqual: return order(left, right) { $0 == .greater || $0 == .equal }
        default: return call(operation.functionName, [left, right], isMember: false)
        }
    }

    private func order(_ left: Value, _ right: Value, _ holds: (Ordering) -> Bool) -> Value {
        left.ordering(to: right).map { .bool(holds($0)) } ?? overloadError
    }

    /// `&&` and `||` after every operand has been evaluated.
    private func logical(_ deciding: Bool, _ values: [Value]) -> Value {
        let isDecided = values.contains {
            if case .bool(let bool) = $0 { bool == deciding } else { false }
        }
        if isDecided { return .bool(deciding) }
        for value in values {
            if case .bool = value { continue }
            return value.isError ? value : overloadError
        }
        return .bool(!deciding)
    }

    // MARK: Calls

    private func call(_ name: String, _ receiver: Syntax?, _ arguments: [Syntax]) -> Value {
        if let answer = host(name, receiver, arguments) { return answer }
        if let receiver, let namespace = Self.names(receiver)?.joined(separator: "."), variables[namespace] == nil,
            environment.functions["\(namespace).\(name)"] != nil
        {
            return call("\(namespace).\(name)", arguments.map(evaluate), isMember: false)
        }
        let first = receiver.map(evaluate)
        if name == "or" || name == "orValue", let first, case .optional(let optional) = first, arguments.count == 1 {
            guard optional.value == nil else { return name == "or" ? first : optional.value ?? .null }
            let second = evaluate(arguments[0])
            if name == "orValue" || second.isError { return second }
            if case .optional = second { return second }
            return overloadError
        }
        return call(name, (first.map { [$0] } ?? []) + arguments.map(evaluate), isMember: receiver != nil)
    }

    private func call(_ name: String, _ arguments: [Value], isMember: Bool) -> Value {
        if let error = arguments.first(where: \.isError) { return error }
        for overload in environment.functions[name]?.overloads ?? []
        where overload.isMember == isMember && overload.accepts(arguments) {
            let value: Value
            switch overload.implementation {
            case .nullary(let body): value = body()
            case .unary(let body): value = body(arguments[0])
            case .binary(let body): value = body(arguments[0], arguments[1])
            case .ternary(let body): value = body(arguments[0], arguments[1], arguments[2])
            case .variadic(let body): value = body(arguments)
            case .fallback, .planned: value = overloadError
            }
            if value.failure?.kind != .noSuchOverload { return value }
        }
        return overloadError
    }

    // MARK: Literals and macros

    private func list(_ elements: [Syntax.Element]) -> Value {
        var values: [Value] = []
        for element in elements {
            let value = evaluate(element.value)
            if value.isError { return value }
            if element.isOptional {
                guard case .optional(let optional) = value else { return overloadError }
                if let held = optional.value { values.append(held) }
            } else {
                values.append(value)
            }
        }
        return .list(values)
    }

    private func map(_ entries: [Syntax.Entry]) -> Value {
        var keys: [Value] = []
        var values: [Value] = []
        for entry in entries {
            let key = evaluate(entry.key)
            if key.isError { return key }
            let value = evaluate(entry.value)
            if value.isError { return value }
            if entry.isOptional {
                guard case .optional(let optional) = value else { return overloadError }
                guard let held = optional.value else { continue }
                keys.append(key)
                values.append(held)
            } else {
                keys.append(key)
                values.append(value)
            }
        }
        return map(keys, values)
    }

    private func map(_ keys: [Value], _ values: [Value]) -> Value {
        for (index, key) in keys.enumerated() {
            switch key {
            case .bool, .int, .uint, .string: break
            default: return .failure(.invalidKey, "bad key")
            }
            if keys[..<index].contains(where: { $0.isEqual(to: key) }) { return .failure(.invalidKey, "key twice") }
        }
        do {
            return .map(try MapValue(keys: keys, values: values))
        } catch {
            return .error(error)
        }
    }

    private func comprehension(_ comprehension: Comprehension) -> Value {
        let collection = evaluate(comprehension.range)
        let keys: [Value]
        let values: [Value]
        var isMap = false
        switch collection {
        case .list(let list):
            keys = list.elements.indices.map { .int(Int64($0)) }
            values = list.elements
        case .map(let map):
            isMap = true
            keys = map.keys
            values = map.values
        default: return collection.isError ? collection : overloadError
        }
        if isMap, comprehension.kind == .sortBy { return overloadError }
        let singles = isMap ? keys : values
        let scopes = keys.indices.map { index in
            comprehension.variables.count == 2
                ? with([
                    (comprehension.variables[0].text, keys[index]), (comprehension.variables[1].text, values[index]),
                ])
                : with([(comprehension.variables[0].text, singles[index])])
        }
        var results: [(index: Int, value: Value)] = []
        for (index, scope) in scopes.enumerated() {
            if let condition = comprehension.condition {
                switch scope.evaluate(condition) {
                case .bool(false): continue
                case .bool(true): break
                case let other: return other.isError ? other : overloadError
                }
            }
            let value = scope.evaluate(comprehension.body)
            switch comprehension.kind {
            case .all, .exists: break
            case .existsOne, .filter:
                guard case .bool = value else { return value.isError ? value : overloadError }
            default: if value.isError { return value }
            }
            results.append((index, value))
        }
        func isTrue(_ value: Value) -> Bool { if case .bool(true) = value { true } else { false } }
        switch comprehension.kind {
        case .all: return logical(false, results.map(\.value))
        case .exists: return logical(true, results.map(\.value))
        case .existsOne: return .bool(results.filter { isTrue($0.value) }.count == 1)
        case .filter: return .list(results.filter { isTrue($0.value) }.map { singles[$0.index] })
        case .map, .transformList: return .list(results.map(\.value))
        case .transformMap: return map(results.map { keys[$0.index] }, results.map(\.value))
        case .transformMapEntry:
            var (newKeys, newValues): ([Value], [Value]) = ([], [])
            for result in results {
                guard case .map(let map) = result.value else { return overloadError }
                newKeys += map.keys
                newValues += map.values
            }
            return map(newKeys, newValues)
        case .sortBy: return ListEdits.sorted(values, by: results.map(\.value))
        }
    }
}
