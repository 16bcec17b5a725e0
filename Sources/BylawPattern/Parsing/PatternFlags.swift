/// What `(?imsU)` sets.
struct PatternFlags: OptionSet {
    let rawValue: UInt8

    /// `i`: letters match whatever their case.
    static let ignoresCase = PatternFlags(rawValue: 1)
    /// `m`: `^` and `$` match at lines.
    static let isMultiline = PatternFlags(rawValue: 2)
    /// `s`: `.` matches a line break too.
    static let dotTakesNewline = PatternFlags(rawValue: 4)
    /// `U`: `x*` is lazy, and `x*?` eager.
    static let swapsLaziness = PatternFlags(rawValue: 8)

    /// The flag that a letter stands for.
    init?(letter: UInt8) {
        switch letter {
        case "i": self = .ignoresCase
        case "m": self = .isMultiline
        case "s": self = .dotTakesNewline
        case "U": self = .swapsLaziness
        default: return nil
        }
    }

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }
}
