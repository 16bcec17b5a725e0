#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Finds the places where something may begin, faster than an automaton can step there.
enum CandidateFinder: Sendable {
    /// Places of one byte.
    case byte(UInt8)
    /// Places of a literal, looked for by the byte of it that is rarest in texts.
    case literal([UInt8], rarest: Int)
    /// Places of a byte of a set, which is a table of 256.
    case set([Bool])

    /// Finds a literal, which is not empty.
    init(literal: [UInt8]) {
        if literal.count == 1 {
            self = .byte(literal[0])
        } else {
            let rarest = literal.indices.min { Self.frequency(literal[$0]) < Self.frequency(literal[$1]) }
            self = .literal(literal, rarest: rarest ?? 0)
        }
    }

    /// Finds the bytes of a set; nil where they are so many or so frequent that an automaton is as fast.
    init?(bytes: Set<UInt8>) {
        if bytes.count == 1, let byte = bytes.first {
            self = .byte(byte)
            return
        }
        guard bytes.count <= 64, bytes.reduce(0, { $0 + Self.frequency($1) }) <= 60 else { return nil }
        self = .set((0...255).map { bytes.contains(UInt8($0)) })
    }

    /// The first place at or after `start`.
    func next(in text: Text, from start: Int) -> Int? {
        guard let base = text.bytes.baseAddress, start < text.count else { return nil }
        switch self {
        case .byte(let byte):
            return Self.find(byte, base, from: start, upTo: text.count)
        case .literal(let literal, let rarest):
            let last = text.count - literal.count
            guard start <= last else { return nil }
            var position = start + rarest
            while let found = Self.find(literal[rarest], base, from: position, upTo: last + rarest + 1) {
                let candidate = found - rarest
                if literal.withUnsafeBufferPointer({ Self.isEqual(base + candidate, $0) }) { return candidate }
                position = found + 1
            }
            return nil
        case .set(let table):
            return table.withUnsafeBufferPointer { table in
                var position = start
                while position < text.count, !table[Int(base[position])] { position += 1 }
                return position < text.count ? position : nil
            }
        }
    }

    @inline(__always)
    private static func find(_ byte: UInt8, _ base: UnsafePointer<UInt8>, from start: Int, upTo end: Int) -> Int? {
        guard start < end, let found = memchr(base + start, Int32(byte), end - start) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    private static func isEqual(_ text: UnsafePointer<UInt8>, _ literal: UnsafeBufferPointer<UInt8>) -> Bool {
        for index in 0..<literal.count where text[index] != literal[index] { return false }
        return true
    }

    /// Roughly how many of a thousand bytes of text are this one: rough will do, for only speed hangs on it.
    private static func frequency(_ byte: UInt8) -> Int {
        switch byte {
        case UInt8(ascii: " "), 0xE3: 90
        case UInt8(ascii: "e"), UInt8(ascii: "t"), UInt8(ascii: "a"), UInt8(ascii: "o"), UInt8(ascii: "n"),
            UInt8(ascii: "i"), 0x81, 0x82, 0x83:
            50
        case UInt8(ascii: "a")...UInt8(ascii: "z"): 15
        case 0x80...0xBF: 8
        case 0xE4...0xE9: 30
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"): 2
        case UInt8(ascii: "."), UInt8(ascii: ","): 8
        default: 1
        }
    }
}
