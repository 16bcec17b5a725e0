/// The names that HTML gives to characters.
struct EntityNames: Sendable {
    static let shared = EntityNames()

    struct Entity: Sendable {
        let scalars: [UInt32]
        /// Whether the reference is one only with its `;`.
        let needsSemicolon: Bool
    }

    /// The longest name is `CounterClockwiseContourIntegral`.
    static let longest = 31
    /// The longest that needs no `;` is `thorn`'s length and a little more: `frac12`, `Yacute`.
    static let longestUnclosed = 6

    private let entities: [[UInt8]: Entity]

    /// Reads the generated list: `name`, `;` where it is needed, `=`, scalars in hexadecimal joined by `+`, a space.
    private init() {
        var entities: [[UInt8]: Entity] = [:]
        entities.reserveCapacity(EntityTable.count)
        var name: [UInt8] = []
        var scalars: [UInt32] = []
        var needsSemicolon = false
        var value: UInt32?
        let text = UnsafeBufferPointer(start: EntityTable.data.utf8Start, count: EntityTable.data.utf8CodeUnitCount)
        for byte in text {
            switch byte {
            case UInt8(ascii: " "):
                if let value { entities[name] = Entity(scalars: scalars + [value], needsSemicolon: needsSemicolon) }
                (name, scalars, needsSemicolon, value) = ([], [], false, nil)
            case UInt8(ascii: ";"): needsSemicolon = true
            case UInt8(ascii: "="): value = 0
            case UInt8(ascii: "+"):
                if let value { scalars.append(value) }
                value = 0
            default:
                if let digits = value {
                    value = digits << 4 | UInt32(byte < 0x3A ? byte - 0x30 : byte - 87)
                } else {
                    name.append(byte)
                }
            }
        }
        if let value { entities[name] = Entity(scalars: scalars + [value], needsSemicolon: needsSemicolon) }
        self.entities = entities
    }

    func entity(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Entity? { entities[Array(name)] }

    static func isPart(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
    }
}
