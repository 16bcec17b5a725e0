/// The files that a policy set was made of, each with its path under the root.
package struct PolicyFiles: Sendable {
    package private(set) var contents: [PolicyPath: [UInt8]] = [:]

    package init() {}

    package mutating func insert(_ bytes: [UInt8], at path: PolicyPath) { contents[path] = bytes }

    /// What tells this set of files from every other: of each file's path and bytes, in the order of the paths' bytes.
    ///
    /// Neither the machine nor the order in which they were read is in it. Hashes every byte.
    package var digest: String {
        var digest = Digest()
        // So that no digest of something else is ever taken for that of a policy set.
        digest.add("bylaw policy set")
        for (path, bytes) in contents.sorted(by: { $0.key < $1.key }) {
            digest.add(path.description)
            digest.add(bytes)
        }
        return digest.text()
    }
}
