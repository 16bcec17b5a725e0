import Bylaw
import BylawService
import BylawTestSupport
import Foundation
import Testing

@Suite("A policy store") struct PolicyStoreTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder(["square.yaml": Square.policy("allow")]) }

    private func store(_ configuration: PolicyStore.Configuration = .init()) throws -> PolicyStore {
        try PolicyStore(contentsOf: folder.root, configuration)
    }

    private func outcome(_ session: StoreSession) -> Outcome {
        session.judge(Square.request(), standing: .none).decision.outcome
    }

    @Test("judges by what changed files say, and names the version")
    func reloads() throws {
        let store = try store()
        let session = store.session()
        let first = session.judge(Square.request(), standing: .none)
        #expect(first.decision.outcome == .allow)
        #expect(first.version.generation == 1)
        #expect(first.version.digest == first.decision.inputs.policies)

        try folder.write(Square.policy("deny"), to: "square.yaml")
        guard case .loaded(let version, _) = store.reload() else {
            Issue.record("nothing was loaded")
            return
        }
        let second = session.judge(Square.request(), standing: .none)
        #expect(second.decision.outcome == .deny)
        #expect(second.version == version)
        #expect(second.version.generation == 2)
        #expect(second.version.digest == second.decision.inputs.policies)
        #expect(second.version.digest != first.version.digest)
        #expect(session.outcome(of: Square.request(), standing: .none) == .deny)
    }

    @Test("takes signed bundles where they are asked for, and nothing else in their place")
    func bundles() throws {
        let key = try SigningKey(pem: Array(TestKeys.signing.utf8))
        let other = try SigningKey(pem: Array(TestKeys.otherSigning.utf8))
        let file = folder.root.appending(path: "square.bundle")
        func bundle(_ effect: String, signedBy key: SigningKey?) throws -> Data {
            let source = try TemporaryFolder(["square.yaml": Square.policy(effect)])
            var bundle = try PolicyBundle(packing: source.root)
            if let key { try bundle.sign(with: key) }
            return Data(bundle.bytes)
        }
        try bundle("allow", signedBy: key).write(to: file)
        let store = try PolicyStore(contentsOf: file, signedBy: [key.verifyingKey])
        let session = store.session()
        #expect(outcome(session) == .allow)

        for stranger in [nil, other] {
            try bundle("deny", signedBy: stranger).write(to: file)
            if case .loaded = store.reload() { Issue.record("a bundle that nobody vouches for was taken") }
            #expect(store.refusal?.diagnostics.map(\.code) == ["not-signed"])
            #expect(outcome(session) == .allow)
        }
        try bundle("deny", signedBy: key).write(to: file)
        guard case .loaded = store.reload() else {
            Issue.record("the signed bundle was not taken")
            return
        }
        #expect(outcome(session) == .deny)
        #expect(throws: PolicyErrors.self) { try PolicyStore(contentsOf: folder.root, signedBy: [key.verifyingKey]) }
    }

    @Test("keeps the last good set where an edit does not load, and takes the edit that is put right")
    func brokenEdit() throws {
        let store = try store()
        let session = store.session()
        try folder.write("bylaw: 1\npolicy: town.square\nversion: no\n", to: "square.yaml")
        guard case .refused(let errors, let kept) = store.reload() else {
            Issue.record("a broken edit was taken")
            return
        }
        #expect(!errors.diagnostics.isEmpty)
        #expect(kept.generation == 1)
        #expect(store.refusal?.diagnostics.count == errors.diagnostics.count)
        #expect(outcome(session) == .allow)
        // It is told of once.
        guard case .unchanged = store.reload() else {
            Issue.record("the same broken edit was loaded twice")
            return
        }
        #expect(store.refusal != nil)

        try folder.write(Square.policy("deny"), to: "square.yaml")
        guard case .loaded = store.reload() else {
            Issue.record("the edit that was put right was not taken")
            return
        }
        #expect(store.refusal == nil)
        #expect(outcome(session) == .deny)
    }

    @Test("forgets a refusal where the edit is taken back, without another generation")
    func restoredEdit() throws {
        let store = try store()
        try folder.write("nonsense: [", to: "square.yaml")
        store.reload()
        #expect(store.refusal != nil)
        try folder.write(Square.policy("allow"), to: "square.yaml")
        store.reload()
        #expect(store.refusal == nil)
        #expect(store.version.generation == 1)
    }

    /// What happens to a folder that takes the policies away, and how it is put right.
    enum Loss: CaseIterable { case fileVanishes, folderVanishes, fileUnreadable, usedFileVanishes, becomesFolder }

    @Test("keeps the last good set where files cannot be read, and recovers", arguments: Loss.allCases)
    func losses(_ loss: Loss) throws {
        try folder.write("bylaw: 1\nlexicon: words\ntitle: Words\nphrases: [word]\n", to: "lexicons/words.yaml")
        try folder.write(Square.policy("deny", uses: "lexicons/words.yaml"), to: "square.yaml")
        let store = try store()
        let session = store.session()
        switch loss {
        case .fileVanishes:
            try folder.remove("square.yaml")
        case .usedFileVanishes:
            try folder.remove("lexicons/words.yaml")
        case .folderVanishes:
            try FileManager.default.removeItem(at: folder.root)
        case .fileUnreadable:
            // Even root cannot read a link to itself.
            try folder.remove("square.yaml")
            try FileManager.default.createSymbolicLink(
                atPath: folder.path("square.yaml"), withDestinationPath: "square.yaml")
        case .becomesFolder:
            try folder.remove("square.yaml")
            try folder.write("text", to: "square.yaml/note.txt")
        }
        guard case .refused = store.reload() else {
            Issue.record("what cannot be read was taken")
            return
        }
        #expect(outcome(session) == .deny)
        #expect(store.version.generation == 1)

        try? folder.remove("square.yaml")
        try folder.write("bylaw: 1\nlexicon: words\ntitle: Words\nphrases: [word]\n", to: "lexicons/words.yaml")
        try folder.write(Square.policy("hold", uses: "lexicons/words.yaml"), to: "square.yaml")
        guard case .loaded = store.reload() else {
            Issue.record("what came back was not taken")
            return
        }
        #expect(outcome(session) == .hold)
    }

    @Test("does not begin with what does not load")
    func beginning() throws {
        try folder.write("bylaw: 1\n", to: "square.yaml")
        #expect(throws: PolicyErrors.self) { try store() }
        #expect(throws: PolicyErrors.self) { try PolicyStore(contentsOf: folder.url("nowhere")) }
    }

    @Test("takes a change at the second look that finds it, and none while files still change")
    func settles() throws {
        let store = try store()
        #expect(store.poll().isUnchanged)
        try folder.write(Square.policy("deny", marker: "half of the files"), to: "square.yaml")
        #expect(store.poll().isChanging)
        try folder.write(Square.policy("hold", marker: "all of them"), to: "square.yaml")
        #expect(store.poll().isChanging)
        #expect(store.version.generation == 1)
        #expect(store.poll().isLoaded)
        #expect(outcome(store.session()) == .hold)
        #expect(store.poll().isUnchanged)
    }

    @Test("sees a change of the same length within one tick of the clock")
    func sameLength() throws {
        let store = try store()
        for (index, effect) in ["deny ", "allow", "deny ", "allow"].enumerated() {
            try folder.write(Square.policy(effect), to: "square.yaml")
            #expect(store.reload().isLoaded, "edit \(index)")
        }
    }

    @Test("follows a link that is turned to another folder")
    func link() throws {
        try folder.write(Square.policy("allow"), to: "one/square.yaml")
        try folder.write(Square.policy("deny"), to: "two/square.yaml")
        let link = folder.path("policies")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "one")
        let store = try PolicyStore(contentsOf: URL(filePath: link))
        let session = store.session()
        #expect(outcome(session) == .allow)
        try FileManager.default.removeItem(atPath: link)
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "two")
        #expect(store.reload().isLoaded)
        #expect(outcome(session) == .deny)
    }

    @Test("makes the evaluator anew on demand, though no file has changed")
    func forced() throws {
        let store = try store()
        #expect(store.reload().isUnchanged)
        #expect(store.reload(isForced: true).isLoaded)
        #expect(store.version.generation == 2)
    }

    @Test("looks at the files until it is cancelled")
    func runs() async throws {
        let loaded = AsyncStream.makeStream(of: PolicyVersion.self)
        let store = try store(
            .init(interval: .milliseconds(5)) {
                Evaluator($0)
            } onReload: { result in
                if case .loaded(let version, _) = result { loaded.continuation.yield(version) }
            })
        let task = Task { try await store.run() }
        try folder.write(Square.policy("deny"), to: "square.yaml")
        var versions = loaded.stream.makeAsyncIterator()
        #expect(await versions.next()?.generation == 2)
        #expect(outcome(store.session()) == .deny)
        task.cancel()
        try await task.value
    }
}

extension ReloadResult {
    var isUnchanged: Bool { if case .unchanged = self { true } else { false } }
    var isLoaded: Bool { if case .loaded = self { true } else { false } }
    var isChanging: Bool { if case .changing = self { true } else { false } }
    var isRefused: Bool { if case .refused = self { true } else { false } }
}
