import BylawSource

extension Parser {
    /// How often, and whether rather less.
    struct Repetition {
        var minimum: Int
        var maximum: Int?
        var isLazy: Bool
    }

    /// Reads `*`, `+`, `?` or `{n,m}`, and the `?` behind it. Braces that hold no count stand for themselves: nil.
    mutating func readRepetition() -> Repetition? {
        var repetition: Repetition
        if reader.take("*") {
            repetition = Repetition(minimum: 0, maximum: nil, isLazy: false)
        } else if reader.take("+") {
            repetition = Repetition(minimum: 1, maximum: nil, isLazy: false)
        } else if reader.take("?") {
            repetition = Repetition(minimum: 0, maximum: 1, isLazy: false)
        } else if let counted = readCounts() {
            repetition = counted
        } else {
            return nil
        }
        let isMarked = reader.take("?")
        repetition.isLazy = isMarked != flags.contains(.swapsLaziness)
        return repetition
    }

    /// Puts the last piece under a repetition. `previous` is where a repetition stands right before, if one does.
    mutating func repeatLast(
        _ repetition: Repetition, from start: Int, after previous: SourceRange?
    ) throws(PatternError) {
        let place = range(from: start)
        let written = String(decoding: reader.bytes[start..<reader.offset], as: UTF8.self)
        if let previous {
            throw .stackedRepetition(written, isPossessive: written == "+", at: previous.union(place))
        }
        if max(repetition.minimum, repetition.maximum ?? 0) > limits.repetition {
            throw .repetitionTooLarge(written, limit: limits.repetition, at: place)
        }
        if let maximum = repetition.maximum, maximum < repetition.minimum {
            throw .repetitionReversed(written, at: place)
        }
        guard let child = levels[levels.count - 1].pieces.popLast() else {
            throw .nothingToRepeat(written, at: place)
        }
        var product = tree.repetitions[child]
        let isCounted = reader.bytes[start] == UInt8(ascii: "{")
        let count = repetition.maximum ?? repetition.minimum
        if isCounted, count > 1 { product *= count }
        if product > limits.repetition {
            throw .repetitionsTooLarge(written, product: product, limit: limits.repetition, at: place)
        }
        try push(
            tree.addRepetition(
                of: child, minimum: repetition.minimum, maximum: repetition.maximum, isLazy: repetition.isLazy,
                product: product))
    }

    /// Reads `{n}`, `{n,}` or `{n,m}`; nothing where it is something else.
    private mutating func readCounts() -> Repetition? {
        let start = reader.offset
        guard reader.take("{"), let minimum = readCount() else {
            reader.offset = start
            return nil
        }
        var maximum: Int? = minimum
        if reader.take(",") {
            maximum = reader.starts(with: "}") ? nil : readCount()
            if maximum == nil, !reader.starts(with: "}") {
                reader.offset = start
                return nil
            }
        }
        guard reader.take("}") else {
            reader.offset = start
            return nil
        }
        return Repetition(minimum: minimum, maximum: maximum, isLazy: false)
    }

    /// Reads a number without needless zeros that is less than 1,000,000,000; what is larger is no count to RE2 either.
    private mutating func readCount() -> Int? {
        let start = reader.offset
        var count = 0
        while let byte = reader.peek(), case UInt8(ascii: "0")...UInt8(ascii: "9") = byte {
            guard count < 100_000_000 else { return nil }
            count = count * 10 + Int(byte - UInt8(ascii: "0"))
            reader.offset += 1
        }
        let length = reader.offset - start
        return length == 0 || (length > 1 && reader.bytes[start] == UInt8(ascii: "0")) ? nil : count
    }
}
