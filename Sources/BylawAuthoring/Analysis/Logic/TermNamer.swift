import Bylaw
import BylawCEL

/// Gives parts of expressions a key, the same for parts that have the same value in every request, and tells which values
/// they have.
struct TermNamer {
    let domains: AttributeDomains
    let lets: [String: ExpressionSyntax]
    let tables: [String: [String]]

    /// The key of a part of an expression. Parts of one key say the same, under whatever name they know an attribute.
    func key(of node: Syntax, in expression: ExpressionSyntax) -> String {
        switch node.kind {
        case .identifier(let name, isRooted: false):
            // A let that is more than an attribute is known by its name: its text could grow without bound.
            if let (part, fields) = attribute(node) { return ([part.rawValue] + fields).joined(separator: ".") }
            return name
        case .select(let operand, let field, let isOptional):
            return key(of: operand, in: expression) + (isOptional ? ".?" : ".") + field.text
        case .presence(let operand, let field):
            return "has(\(key(of: operand, in: expression)).\(field.text))"
        case .unary(let operation, let operand):
            return "\(operation.rawValue)(\(key(of: operand, in: expression)))"
        case .binary(let operation, let left, let right, _):
            return "(\(key(of: left, in: expression)) \(operation.rawValue) \(key(of: right, in: expression)))"
        case .call(let name, let receiver, let arguments, _):
            let receiver = receiver.map { key(of: $0, in: expression) + "." } ?? ""
            let arguments = arguments.map { key(of: $0, in: expression) }.joined(separator: ", ")
            return "\(receiver)\(name.text)(\(arguments))"
        default:
            // Whatever names it has mean the same wherever this policy writes them.
            return "`\(expression.text(in: node.range))`"
        }
    }

    /// The values that a part of an expression can have.
    func domain(of node: Syntax) -> TermDomain {
        switch node.kind {
        case .identifier(let name, isRooted: false) where tables[name] != nil:
            return .texts(tables[name] ?? [])
        case .call(let name, _, let arguments, _):
            return ["size", "count"].contains(name.text) && arguments.count < 2 ? .count : .open
        default:
            guard let (part, fields) = attribute(node), let type = domains.type(of: part, fields) else { return .open }
            switch type {
            case .enumeration(let enumeration): return .texts(enumeration.values)
            case .int: return .integer
            case .bool: return .bool
            default: return .open
            }
        }
    }

    /// How many lets may stand for one another.
    private static let maximumLets = 8

    /// The attribute that a part of an expression is, maybe by a let.
    private func attribute(_ node: Syntax, lets depth: Int = 0) -> (part: RequestPart, fields: [String])? {
        switch node.kind {
        case .identifier(let name, isRooted: false):
            if let body = lets[name] {
                guard depth < Self.maximumLets, let parsed = ParsedExpression.parse(body.text).0 else { return nil }
                return attribute(parsed.root, lets: depth + 1)
            }
            return domains.part(name).map { ($0, []) }
        case .select(let operand, let field, isOptional: false):
            return attribute(operand, lets: depth).map { ($0.part, $0.fields + [field.text]) }
        default: return nil
        }
    }
}

extension Syntax {
    /// The value of a literal, or of a duration or a time that is written out.
    var constant: Value? {
        switch kind {
        case .literal(.bool(let value)): return .bool(value)
        case .literal(.int(let value)): return .int(value)
        case .literal(.double(let value)): return .double(value)
        case .literal(.string(let value)): return .string(value)
        case .unary(.negate, let operand):
            switch operand.constant {
            case .int(let value)?: return value == .min ? nil : .int(-value)
            case .double(let value)?: return .double(-value)
            default: return nil
            }
        case .call(let name, receiver: nil, let arguments, isRooted: false):
            guard arguments.count == 1, case .literal(.string(let text)) = arguments[0].kind else { return nil }
            switch name.text {
            case "duration": return DurationValue(text).map(Value.duration)
            case "timestamp": return TimestampValue(text).map(Value.timestamp)
            default: return nil
            }
        default: return nil
        }
    }
}
