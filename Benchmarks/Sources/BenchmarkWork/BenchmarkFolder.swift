public import Foundation

/// The files of this package, wherever the program is run.
public enum BenchmarkFolder {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        .standardizedFileURL

    static func policy(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: "Policies/\(name)"), encoding: .utf8)
    }

    /// The committed file of thresholds of that name.
    public static func thresholds(_ name: String) -> URL { folder.appending(path: "Thresholds/\(name).tsv") }
}
