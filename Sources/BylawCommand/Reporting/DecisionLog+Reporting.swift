import ArgumentParser
import BylawService
import BylawSource

extension LogKey {
    /// The key in a file, all of whose bytes count.
    static func read(from path: String) throws -> LogKey {
        let bytes = try Descriptor.readingKey(path)
        guard let key = LogKey(bytes: bytes) else {
            throw ValidationError("the key in `\(path)` has less than \(LogKey.minimumBytes) bytes")
        }
        return key
    }
}

extension DecisionLogError {
    /// The error as people are shown it.
    var diagnostic: Diagnostic { Diagnostic(code, description, at: nil) }
}

extension LogVerification {
    /// What people are told of it.
    var summary: String {
        var lines = "\(records) records, \(decisions) decisions, "
        lines += isWhole ? "nothing was changed\n" : "then a problem\n"
        if let first, first > 1 { lines += "begins with record \(first): what came before was not given\n" }
        if let last { lines += "last: \(last)\(isClosed ? ", closed" : "")\n" }
        return lines
    }
}
