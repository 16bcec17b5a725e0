import Bylaw
import BylawSource

/// A file with a key. Nothing of it is ever shown.
struct KeyFile {
    private let path: String
    private let reporter: Reporter

    init(_ path: String, _ reporter: Reporter) {
        self.path = path
        self.reporter = reporter
    }

    /// The key; where it is none, that ends the command.
    func read<Key>(_ key: ([UInt8]) throws(PolicyErrors) -> Key) throws -> Key {
        let bytes = try Descriptor.readingKey(path)
        do {
            return try key(bytes)
        } catch {
            let problems = error.diagnostics.map {
                Diagnostic($0.code, "`\(path)`: \($0.message)", at: nil, help: $0.help)
            }
            try reporter.fail(problems, .unusable)
        }
    }
}
