import BylawJSON

/// Which parts of which entries stand under pseudonyms, and what is left in them: what erasures must account for, as no
/// seal holds it any more.
struct ErasedParts {
    fileprivate struct Entry {
        let number: Int64
        let subject: ExactText
        let by: ExactText
        /// Pseudonyms in what is personal, the subject's apart.
        let mentions: Set<ExactText>
        let isPersonalUnsealed: Bool
        let isByUnsealed: Bool
        /// The digest of what is personal and of who recorded it, all under pseudonyms: whoever else is forgotten later
        /// changes nothing in it.
        let content: String
    }

    private let concealing: Concealing
    private var entries: [Entry] = []

    init(key: LedgerKey) { concealing = Concealing(key: key) }

    /// Adds a row in which a pseudonym stands; others change nothing.
    mutating func add(_ row: LedgerRow) {
        let isUnsealed = row.personalSeal.salt == nil || row.bySeal.salt == nil
        guard
            isUnsealed || row.personal.contains(LedgerKey.pseudonymPrefix)
                || row.by.hasPrefix(LedgerKey.pseudonymPrefix)
        else { return }
        var mentions: Set<ExactText> = []
        if let personal = try? JSONValue.parse(row.personal), let value = try? AttributeValue(personal) {
            value.collect(into: &mentions)
        }
        mentions.remove(ExactText(row.subject))
        entries.append(
            Entry(
                number: row.number, subject: ExactText(row.subject), by: ExactText(row.by), mentions: mentions,
                isPersonalUnsealed: row.personalSeal.salt == nil, isByUnsealed: row.bySeal.salt == nil,
                content: isUnsealed ? content(of: row) : ""))
    }

    private func content(of row: LedgerRow) -> String {
        Digest.of((try? concealing.whole(row.personal)) ?? row.personal, concealing.text(row.by))
    }

    /// What of the entries before one is erased for a pseudonym.
    func extent(of pseudonym: String, before number: Int64) -> LedgerEvent.Erasure {
        var digest = Digest()
        var count = 0
        for entry in entries where entry.number < number {
            let parts = entry.parts(ExactText(pseudonym))
            guard !parts.isEmpty else { continue }
            count += 1
            digest.add("\(entry.number):\(parts):\(entry.content)")
        }
        return .init(entries: count, extent: digest.text())
    }

    /// The entries of which something is erased that none of the erasures covers.
    func unexplained(by erasures: [(number: Int64, pseudonym: String)]) -> [Int64] {
        entries.filter { entry in
            let parts = erasures.filter { $0.number > entry.number }.map { entry.parts(ExactText($0.pseudonym)) }
            let isPersonalExplained = parts.contains { $0.contains("subject") || $0.contains("mention") }
            let isByExplained = parts.contains { $0.contains("by") }
            return entry.isPersonalUnsealed && !isPersonalExplained || entry.isByUnsealed && !isByExplained
        }.map(\.number)
    }
}

extension ErasedParts.Entry {
    /// What stands under the pseudonym, in words.
    fileprivate func parts(_ pseudonym: ExactText) -> String {
        var parts: [String] = []
        if isPersonalUnsealed {
            if subject == pseudonym {
                parts.append("subject")
            } else if mentions.contains(pseudonym) {
                parts.append("mention")
            }
        }
        if isByUnsealed, by == pseudonym { parts.append("by") }
        return parts.joined(separator: "+")
    }
}

extension AttributeValue {
    /// Collects the texts that are pseudonyms.
    fileprivate func collect(into texts: inout Set<ExactText>) {
        switch self {
        case .null, .bool, .int, .double: break
        case .string(let text): if text.hasPrefix(LedgerKey.pseudonymPrefix) { texts.insert(ExactText(text)) }
        case .list(let items): for item in items { item.collect(into: &texts) }
        case .object(let attributes): for attribute in attributes { attribute.value.collect(into: &texts) }
        }
    }
}
