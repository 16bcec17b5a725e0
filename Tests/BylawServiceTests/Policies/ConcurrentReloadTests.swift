import Bylaw
import BylawService
import Foundation
import Synchronization
import Testing

/// Threads that judge while policies are replaced.
@Suite("Judging through reloads", .serialized) struct ConcurrentReloadTests {
    /// Texts that are replaced as a whole.
    private final class Shelf: Sendable {
        private let texts: Mutex<[String: String]>
        init(_ texts: [String: String]) { self.texts = Mutex(texts) }
        func put(_ new: [String: String]) { texts.withLock { $0 = new } }
        var folder: MemoryFolder { MemoryFolder(texts.withLock(\.self)) }
    }

    private final class Tally: Sendable {
        let wrong = Atomic(0)
        let denied = Atomic(0)
        let allowed = Atomic(0)
        let isOver = Atomic(false)
    }

    /// What a set of either kind must come to, by its digest.
    private func judge(
        _ store: PolicyStore, _ outcomes: [String: Outcome], _ tally: Tally, threads: Int,
        during reload: @escaping @Sendable () throws -> Void
    ) async throws {
        let failure = Mutex<(any Error)?>(nil)
        await Threads.run(threads + 1) { thread in
            if thread == threads {
                do { try reload() } catch { failure.withLock { $0 = error } }
                tally.isOver.store(true, ordering: .releasing)
                return
            }
            let session = store.session()
            let request = Square.request("evt-\(thread)")
            var judged = 0
            while !tally.isOver.load(ordering: .acquiring) {
                let (decision, version) = session.judge(request, standing: .none)
                let isRight =
                    version.digest == decision.inputs.policies && decision.outcome == outcomes[version.digest]
                    && decision.request == request.id
                if !isRight { tally.wrong.add(1, ordering: .relaxed) }
                judged += 1
                // There may be fewer processors than threads, and the one that reloads must have its turn.
                if judged % 8 == 0 { usleep(100) }
                switch decision.outcome {
                case .deny: tally.denied.add(1, ordering: .relaxed)
                case .allow: tally.allowed.add(1, ordering: .relaxed)
                case .hold: break
                }
            }
        }
        if let error = failure.withLock(\.self) { throw error }
    }

    /// Several policies make more of a set that could be torn.
    private static let sets = ["allow", "deny"].map { effect in
        Dictionary(
            uniqueKeysWithValues: (0..<2).map {
                ("p\($0).yaml", Square.policy(effect).replacing("town.square", with: "town.square\($0)"))
            })
    }

    /// Under the thread sanitizer, which is told its options, each takes thirty times as long.
    private static let reloads = ProcessInfo.processInfo.environment["TSAN_OPTIONS"] == nil ? 1_000 : 100

    @Test("8 threads through 1,000 reloads: every decision fits the version that it names")
    func thousandReloads() async throws {
        let sets = Self.sets
        let digests = try sets.map { try PolicySet(texts: $0).digest }
        let shelf = Shelf(sets[0])
        let store = try PolicyStore { () throws(PolicyErrors) in shelf.folder }
        let tally = Tally()
        try await judge(store, [digests[0]: .allow, digests[1]: .deny], tally, threads: 8) {
            for round in 1...Self.reloads {
                shelf.put(sets[round % 2])
                let result = store.reload()
                guard result.isLoaded, result.version.digest == digests[round % 2] else {
                    Issue.record("reload \(round) came to \(result)")
                    return
                }
            }
        }
        #expect(tally.wrong.load(ordering: .relaxed) == 0)
        #expect(tally.denied.load(ordering: .relaxed) > 0)
        #expect(tally.allowed.load(ordering: .relaxed) > 0)
        #expect(store.version.generation == UInt64(Self.reloads) + 1)
    }

    @Test("through 40 reloads of files, every fourth of which is broken: none judges by a broken one")
    func files() async throws {
        let sets = Self.sets
        let digests = try sets.map { try PolicySet(texts: $0).digest }
        let folder = try TemporaryFolder(sets[0])
        let store = try PolicyStore(contentsOf: folder.root)
        let tally = Tally()
        try await judge(store, [digests[0]: .allow, digests[1]: .deny], tally, threads: 8) {
            for round in 1...40 {
                // Fifteen of each kind: of four, one is followed by a broken copy of itself.
                for (path, text) in sets[(round - round / 4) % 2] { try folder.write(text, to: path) }
                if round % 4 == 0 {
                    try folder.write("bylaw: 1\npolicy: [", to: "p1.yaml")
                    #expect(store.reload().isRefused)
                } else {
                    #expect(store.reload().isLoaded, "round \(round)")
                }
            }
        }
        #expect(tally.wrong.load(ordering: .relaxed) == 0)
        #expect(tally.denied.load(ordering: .relaxed) > 0)
        #expect(tally.allowed.load(ordering: .relaxed) > 0)
    }

    @Test("old policies are gone once every session has judged again")
    func noLeak() throws {
        let sets = Self.sets
        let shelf = Shelf(sets[0])
        let store = try PolicyStore { () throws(PolicyErrors) in shelf.folder }
        let sessions = (0..<3).map { _ in store.session() }
        var old: [() -> Bool] = []
        for round in 1...20 {
            for session in sessions { _ = session.judge(Square.request(), standing: .none) }
            old.append(store.currentIsAlive)
            for session in sessions { old.append(session.currentIsAlive) }
            shelf.put(sets[round % 2])
            store.reload()
        }
        // The last of each is still held by the sessions, which have not judged since.
        #expect(old.filter { $0() }.count == 4)
        for session in sessions { _ = session.judge(Square.request(), standing: .none) }
        #expect(old.filter { $0() }.isEmpty)
    }
}
