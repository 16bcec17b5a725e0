import Bylaw
import BylawCEL
import BylawSource

/// Finds messages that show what a mask hides: because they say it, or because they show a free text that the mask does
/// not look at.
struct ShownMaskedText: AnalysisCheck {
    let codes = ["shows-masked"]

    private struct Mask {
        let checked: CheckedMask
        let policy: CheckedPolicy
        let finder: MaskFinder
    }

    func findings(in set: AnalysedSet) -> [Diagnostic] {
        let masks = set.policies.flatMap { policy in
            policy.checked.masks.filter { !$0.rewrite.isEmpty }.map { mask in
                // A pattern finds what may well be said in public too, as an address to write to.
                Mask(
                    checked: mask, policy: policy.checked,
                    finder: MaskFinder(mask, of: policy.checked, usesPatterns: false))
            }
        }
        return set.policies.flatMap { policy -> [Diagnostic] in
            let masks = masks.filter { $0.policy.isJudgedWith(policy.checked) }
            guard !masks.isEmpty else { return [] }
            return policy.syntax.messages.flatMap { message, actions in
                said(message, masks) + shown(message, masks, AttributeDomains(policy.checked.schema, actions: actions))
            }
        }
    }

    private func said(_ message: MessageSyntax, _ masks: [Mask]) -> [Diagnostic] {
        masks.compactMap { mask in
            let texts = message.texts.flatMap(\.value.parts).compactMap { part in
                if case .literal(let text) = part { text } else { nil }
            }
            guard let found = texts.lazy.compactMap({ mask.finder.firstFind(in: $0) }).first else { return nil }
            return .finding(
                "shows-masked", "the message says `\(found)`, which the mask `\(mask.checked.name)` hides in posts",
                at: message.location, labels: [.init(mask.checked.location, "this mask")])
        }
    }

    private func shown(_ message: MessageSyntax, _ masks: [Mask], _ domains: AttributeDomains) -> [Diagnostic] {
        message.texts.flatMap(\.value.parts).flatMap { part -> [Diagnostic] in
            guard case .placeholder(let expression) = part else { return [] }
            let names = expression.text.split(separator: ".").map(String.init)
            guard let first = names.first, let place = domains.part(first) else { return [] }
            let fields = Array(names.dropFirst())
            // A text that a mask looks at is refused at load.
            guard domains.type(of: place, fields) == .text,
                let mask = masks.first(where: {
                    !($0.checked.rewrite + $0.checked.verify).contains(RequestPath(place, fields))
                })
            else { return [] }
            return [
                .finding(
                    "shows-masked", "`\(expression.text)` may say what the mask `\(mask.checked.name)` hides",
                    at: expression.location, labels: [.init(mask.checked.location, "it does not look at that text")],
                    help: "do not show it")
            ]
        }
    }
}
