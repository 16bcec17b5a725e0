import BylawSource

/// Finds characters that show nothing or turn the direction of what is shown, so that people read another policy than the
/// one that is in force. Escapes (`"\u200B"`) show, and are no matter.
struct HiddenControls: AnalysisCheck {
    let codes = ["bidi-control", "invisible-character"]

    func findings(in set: AnalysedSet) -> [Diagnostic] { set.files.flatMap(findings) }

    private func findings(_ file: SourceFile) -> [Diagnostic] {
        var offset = 0
        var before: Unicode.Scalar?
        var findings: [Diagnostic] = []
        let scalars = Array(String(decoding: file.bytes, as: UTF8.self).unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            let start = offset
            offset += UTF8.width(scalar)
            defer { before = scalar }
            // Most of any file.
            guard scalar.value > 0x7F, let kind = HiddenKind(scalar) else { continue }
            let after = index + 1 < scalars.count ? scalars[index + 1] : nil
            if kind.isUsual(between: before, after, scalar, isFirst: index == 0) { continue }
            if kind == .mark, Self.hasRightToLeft(file, at: start) { continue }
            let place = SourceLocation(file, SourceRange(start, offset))
            let name = "U+" + String(scalar.value, radix: 16, uppercase: true).padded(to: 4)
            findings.append(
                kind == .direction || kind == .mark ? .bidiControl(name, at: place) : .invisible(name, at: place))
        }
        return findings
    }

    /// Whether the line has letters that are written from right to left, which marks of direction belong to.
    private static func hasRightToLeft(_ file: SourceFile, at offset: Int) -> Bool {
        let line = file.text(in: file.range(ofLine: file.position(at: offset).line))
        return line.unicodeScalars.contains { (0x590...0x8FF).contains($0.value) && $0.properties.isAlphabetic }
    }
}

/// What a character does that shows nothing.
private enum HiddenKind {
    /// Embeds, overrides or isolates a direction.
    case direction
    /// Gives one place a direction.
    case mark
    /// Joins, or keeps from joining, what stands beside it.
    case joiner
    /// Chooses how what stands before it is drawn.
    case selector
    /// Parts of a flag.
    case tag
    case byteOrderMark
    case other

    init?(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x202A...0x202E, 0x2066...0x2069: self = .direction
        case 0x200E, 0x200F, 0x061C: self = .mark
        case 0x200C, 0x200D: self = .joiner
        case 0xFE00...0xFE0F, 0xE0100...0xE01EF: self = .selector
        case 0xE0020...0xE007F: self = .tag
        case 0xFEFF: self = .byteOrderMark
        case 0x00AD, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B, 0x2060...0x2065, 0x206A...0x206F, 0x3164, 0xFFA0,
            0xFFF9...0xFFFB, 0xE0001:
            self = .other
        default: return nil
        }
    }

    /// Whether it does there what it is for.
    func isUsual(
        between before: Unicode.Scalar?, _ after: Unicode.Scalar?, _ scalar: Unicode.Scalar, isFirst: Bool
    ) -> Bool {
        switch self {
        case .direction, .mark, .other: return false
        case .byteOrderMark: return isFirst
        case .joiner:
            guard let before, let after else { return false }
            let isEmoji = before.isPictorial && after.properties.isEmoji && after.value > 0x7F
            return isEmoji && scalar.value == 0x200D || before.isOfJoiningScript && after.isOfJoiningScript
        case .selector: return before.map { $0.isPictorial || $0.properties.isIdeographic || $0.isKeycap } ?? false
        case .tag: return before.map { $0.value == 0x1F3F4 || (0xE0020...0xE007E).contains($0.value) } ?? false
        }
    }
}

extension Unicode.Scalar {
    /// An emoji, or what may stand at the end of one.
    fileprivate var isPictorial: Bool {
        value > 0x7F && (properties.isEmoji || properties.isEmojiModifier) || value == 0xFE0F
            || (0x2000...0x33FF).contains(value) && !properties.isAlphabetic && !properties.isWhitespace
                && HiddenKind(self) == nil
    }

    /// What a keycap is made of.
    fileprivate var isKeycap: Bool { "0123456789#*".unicodeScalars.contains(self) }

    /// A letter or mark of a script in which joiners tell words apart: Arabic and Syriac, the scripts of India and its
    /// neighbours, Mongolian.
    fileprivate var isOfJoiningScript: Bool {
        switch value {
        case 0x0600...0x08FF, 0x0900...0x0DFF, 0x0F00...0x109F, 0x1780...0x18AF, 0x1B00...0x1C4F, 0xA800...0xABFF,
            0xFB50...0xFDFF, 0xFE70...0xFEFE:
            true
        default: false
        }
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        String(repeating: "0", count: Swift.max(0, width - count)) + self
    }
}

extension Diagnostic {
    private static let help = "take it out, or write it as an escape in double quotes"

    fileprivate static func bidiControl(_ name: String, at place: SourceLocation) -> Diagnostic {
        .finding("bidi-control", "\(name) turns the direction of what is shown", at: place, help: help)
    }

    fileprivate static func invisible(_ name: String, at place: SourceLocation) -> Diagnostic {
        .finding("invisible-character", "\(name) shows nothing", at: place, help: help)
    }
}
