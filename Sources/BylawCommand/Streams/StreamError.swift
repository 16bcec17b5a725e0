import BylawSource
import Foundation

/// Input that cannot be read, or output that cannot be written.
struct StreamError: Error {
    /// What failed, and why, in the operating system's words.
    let diagnostic: Diagnostic

    /// The reason is that of an `errno`.
    init(_ code: String, _ what: String, _ reason: Int32) {
        diagnostic = Diagnostic(code, "\(what): \(String(cString: strerror(reason)))", at: nil)
    }
}
