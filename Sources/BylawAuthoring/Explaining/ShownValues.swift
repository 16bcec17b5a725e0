import Bylaw
import BylawCEL

/// Which values of a request may be shown: not those that a mask hides, however they are arrived at.
struct ShownValues {
    /// In the place of what is not shown.
    static let hidden = "<hidden>"

    /// How many bytes of a value are shown.
    private static let limit = 80

    /// The texts that masks look at, and what they look for.
    private let hiddenPaths: [RequestPath]
    /// What masks look for, as the request has it, folded.
    private let originals: [String]

    init(_ examinations: [PolicyExamination]) {
        var paths: Set<RequestPath> = []
        var originals: Set<String> = []
        for examination in examinations {
            for mask in examination.policy.masks {
                paths.formUnion(mask.rewrite + mask.verify + mask.values)
                originals.formUnion(mask.values.flatMap { Self.texts(examination.value(at: $0)) }.map(Self.folded))
            }
        }
        hiddenPaths = Array(paths)
        self.originals = originals.filter { !$0.isEmpty }
    }

    /// A part of an expression's value, as the expression language writes it.
    ///
    /// - Parameter whole: What the expression reads that the part stands in: variables of comprehensions may stand for
    ///   any of it.
    func text(
        of value: Value, reading reads: ExpressionReads, in whole: ExpressionReads, of examination: PolicyExamination
    ) -> String {
        let read = examination.plan.attributes(readBy: reads.readsLocals ? whole : reads)
        return text(of: value, from: read)
    }

    /// The value of an attribute, or of what was made of several.
    func text(of value: Value, from paths: some Sequence<RequestPath>) -> String {
        guard Self.mayHoldText(value) else { return Self.plain(value) }
        if paths.contains(where: isHidden) { return Self.hidden }
        let text = value.literalText(limit: Self.limit)
        let folded = Self.folded(text)
        return originals.contains(where: folded.contains) ? Self.hidden : text
    }

    /// A value that an attribute could have. It may come from another one.
    func text(of value: AttributeValue) -> String {
        switch value {
        case .null: "null"
        case .bool(let bool): "\(bool)"
        case .int(let int): "\(int)"
        case .double(let double): "\(double)"
        case .string(let text): self.text(of: .string(text), from: [])
        case .list(let items): "[\(items.map(text).joined(separator: ", "))]"
        case .object: "{…}"
        }
    }

    func isHidden(_ path: RequestPath) -> Bool { hiddenPaths.contains { $0.overlaps(path) } }

    /// Whether a text of the request may be in a value. A number that counts something hidden shows nothing of it.
    private static func mayHoldText(_ value: Value) -> Bool {
        switch value {
        case .null, .bool, .int, .uint, .double, .timestamp, .duration, .type, .error: false
        default: true
        }
    }

    private static func plain(_ value: Value) -> String {
        switch value {
        // An error says what is missing, and never what is there.
        case .error(let error): "error: \(error.message)"
        case .timestamp(let time): time.text
        case .duration(let duration): duration.text
        default: value.literalText(limit: limit)
        }
    }

    private static func texts(_ value: Value?) -> [String] {
        switch value {
        case .string(let text): [String(text)]
        case .list(let list): list.elements.flatMap(texts)
        default: []
        }
    }

    /// Without regard to capitals, as most masks look.
    private static func folded(_ text: String) -> String { text.lowercased() }
}
