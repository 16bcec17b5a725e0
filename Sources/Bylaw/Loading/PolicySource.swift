package import Foundation

/// What a path leads to: policies in a folder or file, or a bundle of them.
package enum PolicySource {
    /// The folder of policies at a path.
    ///
    /// - Parameter keys: Who must have signed them; nil: nobody.
    package static func open(_ url: URL, signedBy keys: [VerifyingKey]? = nil) throws(PolicyErrors) -> any PolicyFolder
    {
        do {
            guard let bundle = try PolicyBundle.bundle(at: url) else {
                let folder = try DiskFolder(url)
                guard keys == nil else {
                    throw ReadError(
                        "not-signed", "`\(folder.name ?? "")` is no bundle, and nothing else is signed",
                        help: PolicyBundle.howToSign)
                }
                return folder
            }
            if let keys { try bundle.verify(signedBy: keys) }
            return MemoryFolder(bundle.files, name: DiskFolder.shown(url))
        } catch {
            throw PolicyErrors(error, otherwise: .unreadablePolicies)
        }
    }
}
