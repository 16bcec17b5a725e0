extension Sequence<Diagnostic> {
    /// The diagnostics in the order in which people read them: those without a place first, then by the bytes of the
    /// file's name, then by offset; errors before warnings at the same place. Of those that say the same of the same
    /// place, one.
    package func sortedAndDistinct() -> [Diagnostic] {
        var result: [Diagnostic] = []
        for diagnostic in sorted(by: { $0.order(against: $1) == .before }) {
            if let last = result.last, last.order(against: diagnostic) == .same { continue }
            result.append(diagnostic)
        }
        return result
    }
}

extension Diagnostic {
    fileprivate enum Order { case before, same, behind }

    fileprivate func order(against other: Diagnostic) -> Order {
        let orders = [
            Self.order(location == nil ? 0 : 1, other.location == nil ? 0 : 1),
            Self.order(location?.file.name ?? "", other.location?.file.name ?? ""),
            Self.order(location?.range.start ?? 0, other.location?.range.start ?? 0),
            Self.order(location?.range.end ?? 0, other.location?.range.end ?? 0),
            Self.order(severity == .error ? 0 : 1, other.severity == .error ? 0 : 1),
            Self.order(code, other.code),
            Self.order(message, other.message),
        ]
        return orders.first { $0 != .same } ?? .same
    }

    private static func order(_ a: Int, _ b: Int) -> Order {
        a == b ? .same : a < b ? .before : .behind
    }

    /// By bytes, so that the order is the same everywhere.
    private static func order(_ a: String, _ b: String) -> Order {
        if a.utf8.elementsEqual(b.utf8) { return .same }
        return a.utf8.lexicographicallyPrecedes(b.utf8) ? .before : .behind
    }
}
