import BylawSource
import BylawTestSupport
import Foundation
import Testing

@testable import Bylaw

/// A bundle is the policies that were packed, the same bytes on every machine.
@Suite struct PolicyBundleTests {
    static let texts = PolicySetDigestTests.texts

    static func bundle(_ texts: [String: String] = texts) throws -> PolicyBundle {
        let folder = try BundleFolder(texts)
        return try PolicyBundle(packing: folder.url)
    }

    @Test func isTheSameBytesWhereverTheFilesLie() throws {
        let names = Self.texts.keys.sorted()
        let bundles = try [names, names.reversed()].map { names in
            let folder = try BundleFolder(Self.texts, order: names)
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 1)],
                ofItemAtPath: folder.url.appending(path: names[0]).path)
            return try PolicyBundle(packing: folder.url)
        }
        #expect(bundles[0].bytes == bundles[1].bytes)
        #expect(bundles[0].paths == names)
        #expect(
            String(decoding: bundles[0].bytes.prefix(200), as: UTF8.self)
                .hasPrefix(#"{"bylaw-bundle":1,"digest":"\#(bundles[0].digest)","files":[{"path":"a/p.yaml","text":"#))
    }

    @Test func isThePoliciesThatWerePacked() throws {
        let folder = try BundleFolder(Self.texts)
        let set = try PolicySet(contentsOf: folder.url)
        let bundle = try PolicyBundle(packing: folder.url)
        let file = folder.url.appending(path: "x.bundle")
        try Data(bundle.bytes).write(to: file)
        for unpacked in [try PolicySet(PolicyBundle(bytes: bundle.bytes)), try PolicySet(contentsOf: file)] {
            #expect(unpacked.digest == set.digest && bundle.digest == set.digest)
            #expect(unpacked.policies == set.policies)
        }
        // A folder below the root packs what it uses beside it, and nothing else.
        let part = try PolicyBundle(packing: folder.url.appending(path: "a"))
        #expect(try PolicySet(part).digest == PolicySet(contentsOf: folder.url.appending(path: "a")).digest)
    }

    @Test func leavesOutWhatIsNotUsed() throws {
        var texts = Self.texts
        texts["notes.txt"] = "private"
        texts["a/fixture.yaml"] = "bylaw: 1\npolicies: .\ncases: []\n"
        #expect(try Self.bundle(texts).bytes == Self.bundle().bytes)
    }

    @Test func holdsOnlyWhatLoads() throws {
        var texts = Self.texts
        texts["types.yaml"] = "bylaw: 1\ntypes: { Share: { text: txt } }\n"
        let error = try #require(throws: PolicyErrors.self) { try Self.bundle(texts) }
        #expect(error.diagnostics.first?.code == "unknown-type")
    }

    /// As a list it can be read, as a policy it could not.
    @Test func isMadeOnlyWhereItCanBeReadAgain() throws {
        let texts = [
            "a/p.yaml": UsesTests.policy("../types.yaml, ../names.yaml"), "bylaw-root.yaml": "bylaw: 1\n",
            "types.yaml": UsesTests.types, "names.yaml": "bylaw: 1\nlexicon: names\nfile: list.yaml\n",
            "list.yaml": "Acme\nOther\n",
        ]
        let folder = try BundleFolder(texts)
        #expect(throws: Never.self) { try PolicySet(contentsOf: folder.url.appending(path: "a")) }
        #expect(throws: PolicyErrors.self) { try PolicyBundle(packing: folder.url.appending(path: "a")) }
    }

    @Test func namesFilesThatCannotBeInIt() throws {
        func problem(_ name: String, _ content: [UInt8]) throws -> Diagnostic? {
            var texts = Self.texts
            texts["lexicons/names.yaml"] = "bylaw: 1\nlexicon: names\nfile: \"\(name)\"\n"
            let folder = try BundleFolder(texts)
            // YAML has `\\` for one backslash.
            let file = name.replacing(#"\\"#, with: #"\"#)
            try Data(content).write(to: folder.url.appending(path: "lexicons").appending(path: file))
            let error = try #require(throws: PolicyErrors.self) { try PolicyBundle(packing: folder.url) }
            return error.diagnostics.first
        }
        // No list can be read from it either.
        #expect(try problem("latin.txt", [0x41, 0xE9, 0x0A])?.code == "not-utf8")
        let folder = try BundleFolder(Self.texts)
        try Data([0x23, 0xE9, 0x0A]).write(to: folder.url.appending(path: "bylaw-root.yaml"))
        let mark = try #require(throws: PolicyErrors.self) { try PolicyBundle(packing: folder.url) }
        #expect(mark.diagnostics.map(\.message) == ["the file `bylaw-root.yaml` is not in UTF-8"])
        let backslash = try problem(#"a\\b.txt"#, Array("Acme\n".utf8))
        #expect(backslash?.code == "not-bundled" && backslash?.message.contains(#"a\b.txt"#) == true)
    }

    @Test func linksAreFollowedInsideTheRootAlone() throws {
        let folder = try BundleFolder(Self.texts)
        let list = folder.url.appending(path: "lexicons/names.txt")
        let outside = try BundleFolder(["list.txt": "Secret\n"])
        for root in [folder, outside] {
            let isInside = root === folder
            let target = root.url.appending(path: "list.txt")
            try FileManager.default.removeItem(at: list)
            if isInside { try Data("Acme\n".utf8).write(to: target) }
            try FileManager.default.createSymbolicLink(at: list, withDestinationURL: target)
            if isInside {
                #expect(try PolicyBundle(packing: folder.url).bytes == Self.bundle().bytes)
            } else {
                let error = try #require(throws: PolicyErrors.self) { try PolicyBundle(packing: folder.url) }
                #expect(error.diagnostics.map(\.code) == ["outside-root"])
                #expect(!error.description.contains("Secret"))
            }
        }
    }

    @Test func packedAgainItKeepsItsSignatures() throws {
        var bundle = try Self.bundle()
        try bundle.sign(with: TestKeys.key())
        let folder = try BundleFolder([:])
        let file = folder.url.appending(path: "x.bundle")
        try Data(bundle.bytes).write(to: file)
        #expect(try PolicyBundle(packing: file).bytes == bundle.bytes)
    }
}

/// A folder on disk that is there as long as this is.
final class BundleFolder {
    let url: URL

    /// - Parameter order: In which order the files are made.
    init(_ texts: [String: String], order: [String]? = nil) throws {
        url = FileManager.default.temporaryDirectory.appending(path: "bylaw-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        for name in order ?? Array(texts.keys) {
            let file = url.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data((texts[name] ?? "").utf8).write(to: file)
        }
    }

    deinit { try? FileManager.default.removeItem(at: url) }
}
