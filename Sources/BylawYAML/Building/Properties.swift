import BylawSource

/// The anchor and the tag in front of a value. libyaml counts them to the value's range; here they are told apart.
struct Properties {
    /// The anchor with its `&`.
    private(set) var anchor: SourceRange?
    /// The tag with its `!`.
    private(set) var tag: SourceRange?
    /// Where the value itself begins.
    private(set) var contentStart: Int

    /// The properties of an event; nothing is looked for where libyaml found none.
    init(of event: Event, in bytes: UnsafeBufferPointer<UInt8>) {
        contentStart = event.range.start
        guard event.anchor != nil || event.hasTag else { return }
        let end = event.range.end
        var at = contentStart
        func run(from start: Int, while isWanted: (UInt8) -> Bool) -> Int {
            var index = start
            while index < end, isWanted(bytes[index]) { index += 1 }
            return index
        }
        while at < end {
            switch bytes[at] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                at += 1
            case UInt8(ascii: "#"):
                at = run(from: at) { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
            case UInt8(ascii: "&") where anchor == nil && event.anchor != nil:
                let behind = run(from: at + 1, while: Self.isAnchorName)
                anchor = SourceRange(at, behind)
                at = behind
            case UInt8(ascii: "!") where tag == nil && event.hasTag:
                let isVerbatim = at + 1 < end && bytes[at + 1] == UInt8(ascii: "<")
                let behind = run(from: at + 1) { isVerbatim ? $0 != UInt8(ascii: ">") : Self.isTagName($0) }
                tag = SourceRange(at, isVerbatim ? min(behind + 1, end) : behind)
                at = tag?.end ?? end
            default:
                contentStart = at
                return
            }
        }
        contentStart = end
    }

    private static func isAnchorName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private static func isTagName(_ byte: UInt8) -> Bool {
        byte > UInt8(ascii: " ") && !",[]{}".utf8.contains(byte)
    }
}
