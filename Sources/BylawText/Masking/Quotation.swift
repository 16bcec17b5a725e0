/// Whether what a text quotes stands in another.
package enum Quotation: Sendable, Hashable {
    /// The text quotes nothing.
    case none
    /// All that it quotes occurs in the original.
    case faithful
    /// Something that it quotes does not occur.
    case altered

    /// Compares what `text` quotes with `original`.
    package static func check(
        _ text: UnsafeBufferPointer<UInt8>, against original: UnsafeBufferPointer<UInt8>
    ) -> Quotation { .none }
}
