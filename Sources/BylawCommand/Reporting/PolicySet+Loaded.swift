import Bylaw
import Foundation

extension PolicySet {
    /// Loads a policy file or folder; what is wrong with it is shown and ends the command.
    static func loaded(_ path: String, _ reporter: Reporter) throws -> PolicySet {
        do {
            return try PolicySet(contentsOf: URL(filePath: path))
        } catch {
            try reporter.fail(error.diagnostics, ExitStatus(error.diagnostics))
        }
    }
}
