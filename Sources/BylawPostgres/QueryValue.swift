#if PostgreSQL
    /// A value for a statement.
    enum QueryValue {
        case int(Int64)
        case bytes([UInt8])
        case null

        /// Texts are kept as bytes; see ``Schema``.
        static func text(_ text: String) -> QueryValue { .bytes(Array(text.utf8)) }

        static func text(_ text: String?) -> QueryValue { text.map { .text($0) } ?? .null }
    }

    /// Values as libpq wants them: parallel arrays, in the server's binary format.
    struct EncodedValues {
        private(set) var types: [UInt32] = []
        private var starts: [Int?] = []
        private var counts: [Int] = []
        // Never empty: a pointer that is nil would be NULL, where an empty text is meant.
        private var bytes: [UInt8] = [0]

        init(_ values: [QueryValue]) {
            for value in values {
                let start = bytes.count
                switch value {
                case .int(let int):
                    withUnsafeBytes(of: int.bigEndian) { bytes.append(contentsOf: $0) }
                    add(type: Self.int8, start: start)
                case .bytes(let added):
                    bytes.append(contentsOf: added)
                    add(type: Self.bytea, start: start)
                case .null:
                    add(type: Self.bytea, start: nil)
                }
            }
        }

        /// How many bytes each has; nil where one has more than libpq can count.
        var lengths: [Int32]? {
            let lengths = counts.compactMap { Int32(exactly: $0) }
            return lengths.count == counts.count ? lengths : nil
        }

        /// 1 is the binary format.
        var formats: [Int32] { Array(repeating: 1, count: types.count) }

        func withPointers<Answer>(_ body: ([UnsafePointer<CChar>?]) -> Answer) -> Answer {
            bytes.withUnsafeBytes { bytes in
                body(
                    starts.map { start in
                        start.flatMap { bytes.baseAddress?.advanced(by: $0).assumingMemoryBound(to: CChar.self) }
                    })
            }
        }

        private mutating func add(type: UInt32, start: Int?) {
            types.append(type)
            starts.append(start)
            counts.append(start.map { bytes.count - $0 } ?? 0)
        }

        // The server's numbers of its own types never change.
        private static let bytea: UInt32 = 17
        private static let int8: UInt32 = 20
    }
#endif
