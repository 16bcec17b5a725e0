/// Events whose values a caller puts together.
extension LedgerEvent {
    /// The event as it is read again once it was recorded: `2.0` as `2`. Throws ``LedgerError/unreadable(event:reason:)``
    /// where it could not be read, or as another alone: that would stop the member's record for ever.
    func asRead() throws(LedgerError) -> LedgerEvent {
        switch kind {
        case .factGiven(let fact), .factWithdrawn(let fact):
            guard AttributeValue.object(fact.keys).isFinite else {
                throw .unreadable(event: id, reason: "`keys` must be finite numbers")
            }
            return try reread()
        case .sanction:
            let read = try reread()
            guard read.kind == kind else { throw .unreadable(event: id, reason: "`for` must be a duration") }
            return self
        default:
            return self
        }
    }

    private func reread() throws(LedgerError) -> LedgerEvent {
        let texts = EventTexts(self)
        do {
            return try EventTexts(open: texts.open, personal: texts.personal).event(by: by)
        } catch let error as LedgerError {
            throw error
        } catch {
            throw .unreadable(event: id, reason: "its values are no JSON: \(error)")
        }
    }
}

extension AttributeValue {
    /// Whether no number in it is infinite or none at all.
    fileprivate var isFinite: Bool {
        switch self {
        case .null, .bool, .int, .string: true
        case .double(let double): double.isFinite
        case .list(let items): items.allSatisfy(\.isFinite)
        case .object(let attributes): attributes.allSatisfy { $0.value.isFinite }
        }
    }
}
