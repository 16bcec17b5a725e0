/// Hangul syllables are composed by arithmetic (Unicode, chapter 3.12).
enum Hangul {
    /// Leading consonant and vowel, or such a syllable and a trailing consonant.
    static func composed(_ base: UInt32, _ scalar: UInt32) -> UInt32? {
        if base &- 0x1100 < 19, scalar &- 0x1161 < 21 {
            return 0xAC00 + ((base - 0x1100) * 21 + (scalar - 0x1161)) * 28
        }
        if base &- 0xAC00 < 11172, (base - 0xAC00) % 28 == 0, scalar &- 0x11A8 < 27 {
            return base + scalar - 0x11A7
        }
        return nil
    }

    /// A letter that is yet to be composed.
    static func isJamo(_ scalar: UInt32) -> Bool { scalar &- 0x1100 < 0x100 }
}
