import Bylaw
import BylawSource

/// Finds masks that undo each other: what one puts into a text another finds there, or nobody can tell whose letters
/// stand for what.
struct UndoneMasks: AnalysisCheck {
    let codes = ["masks-undo"]

    private struct Mask {
        let policy: CheckedPolicy
        let checked: CheckedMask
        let syntax: MaskSyntax

        var paths: [RequestPath] { checked.rewrite + checked.verify }

        /// Whether both look at one text of one request.
        func meets(_ other: Mask) -> Bool {
            policy.isJudgedWith(other.policy) && paths.contains { other.paths.contains($0) }
        }
    }

    func findings(in set: AnalysedSet) -> [Diagnostic] {
        let masks = set.policies.flatMap { policy in
            policy.checked.masks.compactMap { mask in
                policy.syntax.masks.named(mask.name).map { Mask(policy: policy.checked, checked: mask, syntax: $0) }
            }
        }
        return masks.enumerated().flatMap { index, mask in
            found(mask, masks) + collisions(of: mask, with: masks[..<index])
        }
    }

    /// What a mask puts in that a mask of the same texts finds: whoever masks by hand as the mask does is told that the
    /// text still reveals something.
    private func found(_ mask: Mask, _ masks: [Mask]) -> [Diagnostic] {
        guard let (sample, place) = mask.syntax.sample else { return [] }
        return masks.filter { $0.meets(mask) }.compactMap { other in
            guard let found = MaskFinder(other.checked, of: other.policy).firstFind(in: sample) else { return nil }
            let isItself = other.checked.location.description == mask.checked.location.description
            return .finding(
                "masks-undo",
                isItself
                    ? "the mask finds `\(found)` in what it puts in itself"
                    : "the mask `\(other.checked.name)` finds `\(found)` in what this one puts in",
                at: place, labels: isItself ? [] : [.init(other.checked.location, "this mask")],
                help: "put something in that no mask looks for")
        }
    }

    /// Two masks that number what they find alike, each from A on: one letter stands for two things.
    private func collisions(of mask: Mask, with others: ArraySlice<Mask>) -> [Diagnostic] {
        guard case .number(let template) = mask.syntax.replacement else { return [] }
        return others.compactMap { other in
            guard case .number(let otherTemplate) = other.syntax.replacement, other.meets(mask),
                otherTemplate.value.utf8.elementsEqual(template.value.utf8),
                mask.checked.rewrite.contains(where: { other.checked.rewrite.contains($0) })
            else { return nil }
            return .finding(
                "masks-undo", "`\(other.checked.name)` numbers what it finds in the same words, and both begin with A",
                at: template.location, labels: [.init(otherTemplate.location, "the other template")],
                help: "give each mask words of its own")
        }
    }
}

extension CheckedPolicy {
    /// Whether both can judge one request; two versions of a policy never do.
    func isJudgedWith(_ other: CheckedPolicy) -> Bool {
        id.utf8.elementsEqual(other.id.utf8) ? version == other.version : judgesSome(of: other)
    }
}

extension MaskSyntax {
    /// What the mask puts in, where that is the same whatever it finds, and where that is written.
    fileprivate var sample: (text: String, location: SourceLocation)? {
        switch replacement {
        case .redact: ("■■■■", location)
        case .text(let text): (text.value, text.location)
        case .number(let template):
            (
                template.value.split(separator: "{A}", omittingEmptySubsequences: false).joined(separator: "A"),
                template.location
            )
        case .keepLast, .pseudonym: nil
        }
    }
}
