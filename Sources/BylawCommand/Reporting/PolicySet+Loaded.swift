import Bylaw
import Foundation

extension PolicySet {
    /// Loads a policy file, folder or bundle; what is wrong with it is shown and ends the command.
    ///
    /// - Parameter keys: Who must have signed it; nil: nobody.
    static func loaded(
        _ path: String, signedBy keys: [VerifyingKey]? = nil, _ reporter: Reporter
    ) throws -> PolicySet {
        do {
            let url = URL(filePath: path)
            return try keys.map { try PolicySet(contentsOf: url, signedBy: $0) } ?? PolicySet(contentsOf: url)
        } catch let error as PolicyErrors {
            try reporter.fail(error.diagnostics, ExitStatus(error.diagnostics))
        }
    }
}
