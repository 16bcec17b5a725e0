/// Which policies judged.
public struct PolicyVersion: Sendable, Hashable, CustomStringConvertible {
    /// The digest of the whole set (``Bylaw/PolicySet/digest``), as every decision carries it: the same on every machine
    /// that has the same files.
    public let digest: String
    /// Counts the sets that one store has put into force, from 1. Of no meaning to anybody else.
    public let generation: UInt64

    /// `sha256:… (generation 3)`.
    public var description: String { "\(digest) (generation \(generation))" }
}
