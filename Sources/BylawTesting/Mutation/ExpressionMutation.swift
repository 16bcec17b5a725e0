import Bylaw
import BylawCEL
import BylawSource

/// Changes to an expression's text: each a part of it and what stands there instead.
struct ExpressionMutation {
    let name: String
    let range: SourceRange
    let replacement: String

    /// Every change of an expression that may make a difference; none for what is no expression.
    ///
    /// - Parameter isTruth: whether the whole is a condition, and so may be turned round.
    static func all(of text: String, isTruth: Bool) -> [ExpressionMutation] {
        guard let expression = ParsedExpression.parse(text).0 else { return [] }
        var finder = Finder(text: Array(text.utf8))
        if isTruth { finder.negate(expression.root) }
        finder.find(in: expression.root)
        return finder.found
    }

    private struct Finder {
        let text: [UInt8]
        var found: [ExpressionMutation] = []

        mutating func find(in node: Syntax) {
            switch node.kind {
            case .logical(let operation, let operands): drop(operands, of: operation, in: node)
            case .unary(.not, let operand): add("un-negate", node, with: joinable(operand))
            case .conditional(let question, let then, let otherwise):
                negate(question)
                add("always", node, with: text(then))
                add("never", node, with: text(otherwise))
            case .binary(let operation, let left, let right, let range):
                if ![left, right].contains(where: \.isOrderedConstant), let other = operation.otherStrictness {
                    add("strictness", range, with: other)
                }
            case .literal(let literal): move(literal, node)
            case .call(let name, receiver: nil, let arguments, _): move(name.text, arguments)
            case .comprehension(let comprehension):
                if let other = comprehension.otherQuantifier {
                    add("quantifier", comprehension.name.range, with: other)
                }
            default: break
            }
            for part in node.parts { find(in: part) }
        }

        /// Turns a truth value round.
        mutating func negate(_ node: Syntax) {
            switch node.kind {
            // Without `!`, which is done where it is found.
            case .unary(.not, _): break
            case .binary(.equal, _, _, let range): add("negate", range, with: "!=")
            case .binary(.notEqual, _, _, let range): add("negate", range, with: "==")
            case .literal(.bool(let bool)): add("negate", node, with: bool ? "false" : "true")
            default: add("negate", node, with: node.binds ? "!" + text(node) : "!(\(text(node)))")
            }
        }

        private mutating func drop(_ operands: [Syntax], of operation: LogicalOperator, in node: Syntax) {
            for (index, operand) in operands.enumerated() {
                negate(operand)
                var others = operands
                others.remove(at: index)
                add("drop", node, with: others.map(side).joined(separator: " \(operation.rawValue) "))
            }
        }

        /// Moves a number by one, or by one in the last place that is written.
        private mutating func move(_ literal: Literal, _ node: Syntax) {
            switch literal {
            case .int(let value):
                if value < .max { add("more", node, with: String(value + 1)) }
                if value > .min { add("less", node, with: String(value - 1)) }
            case .uint(let value):
                if value < .max { add("more", node, with: "\(value + 1)u") }
                if value > 0 { add("less", node, with: "\(value - 1)u") }
            case .double(let value):
                let step = node.lastPlace ?? 1
                add("more", node, with: "\(value + step)")
                add("less", node, with: "\(value - step)")
            case .null, .bool, .string, .bytes: break
            }
        }

        /// Moves a time or duration by a second.
        private mutating func move(_ function: String, _ arguments: [Syntax]) {
            guard arguments.count == 1, case .literal(.string(let written)) = arguments[0].kind else { return }
            for (name, seconds) in [("more", 1), ("less", -1)] {
                switch function {
                case "duration":
                    guard let duration = DurationValue(written) else { continue }
                    let moved = DurationValue(
                        seconds: duration.seconds + Int64(seconds), nanoseconds: duration.nanoseconds)
                    if let moved { add(name, arguments[0], with: "'\(moved.text)'") }
                case "timestamp":
                    guard let time = Timestamp(written) else { continue }
                    add(name, arguments[0], with: "'\(time.advanced(by: .seconds(seconds)))'")
                default: return
                }
            }
        }

        private mutating func add(_ name: String, _ node: Syntax, with replacement: String) {
            add(name, node.range, with: replacement)
        }

        private mutating func add(_ name: String, _ range: SourceRange, with replacement: String) {
            let isKnown = found.contains { $0.range == range && $0.replacement == replacement }
            if !isKnown { found.append(.init(name: name, range: range, replacement: replacement)) }
        }

        private func text(_ node: Syntax) -> String {
            String(decoding: text[node.range.start..<node.range.end], as: UTF8.self)
        }

        /// The text of a node among others of `&&` or `||`, in parentheses where it is of that kind itself.
        private func side(_ node: Syntax) -> String {
            switch node.kind {
            case .logical, .conditional: "(\(text(node)))"
            default: text(node)
            }
        }

        /// The text of a node, in parentheses where its neighbours could draw on its parts.
        private func joinable(_ node: Syntax) -> String { node.binds ? text(node) : "(\(text(node)))" }
    }

    /// A text with the change made.
    func applied(to text: String) -> String {
        let bytes = Array(text.utf8)
        return String(decoding: bytes[..<range.start], as: UTF8.self) + replacement
            + String(decoding: bytes[range.end...], as: UTF8.self)
    }
}

extension BinaryOperator {
    /// The same comparison with or without what is equal.
    fileprivate var otherStrictness: String? {
        switch self {
        case .less: "<="
        case .lessOrEqual: "<"
        case .greater: ">="
        case .greaterOrEqual: ">"
        default: nil
        }
    }
}

extension Comprehension {
    fileprivate var otherQuantifier: String? {
        switch kind {
        case .all: "exists"
        case .exists: "all"
        default: nil
        }
    }
}

extension Syntax {
    /// Whether it stays one whole beside any operator.
    fileprivate var binds: Bool {
        switch kind {
        case .literal, .identifier, .select, .presence, .index, .call, .list, .map, .message, .comprehension, .bind,
            .optionalMap:
            true
        case .unary, .binary, .logical, .conditional: false
        }
    }
}
