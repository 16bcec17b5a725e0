/// A file's place under the root folder, with `/` between its parts: `workcircle/ambassador-sharing.yaml`.
package struct PolicyPath: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let parts: [String]

    package init(_ parts: [String]) { self.parts = parts }

    /// The path that a text says; empty parts and `.` are left out.
    package init(_ text: String) {
        parts = text.split(separator: "/").filter { $0 != "." }.map(String.init)
    }

    /// What `reference` means in this file; nil where it leaves the root or begins at the file system's own root.
    package func resolving(_ reference: String) -> PolicyPath? {
        guard !reference.hasPrefix("/"), !reference.utf8.contains(0) else { return nil }
        var result = Array(parts.dropLast())
        for part in reference.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
            if part == ".." {
                guard !result.isEmpty else { return nil }
                result.removeLast()
            } else {
                result.append(String(part))
            }
        }
        return result.isEmpty ? nil : PolicyPath(result)
    }

    package var description: String { parts.joined(separator: "/") }

    /// By UTF-8 bytes, as file systems have it: Swift's own `==` takes two ways to write an accent for one.
    package static func == (a: PolicyPath, b: PolicyPath) -> Bool {
        a.parts.elementsEqual(b.parts) { $0.utf8.elementsEqual($1.utf8) }
    }

    package func hash(into hasher: inout Hasher) {
        for part in parts { hasher.combine(ExactText(part)) }
    }

    /// By UTF-8 bytes, so that the order is the same on every machine.
    package static func < (a: PolicyPath, b: PolicyPath) -> Bool {
        a.description.utf8.lexicographicallyPrecedes(b.description.utf8)
    }
}
