import Foundation

/// A folder that results are written to.
struct OutputFolder {
    private let url: URL

    /// Nil where the path means a file. A folder is made where its name ends in `/`.
    init?(_ path: String) throws(StreamError) {
        url = URL(filePath: path, directoryHint: .isDirectory)
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
            if isFolder.boolValue { return }
            return nil
        }
        guard path.hasSuffix("/") else { return nil }
        do {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        } catch {
            throw StreamError("unwritable", "the folder `\(path)` cannot be made", errno)
        }
    }

    /// The path of a file in it.
    func path(of name: String) -> String { url.appending(path: name).path }
}
