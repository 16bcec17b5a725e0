internal import BylawPattern

/// Regular expressions, in RE2's syntax and in time linear in the text.
enum RegexFunctions {
    static let matches = Function(
        "matches", "Whether the regular expression matches anywhere in the text.",
        [
            Overload("matches", [.string, .string], .bool, .binary(Value.matches), preparation: preparedMatches),
            Overload(
                "matches_string", isMember: true, [.string, .string], .bool, .binary(Value.matches),
                preparation: preparedMatches),
        ])

    static let extensions = [extract, extractAll, replace]

    static let extract = Function(
        "regex.extract", "The first match, or its one group, as an optional.",
        [overload("regex_extract_string_string", .optional(.string), "regex.extract", RegexEdits.extract)])

    static let extractAll = Function(
        "regex.extractAll", "Every match, or its one group, from left to right.",
        [overload("regex_extractAll_string_string", .list(.string), "regex.extractAll", RegexEdits.extractAll)])

    static let replace = Function(
        "regex.replace",
        "The text with every match, or the first so many, replaced; `\\1` in the replacement is the first group.",
        [
            Overload(
                "regex_replace_string_string_string", [.string, .string, .string], .string,
                .ternary { text, pattern, replacement in
                    withPattern("regex.replace", text, pattern) { RegexEdits.replace($0, $1, replacement, .int(-1)) }
                },
                preparation: preparation("regex.replace") { pattern in
                    .ternary { text, literal, replacement in
                        guard case .string(let text) = text else {
                            return .noSuchOverload("regex.replace", text, literal, replacement)
                        }
                        return RegexEdits.replace(text, pattern, replacement, .int(-1))
                    }
                }),
            Overload(
                "regex_replace_string_string_string_int", [.string, .string, .string, .int], .string,
                .variadic { arguments in
                    guard arguments.count == 4 else { return .noSuchOverload("regex.replace") }
                    return withPattern("regex.replace", arguments[0], arguments[1]) {
                        RegexEdits.replace($0, $1, arguments[2], arguments[3])
                    }
                },
                preparation: preparation("regex.replace") { pattern in
                    .variadic { arguments in
                        guard arguments.count == 4, case .string(let text) = arguments[0] else {
                            return .noSuchOverload("regex.replace", arguments.first ?? .null)
                        }
                        return RegexEdits.replace(text, pattern, arguments[2], arguments[3])
                    }
                }),
        ])

    /// A function of a text and a pattern, which is compiled once where it is a literal.
    private static func overload(
        _ id: String, _ result: CELType, _ name: String, _ body: @escaping @Sendable (StringValue, Pattern) -> Value
    ) -> Overload {
        Overload(
            id, [.string, .string], result, .binary { withPattern(name, $0, $1, body) },
            preparation: preparation(name) { pattern in
                .binary { text, literal in
                    guard case .string(let text) = text else { return .noSuchOverload(name, text, literal) }
                    return body(text, pattern)
                }
            })
    }

    private static let preparedMatches = preparation("matches") { pattern in
        .binary { text, literal in
            guard case .string(let text) = text else { return .noSuchOverload("matches", text, literal) }
            return .bool(text.withUTF8 { pattern.isMatch($0) })
        }
    }

    private static func preparation(
        _ name: String, _ make: @escaping @Sendable (Pattern) -> Implementation
    ) -> Preparation {
        Preparation(argument: 1) { literal in
            guard case .string(let text) = literal else { return .failure(.noSuchOverload(name, literal)) }
            return compile(text, isLiteral: true).map(make)
        }
    }

    fileprivate static func withPattern(
        _ name: String, _ text: Value, _ pattern: Value, _ body: (StringValue, Pattern) -> Value
    ) -> Value {
        guard case (.string(let subject), .string(let source)) = (text, pattern) else {
            return .noSuchOverload(name, text, pattern)
        }
        switch compile(source, isLiteral: false) {
        case .success(let pattern): return body(subject, pattern)
        case .failure(let error): return .error(error)
        }
    }

    /// The message quotes nothing but literals: any other pattern is a value, which may be hidden.
    private static func compile(_ text: StringValue, isLiteral: Bool) -> Result<Pattern, EvaluationError> {
        do {
            return .success(try Pattern(String(text)))
        } catch {
            let reason = isLiteral ? error.message : error.code
            return .failure(EvaluationError(.invalidArgument, "the regular expression is malformed: \(reason)"))
        }
    }
}

extension Value {
    /// `a.matches(b)`, where the pattern is not known beforehand.
    package static func matches(_ a: Value, _ b: Value) -> Value {
        RegexFunctions.withPattern("matches", a, b) { text, pattern in
            .bool(text.withUTF8 { pattern.isMatch($0) })
        }
    }
}
