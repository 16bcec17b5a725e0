/// A place that was masked.
package struct MaskSpan: Sendable, Hashable {
    /// The mask's name; where several masks met, that of the strictest.
    package let mask: String
    /// The place in the original, whole characters, in UTF-8 bytes.
    package let utf8: Range<Int>
    /// The same in UTF-16 code units.
    package let utf16: Range<Int>
    /// The same in Unicode scalars.
    package let scalars: Range<Int>
    /// What stands for it, in UTF-8 bytes of the masked text.
    package let inserted: Range<Int>
}

/// A text after its masks were applied. Holds nothing of the original but what the masks let stand.
package struct MaskedText: Sendable {
    package let text: String
    /// By place; they never overlap.
    package let spans: [MaskSpan]
    /// The names of masks whose finds still show in the result, each once. Not empty: the text must not be shown.
    package let leaks: [String]
    /// Whether it would be longer than ``MaskSession/maximumBytes``. The text is empty then, and must not be shown.
    package var isTooLong = false
}
