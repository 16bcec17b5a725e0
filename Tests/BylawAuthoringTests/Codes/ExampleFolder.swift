import Foundation

/// A folder on the disk with an example's files. Whoever makes it removes it.
struct ExampleFolder {
    let url: URL

    /// The folder with files of these texts, by their paths in it.
    init(_ files: [String: String]) throws {
        url = FileManager.default.temporaryDirectory.appending(path: "bylaw-\(UUID().uuidString)")
        for (name, text) in files {
            let file = url.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    func remove() { try? FileManager.default.removeItem(at: url) }

    /// Files beside the policies that the fixtures of the pages are about.
    static func judging(_ files: [String: String]) throws -> ExampleFolder {
        let policies = ["policies/posting.yaml": ExampleGround.judging, "policies/trial.yaml": ExampleGround.trial]
        return try ExampleFolder(files.merging(policies) { _, policy in policy })
    }

    var fixture: URL { url.appending(path: "fixture.yaml") }
}
