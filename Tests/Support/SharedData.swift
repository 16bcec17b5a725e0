package import Foundation

/// Data that stands beside the project, not in it: published test suites and corpora.
///
/// A test that needs it is enabled only where it is present, and says so where it is not.
package enum SharedData {
    /// The folder that holds this package.
    package static let packageRoot = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The file or folder under the shared folder (`data/posts/ja.jsonl`), or nil where it is not there.
    /// `BYLAW_DATA` names another folder than `../shared/data`.
    package static func url(_ path: String) -> URL? {
        let url: URL
        if path.hasPrefix("data/"), let data = ProcessInfo.processInfo.environment["BYLAW_DATA"] {
            url = URL(filePath: data).appending(path: String(path.dropFirst("data/".count)))
        } else {
            url = packageRoot.deletingLastPathComponent().appending(path: "shared").appending(path: path)
        }
        return FileManager.default.fileExists(atPath: url.path) ? url : nil
    }

    /// Whether a file is there; where it is not, says which test data is missed.
    package static func isPresent(_ path: String) -> Bool {
        if url(path) != nil { return true }
        FileHandle.standardError.write(Data("skipped: shared/\(path) is not here\n".utf8))
        return false
    }
}
