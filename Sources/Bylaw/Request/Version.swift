/// A policy's version: three numbers, compared from the left.
public struct Version: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Changes of meaning.
    public let major: Int
    /// Additions.
    public let minor: Int
    /// Corrections.
    public let patch: Int

    /// Reads `1.2.3`; nil for anything else.
    public init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        var numbers: [Int] = []
        for part in parts {
            guard !part.isEmpty, part.count <= 9, part.allSatisfy({ (0x30...0x39).contains($0) }),
                part.count == 1 || part.first != 0x30, let number = Int(Substring(part))
            else { return nil }
            numbers.append(number)
        }
        (major, minor, patch) = (numbers[0], numbers[1], numbers[2])
    }

    /// By major, then minor, then patch.
    public static func < (a: Version, b: Version) -> Bool {
        (a.major, a.minor, a.patch) < (b.major, b.minor, b.patch)
    }

    /// Stands in where a version could not be read; such a policy never gets further.
    static let unknown = Version(major: 0, minor: 0, patch: 0)

    private init(major: Int, minor: Int, patch: Int) {
        (self.major, self.minor, self.patch) = (major, minor, patch)
    }

    /// `1.2.3`.
    public var description: String { "\(major).\(minor).\(patch)" }
}
