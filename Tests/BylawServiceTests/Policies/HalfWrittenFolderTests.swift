import Bylaw
import BylawService
import Testing

/// Folders that somebody writes to while they are read.
@Suite("A half-written folder") struct HalfWrittenFolderTests {
    /// Two files that must fit together; a copy of others over them can be seen at any of its steps.
    private final class ChangingFolder: @unchecked Sendable {
        var texts: [String: String] = [:]
        /// What is written after so many more reads.
        var copies: [(afterReads: Int, path: String, text: String)] = []
        private var reads = 0

        func begin(_ copies: [(afterReads: Int, path: String, text: String)]) {
            reads = 0
            self.copies = copies
        }

        func read() {
            reads += 1
            for copy in copies where copy.afterReads == reads { texts[copy.path] = copy.text }
        }
    }

    private struct View: PolicyFolder {
        let changing: ChangingFolder

        private var folder: MemoryFolder { MemoryFolder(changing.texts) }
        var name: String? { nil }
        var rootMark: PolicyPath? { nil }
        func displayName(_ path: PolicyPath) -> String { path.description }
        func files() throws(ReadError) -> [PolicyPath] { try folder.files() }
        func read(_ path: PolicyPath, limit: Int) throws(ReadError) -> [UInt8] {
            defer { changing.read() }
            return try folder.read(path, limit: limit)
        }
    }

    private func texts(_ effect: String) -> [String: String] {
        [
            "a.yaml": Square.policy(effect),
            "b.yaml": Square.policy(effect).replacing("town.square", with: "town.market"),
        ]
    }

    /// Of two files a copy writes one after so many reads, the other after so many more: a look at the folder reads both,
    /// a load does too, and a second time to see that they are still the same.
    @Test(
        "never becomes a set, whenever the copy happens",
        arguments: [(1, 1), (3, 1), (4, 2), (1, 5), (1, 6), (2, 4), (2, 5)])
    func copiedWhileRead(step: Int, gap: Int) throws {
        let changing = ChangingFolder()
        changing.texts = texts("allow")
        let store = try PolicyStore { () throws(PolicyErrors) in View(changing: changing) }
        let session = store.session()
        let new = texts("deny")
        changing.begin([(step, "a.yaml", new["a.yaml"] ?? ""), (step + gap, "b.yaml", new["b.yaml"] ?? "")])
        for _ in 0..<4 {
            store.reload()
            let decision = session.judge(Square.request(), standing: .none).decision
            // One policy of each set would be a mixture: of these, both are old or both are new.
            #expect(decision.rules.filter { $0.effect == .deny }.count != 1)
        }
        #expect(session.judge(Square.request(), standing: .none).decision.outcome == .deny)
    }

    @Test("that never stands still changes nothing, and is told of")
    func neverSettles() throws {
        let changing = ChangingFolder()
        changing.texts = texts("allow")
        let store = try PolicyStore { () throws(PolicyErrors) in View(changing: changing) }
        changing.texts = texts("deny")
        changing.begin((1...100).map { ($0, "b.yaml", texts("deny")["b.yaml", default: ""] + "# \($0)\n") })
        #expect(store.reload().isChanging)
        #expect(store.version.generation == 1)
        #expect(store.session().judge(Square.request(), standing: .none).decision.outcome == .allow)
    }
}
