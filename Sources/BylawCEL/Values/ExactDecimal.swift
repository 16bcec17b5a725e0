/// A double's magnitude as the exact decimal number that it is, for rounding to a given number of digits.
///
/// A double is m * 2^e. For a negative e that is m * 5^-e / 10^-e, so that its digits are those of a whole number and
/// the point stands -e places from their end: never more than about 1,100 digits.
struct ExactDecimal {
    /// Digits 0 ... 9, the highest first, without leading zeros; empty for zero.
    private let digits: [UInt8]
    /// How many of the digits stand behind the point; may be more than there are.
    private let fractionCount: Int

    /// Finite values only.
    init(_ value: Double) {
        let magnitude = value.magnitude
        guard magnitude > 0 else {
            digits = []
            fractionCount = 0
            return
        }
        // The exponent of the significand's last bit; the same lowest one for every subnormal.
        let exponent = max(Int(magnitude.exponent), -1022) - 52
        let hasImplicitBit = magnitude.exponentBitPattern != 0
        let significand = magnitude.significandBitPattern | (hasImplicitBit ? 1 << 52 : 0)
        var limbs = Limbs(significand)
        limbs.multiply(by: exponent >= 0 ? 2 : 5, times: abs(exponent))
        digits = limbs.digits
        fractionCount = max(0, -exponent)
    }

    /// ASCII digits with exactly `fractionDigits` of them behind the point and at least one before it.
    func rounded(fractionDigits: Int) -> [UInt8] {
        let kept = digits.count - fractionCount + fractionDigits
        var result = keep(kept).digits
        let missing = fractionDigits + 1 - result.count
        if missing > 0 { result.insert(contentsOf: repeatElement(0, count: missing), at: 0) }
        return result.map { $0 + UInt8(ascii: "0") }
    }

    /// Exactly so many ASCII digits, and the power of ten that the first one stands for.
    func rounded(significantDigits count: Int) -> (digits: [UInt8], exponent: Int) {
        guard !digits.isEmpty else { return ([UInt8](repeating: UInt8(ascii: "0"), count: count), 0) }
        var (result, carried) = keep(count)
        if carried { result.removeLast() }
        let exponent = digits.count - fractionCount - 1 + (carried ? 1 : 0)
        return (result.map { $0 + UInt8(ascii: "0") }, exponent)
    }

    /// The first `count` digits, rounded half to even by those that follow, zeros added where there are fewer.
    /// `carried`: rounding made one digit more.
    private func keep(_ count: Int) -> (digits: [UInt8], carried: Bool) {
        guard count < digits.count else {
            return (digits + [UInt8](repeating: 0, count: count - digits.count), false)
        }
        guard count >= 0 else { return ([], false) }
        var kept = Array(digits[..<count])
        let isOdd = (kept.last ?? 0) % 2 == 1
        let hasMore = digits[(count + 1)...].contains { $0 != 0 }
        guard digits[count] > 5 || digits[count] == 5 && (hasMore || isOdd) else { return (kept, false) }
        var index = count - 1
        while index >= 0, kept[index] == 9 {
            kept[index] = 0
            index -= 1
        }
        if index >= 0 {
            kept[index] += 1
            return (kept, false)
        }
        kept.insert(1, at: 0)
        return (kept, true)
    }
}

/// A whole number of any size in base 10^9, the lowest limb first.
private struct Limbs {
    private var limbs: [UInt32]
    private static let base: UInt64 = 1_000_000_000

    init(_ value: UInt64) {
        limbs = []
        var rest = value
        while rest > 0 {
            limbs.append(UInt32(rest % Self.base))
            rest /= Self.base
        }
    }

    /// By `factor` (2 or 5), `times` times over, as many at once as a limb can take.
    mutating func multiply(by factor: UInt64, times: Int) {
        let step = factor == 2 ? 29 : 12
        var left = times
        while left > 0 {
            let power = min(step, left)
            var multiplier: UInt64 = 1
            for _ in 0..<power { multiplier *= factor }
            multiply(by: multiplier)
            left -= power
        }
    }

    private mutating func multiply(by multiplier: UInt64) {
        var carry: UInt64 = 0
        for index in limbs.indices {
            let product = UInt64(limbs[index]) * multiplier + carry
            limbs[index] = UInt32(product % Self.base)
            carry = product / Self.base
        }
        if carry > 0 { limbs.append(UInt32(carry)) }
    }

    /// Digits 0 ... 9, the highest first.
    var digits: [UInt8] {
        var result: [UInt8] = []
        for limb in limbs {
            var rest = limb
            for _ in 0..<9 {
                result.append(UInt8(rest % 10))
                rest /= 10
            }
        }
        while result.last == 0 { result.removeLast() }
        return result.reversed()
    }
}
