import Bylaw
import BylawSource

extension PolicyComparison {
    /// The comparison for people: how outcomes go over, then each aspect's changes with an example each.
    ///
    /// - Parameter limit: How many changes of each aspect are listed; the rest is counted.
    public func text(limit: Int = 20) -> String {
        var lines = [summary, ""]
        guard changed > 0 else { return summary + "\n" }
        lines += table
        for aspect in DecisionChange.Aspect.allCases {
            let groups = groups(of: aspect)
            guard !groups.isEmpty else { continue }
            lines += ["", aspect.rawValue]
            lines += Self.columns(groups.prefix(limit).map(Self.row))
            if groups.count > limit { lines.append("  … and \(groups.count - limit) more") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// `1,000 requests: 20 change (2.0 %), 15 get stricter, 3 milder`.
    public var summary: String {
        guard requests > 0 else { return "no requests" }
        let count = "\(Self.grouped(requests)) request\(requests == 1 ? "" : "s")"
        guard changed > 0 else { return "\(count): nothing changes" }
        // In tenths of a percent, rounded; what is there is never shown as nothing.
        let tenths = max(1, (changed * 1000 + requests / 2) / requests)
        return "\(count): \(Self.grouped(changed)) change (\(tenths / 10).\(tenths % 10) %), "
            + "\(Self.grouped(stricter)) get stricter, \(Self.grouped(milder)) milder"
    }

    /// How many go from which outcome to which: a line for each old one, a column for each new one.
    private var table: [String] {
        let head = ["old \\ new"] + Outcome.allCases.map(\.rawValue)
        let rows = Outcome.allCases.map { old in
            [old.rawValue]
                + Outcome.allCases.map { Self.grouped(requests(from: old, to: $0)) }
        }
        return ([head] + rows).map { cells in
            "  " + cells[0].padded(to: 10)
                + cells.dropFirst().map { String(repeating: " ", count: max(1, 11 - $0.count)) + $0 }.joined()
        }
    }

    private static func row(_ group: Group) -> [String] {
        [
            grouped(group.count), group.change.summary, group.change.rule ?? "",
            "e.g. request \(HarmlessText.of(group.example.request)), line \(group.example.line)",
        ]
    }

    /// Columns as wide as what stands in them; the first one, of numbers, to the right.
    private static func columns(_ rows: [[String]]) -> [String] {
        guard let count = rows.first?.count else { return [] }
        let widths = (0..<count).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let number = String(repeating: " ", count: widths[0] - row[0].count) + row[0]
            let rest = (1..<count).filter { widths[$0] > 0 }.map {
                row[$0].padded(to: $0 == count - 1 ? 0 : widths[$0])
            }
            return "  " + ([number] + rest).joined(separator: "  ")
        }
    }

    /// A number with a comma between thousands.
    static func grouped(_ number: Int) -> String {
        var digits = Array(String(number))
        var place = digits.count - 3
        while place > 0 {
            digits.insert(",", at: place)
            place -= 3
        }
        return String(digits)
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
