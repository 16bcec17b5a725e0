import Bylaw
import BylawSource
import Foundation
import Testing

/// Folders that nobody means well with: what is no file of a bearable size under the root is refused, and never read.
@Suite("Hostile folders")
struct HostileFolderTests {
    /// A folder of policies, in a folder that is none of them.
    private final class Folder {
        let outside = FileManager.default.temporaryDirectory.appending(path: "bylaw-\(UUID().uuidString)")
        var root: URL { outside.appending(path: "policies") }

        init(_ files: [String: String]) throws {
            try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
            for (path, text) in files { try Data(text.utf8).write(to: root.appending(path: path)) }
        }

        deinit { try? FileManager.default.removeItem(at: outside) }

        func link(_ path: String, to destination: String) throws {
            try FileManager.default.createSymbolicLink(
                atPath: root.appending(path: path).path, withDestinationPath: destination)
        }

        /// Makes a file of a size that takes no room on the disk.
        func sparse(_ path: String, bytes: off_t) throws {
            let url = root.appending(path: path)
            try Data("bylaw: 1\n".utf8).write(to: url)
            try #require(truncate(url.path, bytes) == 0)
        }

        /// What is told of the policies, each code once.
        func codes() -> Set<String> {
            do {
                _ = try PolicySet(contentsOf: root)
                return []
            } catch {
                return Set(error.diagnostics.map(\.code))
            }
        }
    }

    private static let lexicon = "lexicons: { l: { file: used } }\n"
    /// A policy that uses the file `used`, as a vocabulary and as the phrases of a lexicon.
    private static let usages = ["uses": UsesTests.policy("used"), "a lexicon": UsesTests.policy("", lexicon)]

    private func using(_ usage: String, _ prepare: (Folder) throws -> Void) throws -> Set<String> {
        let folder = try Folder(["p.yaml": try #require(Self.usages[usage])])
        try prepare(folder)
        return folder.codes()
    }

    @Test("a file of a gigabyte is refused by its size", arguments: usages.keys)
    func gigabyte(_ usage: String) throws {
        #expect(try using(usage) { try $0.sparse("used", bytes: 1 << 30) }.contains("file-too-large"))
        let folder = try Folder([:])
        try folder.sparse("p.yaml", bytes: 1 << 30)
        #expect(folder.codes() == ["file-too-large"])
    }

    @Test("a pipe, from which nothing ever comes, is not read", arguments: usages.keys)
    func pipe(_ usage: String) throws {
        let codes = try using(usage) { folder in
            try #require(mkfifo(folder.root.appending(path: "used").path, 0o600) == 0)
        }
        #expect(codes.contains("unreadable"))
    }

    @Test("a device, which never ends, is not read through a link", arguments: usages.keys)
    func device(_ usage: String) throws {
        #expect(try using(usage) { try $0.link("used", to: "/dev/zero") }.contains("outside-root"))
    }

    @Test("a folder is no file", arguments: usages.keys)
    func folder(_ usage: String) throws {
        let codes = try using(usage) { folder in
            try FileManager.default.createDirectory(
                at: folder.root.appending(path: "used"), withIntermediateDirectories: false)
        }
        #expect(codes.contains("unreadable"))
    }

    @Test("links that lead to one another lead nowhere", arguments: usages.keys)
    func loop(_ usage: String) throws {
        let codes = try using(usage) { folder in
            try folder.link("used", to: "other")
            try folder.link("other", to: "used")
        }
        #expect(!codes.isDisjoint(with: ["unreadable", "missing-file"]))
    }

    @Test("a link out of the root is not followed, nor one through a folder", arguments: usages.keys)
    func linkOutside(_ usage: String) throws {
        for (path, destination) in [("used", "../secret"), ("used", "/etc/hosts"), ("used", "way/../secret")] {
            let codes = try using(usage) { folder in
                try Data("phrase\n".utf8).write(to: folder.outside.appending(path: "secret"))
                try folder.link("way", to: ".")
                try folder.link(path, to: destination)
            }
            #expect(codes.contains("outside-root"), "\(destination)")
        }
        let through = try Folder([
            "p.yaml": UsesTests.policy("way/secret"),
            "q.yaml": UsesTests.policy("", "lexicons: { l: { file: way/secret } }")
                .replacing("test.p", with: "test.q"),
        ])
        try Data("phrase\n".utf8).write(to: through.outside.appending(path: "secret"))
        try through.link("way", to: "..")
        #expect(through.codes().contains("outside-root"))
    }

    @Test(
        "a path that leads out of the root, or is no path, is refused",
        arguments: [
            "/etc/passwd", "../secret", "a/../../secret", "./../secret", "\"a\\0b\"", "\"..\\0\"", "''", ".", "a/..",
        ])
    func path(_ path: String) throws {
        let folder = try Folder([
            "p.yaml": UsesTests.policy(path),
            "q.yaml": UsesTests.policy("", "lexicons: { l: { file: \(path) } }").replacing("test.p", with: "test.q"),
        ])
        try Data("phrase\n".utf8).write(to: folder.outside.appending(path: "secret"))
        #expect(!folder.codes().isDisjoint(with: ["outside-root", "missing-file", "unreadable"]))
    }

    @Test("files that use one another in a long row are refused, and take no stack")
    func longRow() throws {
        var texts = ["p.yaml": UsesTests.policy("v0.yaml")]
        for index in 0..<5_000 { texts["v\(index).yaml"] = "bylaw: 1\nuses: [v\(index + 1).yaml]\n" }
        let error = try #require(throws: PolicyErrors.self) { try PolicySet(texts: texts) }
        #expect(error.diagnostics.contains { $0.code == "too-deep" })
    }

    @Test("a policy that uses thousands of files is refused")
    func manyFiles() throws {
        let names = (0..<1_500).map { "v\($0).yaml" }
        var texts = ["p.yaml": UsesTests.policy(names.joined(separator: ", "))]
        for name in names { texts[name] = "bylaw: 1\nroles: { r: {} }\n" }
        let error = try #require(throws: PolicyErrors.self) { try PolicySet(texts: texts) }
        #expect(error.diagnostics.contains { $0.code == "too-many-files" })
    }
}
