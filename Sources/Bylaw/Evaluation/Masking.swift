import BylawCEL
import BylawText

/// Masks the texts of a request by every enforced policy that applies.
struct Masking {
    let texts: TextPlan
    let search: TextSearch
    /// The host's keys by name.
    let keys: [String: MaskKey]

    /// The masked texts, by path. A mask that cannot be applied, or that leaves something to be seen, is a fault of its
    /// policy, and the text is withheld.
    func apply(to policies: inout [PolicyVerdict]) -> [Verdict.MaskedField] {
        var paths: [RequestPath] = []
        for index in policies.indices where !texts.masksOfPolicies[policies[index].frame.index].isEmpty {
            for mask in policies[index].plan.policy.masks {
                for path in mask.rewrite where !paths.contains(path) { paths.append(path) }
            }
        }
        guard !paths.isEmpty else { return [] }
        return paths.sorted { $0.description.utf8.lexicographicallyPrecedes($1.description.utf8) }
            .compactMap { mask($0, &policies) }
    }

    private func mask(_ path: RequestPath, _ policies: inout [PolicyVerdict]) -> Verdict.MaskedField? {
        var text: String?
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
                guard let fault = search.fault(ofMask: mask)?.message ?? prepare(mask, frame)
                else {
                    continue
                }
                isWithheld = true
                report(fault, mask, &policies[index])
            }
        }
        guard !rules.isEmpty else { return nil }
        guard let text, !isWithheld else { return Verdict.MaskedField(path: path, masked: nil, spans: []) }
        let masked = search.mask(text, at: path, by: rules)
        for index in policies.indices {
            for mask in texts.masksOfPolicies[policies[index].frame.index]
            where rules.contains(mask) && masked.leaks.contains(texts.masks[mask].mask.name) {
                report("something still shows in `\(path)` after masking", mask, &policies[index])
            }
            guard masked.isTooLong else { continue }
            for mask in texts.masksOfPolicies[policies[index].frame.index] where rules.contains(mask) {
                report(
                    "`\(path)` would be longer than \(MaskSession.maximumBytes) bytes after masking", mask,
                    &policies[index])
            }
        }
        let spans = masked.spans.map {
            Decision.Span(mask: $0.mask, utf8: $0.utf8, utf16: $0.utf16, scalars: $0.scalars)
        }
        return Verdict.MaskedField(
            path: path, masked: masked.leaks.isEmpty && !masked.isTooLong ? masked.text : nil, spans: spans)
    }

    /// Finds the key and the scope of a mask that gives pseudonyms. Says what is wrong where it cannot.
    private func prepare(_ mask: Int, _ frame: PolicyFrame) -> String? {
        guard case .pseudonym(let name, _, _) = texts.masks[mask].mask.replacement else { return nil }
        guard let key = keys[name] else { return "the key `\(name)` is not given" }
        let own = mask - texts.masksOfPolicies[frame.index].lowerBound
        var scope: String?
        if let program = frame.plan.maskScopes[own] {
            let value = program.evaluate(in: frame.frame)
            guard let text = value.text else { return value.failure?.message ?? "the scope must be a string" }
            scope = text
        }
        search.pseudonyms.use(key, scope: scope, forMask: mask)
        return nil
    }

    private func report(_ message: String, _ mask: Int, _ policy: inout PolicyVerdict) {
        let mask = texts.masks[mask].mask
        guard !policy.faults.contains(where: { $0.name == mask.name && $0.message == message }) else { return }
        policy.faults.append(
            .init(name: mask.name, message: message, at: policy.plan.policy.place(of: mask.location), holds: true))
    }
}
