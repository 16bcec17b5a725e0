import ArgumentParser

/// A path on the command line.
enum NamedPath {
    /// The path as it is; none at all is refused, for an unset variable of a script must not mean the current folder.
    static func read(_ argument: String) throws -> String {
        guard !argument.isEmpty else { throw ValidationError("the path is empty") }
        return argument
    }
}
