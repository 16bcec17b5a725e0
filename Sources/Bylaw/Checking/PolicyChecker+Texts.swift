import BylawCEL
import BylawSource

/// Masks and labels.
extension PolicyChecker {
    func mask(_ name: Located<String>, _ syntax: MaskSyntax) -> CheckedMask? {
        let lexicons = loaded.vocabulary.lexicons.names()
        for lexicon in syntax.lexicons where !lexicons.contains(lexicon.value) {
            problems.error(
                "unknown-lexicon", "there is no lexicon `\(lexicon.value)`", at: lexicon.location,
                help: Spelling.suggestion(for: lexicon.value, in: lexicons))
        }
        let patterns = syntax.patterns.compactMap { compile($0) }
        let values = syntax.values.compactMap { value -> RequestPath? in
            guard let (path, type) = paths.resolve(value, problems) else { return nil }
            guard isSearchable(type) else {
                problems.error(
                    "wrong-type", "expected a string or a list of strings, found \(type.name)", at: value.location)
                return nil
            }
            return path
        }
        func texts(_ fields: [ExpressionSyntax]) -> [RequestPath] {
            fields.compactMap { field in
                guard let (path, type) = paths.resolve(field, problems) else { return nil }
                guard type == .text else {
                    problems.error(
                        "not-a-text", "expected an attribute of type `text`, found \(type.name)", at: field.location,
                        help: "declare the field as `text` in `types`")
                    return nil
                }
                return path
            }
        }
        let replacement: CheckedMask.Replacement? =
            switch syntax.replacement {
            case .redact: .redact
            case .text(let text): .text(text.value)
            case .keepLast(let count): .keepLast(count.value)
            case .number(let template): .number(template.value)
            case .pseudonym(let key, let scope, let template):
                pseudonym(key, scope, template)
            }
        let rewrite = texts(syntax.rewrite)
        let verify = texts(syntax.verify)
        return replacement.map {
            CheckedMask(
                name: name.value, location: name.location, values: values, lexicons: syntax.lexicons.map(\.value),
                patterns: patterns, phrases: syntax.phrases.map(\.value), rewrite: rewrite,
                verify: verify, fold: syntax.fold, replacement: $0)
        }
    }

    private func pseudonym(
        _ key: Located<String>, _ scope: ExpressionSyntax?, _ template: Located<String>?
    ) -> CheckedMask.Replacement? {
        var checkedScope: CheckedExpression?
        if let scope {
            guard let checked = self.scope.check(scope, expecting: .string) else { return nil }
            checkedScope = checked
        }
        return .pseudonym(key: key.value, scope: checkedScope, template: template?.value ?? "{id}")
    }

    private func isSearchable(_ type: AttributeType) -> Bool {
        switch type {
        case .string, .text, .enumeration: true
        case .list(let element): isSearchable(element)
        default: false
        }
    }

    func label(_ name: Located<String>, _ syntax: LabelSyntax) -> CheckedLabel? {
        let values = syntax.values.map(\.value)
        let declared = syntax.declared.flatMap { expression -> RequestPath? in
            guard let (path, type) = paths.resolve(expression, problems) else { return nil }
            switch type {
            case .string, .text: break
            case .enumeration(let enumeration):
                for value in syntax.values where !enumeration.values.contains(value.value) {
                    problems.error(
                        "not-in-enumeration", "`\(expression.text)` is never `\(value.value)`", at: value.location,
                        help: Spelling.suggestion(for: value.value, in: enumeration.values))
                }
            default:
                problems.error("wrong-type", "expected a string, found \(type.name)", at: expression.location)
                return nil
            }
            return path
        }
        func conditions(_ entries: [Named<ConditionSyntax>]) -> [(value: String, condition: CheckedCondition)] {
            entries.compactMap { entry in
                if !values.contains(entry.name.value) {
                    problems.error(
                        "unknown-word", "`\(entry.name.value)` is none of the label's values", at: entry.name.location,
                        help: Spelling.suggestion(for: entry.name.value, in: values))
                }
                return scope.check(entry.value, actions: []).condition.map { (entry.name.value, $0) }
            }
        }
        return CheckedLabel(
            name: name.value, location: name.location, values: values, declared: declared,
            infer: conditions(syntax.infer), evidence: conditions(syntax.evidence))
    }
}
