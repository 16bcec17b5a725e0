import BylawCEL
import BylawText

/// Masks the texts of a request by every enforced policy that applies.
struct Masking {
    let texts: TextPlan
    let search: TextSearch

    /// The masked texts, by path. A mask that cannot be applied, or that leaves something to be seen, is a fault of its
    /// policy, and the text is withheld.
    func apply(to policies: inout [PolicyVerdict]) -> [Verdict.MaskedField] {
        var paths: [RequestPath] = []
        for policy in policies {
            for mask in policy.plan.policy.masks {
                for path in mask.rewrite where !paths.contains(path) { paths.append(path) }
            }
        }
        return paths.sorted { $0.description.utf8.lexicographicallyPrecedes($1.description.utf8) }
            .compactMap { mask($0, &policies) }
    }

    private func mask(_ path: RequestPath, _ policies: inout [PolicyVerdict]) -> Verdict.MaskedField? {
        var text: StringValue?
        var rules: [Int] = []
        var isWithheld = false
        for index in policies.indices {
            let frame = policies[index].frame
            let masks = texts.masksOfPolicies[frame.index].filter { texts.masks[$0].mask.rewrite.contains(path) }
            // An optional text that is not there hides nothing.
            guard !masks.isEmpty, !search.isAbsent(path, policy: frame.index) else { continue }
            rules += masks
            switch search.text(at: path, policy: frame.index) {
            case .success(let found):
                text = found
            case .failure(let error):
                isWithheld = true
                masks.forEach { report(error.message, $0, &policies[index]) }
                continue
            }
            for mask in masks {
                guard let error = search.fault(ofMask: mask, policy: frame.index) else { continue }
                isWithheld = true
                report(error.message, mask, &policies[index])
            }
        }
        guard !rules.isEmpty else { return nil }
        guard let text, !isWithheld else { return Verdict.MaskedField(path: path, masked: nil, spans: []) }
        let masked = search.mask(text, by: rules)
        for index in policies.indices {
            for mask in texts.masksOfPolicies[policies[index].frame.index]
            where rules.contains(mask) && masked.leaks.contains(texts.masks[mask].mask.name) {
                report("something still shows in `\(path)` after masking", mask, &policies[index])
            }
        }
        let spans = masked.spans.map {
            Decision.Span(mask: $0.mask, utf8: $0.utf8, utf16: $0.utf16, scalars: $0.scalars)
        }
        return Verdict.MaskedField(
            path: path, masked: masked.leaks.isEmpty ? masked.text : nil, spans: spans)
    }

    private func report(_ message: String, _ mask: Int, _ policy: inout PolicyVerdict) {
        let mask = texts.masks[mask].mask
        guard !policy.faults.contains(where: { $0.name == mask.name && $0.message == message }) else { return }
        policy.faults.append(
            .init(name: mask.name, message: message, at: policy.plan.policy.place(of: mask.location), holds: true))
    }
}
