/// How much a pattern may ask for. Each bound has its own error code, so that an author learns which one was met.
package struct PatternLimits: Sendable {
    /// The longest pattern, in UTF-8 bytes; beyond it `pattern-too-long`.
    package var textBytes: Int
    /// The deepest nesting of groups and repetitions; beyond it `pattern-too-deep`.
    package var nesting: Int
    /// The largest count in `x{n,m}`, and the largest product of counts that stand inside one another;
    /// beyond it `pattern-repetition-too-large`.
    package var repetition: Int
    /// The largest program, in instructions and byte transitions, and the most ranges in all classes together;
    /// beyond it `pattern-too-large`.
    package var programSize: Int
    /// The most numbers that the group positions of all threads of a match may take, which is the product of the
    /// program's size and the number of groups; beyond it `pattern-too-many-groups`.
    package var captureCells: Int
    /// How many bytes each automaton that is built while matching may keep. It has no error: a full automaton is
    /// emptied, and one that fills too fast gives way to the slower machine.
    package var automatonBytes: Int

    /// RE2's bounds where it has one, and otherwise what no pattern written by a person reaches.
    package static let `default` = PatternLimits()

    /// The default bounds, those given excepted.
    package init(
        textBytes: Int = 65_536, nesting: Int = 1_000, repetition: Int = 1_000, programSize: Int = 100_000,
        captureCells: Int = 1_000_000, automatonBytes: Int = 1 << 20
    ) {
        self.textBytes = textBytes
        self.nesting = nesting
        self.repetition = repetition
        self.programSize = programSize
        self.captureCells = captureCells
        self.automatonBytes = automatonBytes
    }
}
