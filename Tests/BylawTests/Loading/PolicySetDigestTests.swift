import BylawSource
import Foundation
import Testing

@testable import Bylaw

/// A set of policies has one digest, whatever machine reads it and in whatever order, and no other set has it.
@Suite struct PolicySetDigestTests {
    static let texts = [
        "bylaw-root.yaml": "bylaw: 1\n",
        "a/p.yaml": UsesTests.policy("../types.yaml, ../lexicons/names.yaml"),
        "types.yaml": UsesTests.types,
        "lexicons/names.yaml": "bylaw: 1\nlexicon: names\nfile: names.txt\n",
        "lexicons/names.txt": "Acme\n",
    ]

    private func digest(_ texts: [String: String]) throws -> String { try PolicySet(texts: texts).digest }

    /// The texts in a folder of their own, written in that order.
    private func folder(_ names: [String]) throws -> URL {
        let root = FileManager.default.temporaryDirectory.appending(path: "bylaw-\(UUID().uuidString)")
        for name in names {
            let url = root.appending(path: name)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(try #require(Self.texts[name]).utf8).write(to: url)
        }
        return root
    }

    /// Reckoned by hand: for `bylaw policy set` and then each path and text in order, eight bytes of length and the bytes.
    @Test func isReckonedAsStated() throws {
        #expect(
            try digest(["p.yaml": UsesTests.policy("types.yaml"), "types.yaml": UsesTests.types])
                == "sha256:f0bc48df73ecf90f72e625ef1ef101b27cd017bb277df031569a38bfa9d88a0a")
    }

    @Test func isTheSameWhereverTheFilesLie() throws {
        let expected = try digest(Self.texts)
        for names in [Self.texts.keys.sorted(), Self.texts.keys.sorted().reversed()] {
            let root = try folder(names)
            defer { try? FileManager.default.removeItem(at: root) }
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: root.appending(path: names[0]).path)
            #expect(try PolicySet(contentsOf: root).digest == expected)
            // Of what lies beside the folder that was asked for, what is used counts.
            #expect(try PolicySet(contentsOf: root.appending(path: "a")).digest == expected)
        }
    }

    @Test(arguments: texts.keys.sorted())
    func isAnotherForEveryChangeOf(_ name: String) throws {
        var changed = Self.texts
        changed[name, default: ""] += "# more\n"
        #expect(try digest(changed) != digest(Self.texts))
    }

    @Test func isAnotherWhereAFileLiesElsewhereOrIsAdded() throws {
        let expected = try digest(Self.texts)
        var moved = Self.texts
        moved["b/p.yaml"] = moved.removeValue(forKey: "a/p.yaml")
        #expect(try digest(moved) != expected)
        var unmarked = Self.texts
        unmarked["bylaw-root.yaml"] = nil
        #expect(try digest(unmarked) != expected)
        var unused = Self.texts
        unused["unused.yaml"] = "bylaw: 1\ntypes: { Other: { text: text } }\n"
        #expect(try digest(unused) != expected)
    }

    /// Where a file ends is part of what is hashed.
    @Test func isAnotherWhereTheSameBytesAreDividedOtherwise() throws {
        let note = "# note\n"
        let policy = UsesTests.policy("types.yaml")
        let before = try digest(["p.yaml": policy + note, "types.yaml": UsesTests.types])
        let after = try digest(["p.yaml": policy, "types.yaml": note + UsesTests.types])
        #expect(before != after)
    }

    @Test func leavesOutFixtures() throws {
        var more = Self.texts
        more["a/fixture.yaml"] = "bylaw: 1\npolicies: .\ncases: []\n"
        #expect(try digest(more) == digest(Self.texts))
    }

    /// File systems keep names apart that read the same.
    @Test func keepsNamesApartByTheirBytes() throws {
        var files = PolicyFiles()
        files.insert([1], at: PolicyPath("\u{E9}.yaml"))
        files.insert([2], at: PolicyPath("e\u{301}.yaml"))
        #expect(files.contents.count == 2)
    }

    @Test func standsInEveryDecision() throws {
        let policies = try Judging.policies("otherwise: allow\n")
        let evaluator = Evaluator(policies)
        #expect(evaluator.digest == policies.digest)
        var request = try Judging.request()
        #expect(evaluator.judge(request, standing: .none).inputs.policies == policies.digest)
        // Nothing judges this one, and that too rests on the policies.
        request.action.name = "other"
        let unjudged = evaluator.judge(request, standing: .none)
        #expect(unjudged.reason == .unjudged && unjudged.inputs.policies == policies.digest)
    }

    /// A folder where somebody writes while it is read.
    private struct ChangingFolder: PolicyFolder {
        final class Reads { var count = 0 }
        let folder: MemoryFolder
        let reads = Reads()

        var name: String? { nil }
        var rootMark: PolicyPath? { folder.rootMark }
        func files() throws(ReadError) -> [PolicyPath] { try folder.files() }
        func displayName(_ path: PolicyPath) -> String { path.description }

        func read(_ path: PolicyPath, limit: Int) throws(ReadError) -> [UInt8] {
            reads.count += 1
            return try folder.read(path, limit: limit) + Array("# \(reads.count)\n".utf8)
        }
    }

    @Test func isOfTheBytesThatWereJudgedBy() throws {
        var texts = Self.texts
        texts["lexicons/more.yaml"] = "bylaw: 1\nlexicon: more\nfile: names.txt\n"
        texts["a/p.yaml"] = UsesTests.policy("../types.yaml, ../lexicons/names.yaml, ../lexicons/more.yaml")
        let folder = ChangingFolder(folder: MemoryFolder(texts))
        _ = try PolicySet(folder)
        // Two lexicons take their names from one file.
        #expect(folder.reads.count == texts.count)
    }
}
