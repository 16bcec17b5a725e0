/// A part of a whole, to a hundredth of a percent: `5%`, `0.25%`.
package struct Percentage: Sendable, Hashable, CustomStringConvertible {
    /// 1...10,000.
    package let hundredths: Int

    /// Reads a number with at most two decimals and `%`, above zero and at most 100; nil for anything else.
    package init?(_ text: String) {
        guard text.utf8.last == UInt8(ascii: "%") else { return nil }
        let parts = text.utf8.dropLast().split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ (1...3).contains($0.count) }),
            parts.joined().allSatisfy({ (0x30...0x39).contains($0) }), let whole = Int(Substring(parts[0]))
        else { return nil }
        var hundredths = whole * 100
        if parts.count == 2 {
            guard parts[1].count <= 2, let decimals = Int(Substring(parts[1])) else { return nil }
            hundredths += parts[1].count == 1 ? decimals * 10 : decimals
        }
        guard (1...10_000).contains(hundredths) else { return nil }
        self.hundredths = hundredths
    }

    /// Whether so many are at least this part of a whole. Of nothing, nothing is.
    package func isReached(by count: Int, of whole: Int) -> Bool {
        whole > 0 && count.multipliedFullWidth(by: 10_000) >= hundredths.multipliedFullWidth(by: whole)
    }

    /// `5%`, `0.25%`.
    package var description: String {
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        let decimals = rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
        return "\(whole)\(decimals)%"
    }
}
