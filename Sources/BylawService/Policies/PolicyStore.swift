public import Bylaw
import Dispatch
public import Foundation
import Logging
import Synchronization

/// Policies that are in force, and are replaced while they judge when their files change.
///
/// ```swift
/// let store = try PolicyStore(contentsOf: folder)
/// Task { try await store.run() }                    // looks at the folder every two seconds
/// let session = store.session()                     // one a thread
/// let (decision, version) = session.judge(request, standing: .none)
/// ```
///
/// A changed folder is loaded and planned aside, and put into force in one step. What does not load is reported and changes
/// nothing: the last good set stays in force. A set is taken only if a second reading finds the same bytes in every file
/// that the first one read, so that it is what the folder held at one moment. A folder whose files are copied one by one
/// holds a mixture at such moments too: ``run()`` waits until nothing has changed for one interval; whoever copies more
/// slowly than that should write a new folder and turn a link to it.
public final class PolicyStore: Sendable {
    /// How many times a folder that changes while it is read is read in a row.
    private static let attempts = 3

    private let open: FolderReading.Opener
    private let configuration: Configuration
    /// What judges now; locked for no longer than it takes to look.
    private let current: Locked<Current>
    /// The generation of what judges now, for sessions to compare with.
    private let generation: Atomic<UInt64>
    /// Locked while policies are loaded.
    private let progress: Locked<Progress>
    private let queue = DispatchQueue(label: "bylaw.policies")

    private struct Current {
        var live: LivePolicies
        var refusal: PolicyErrors?
    }

    private struct Progress {
        /// What the last attempt to load has seen, whether it was good or not.
        var reading: FolderReading
        /// Something else that was seen since, and is taken once it is seen again.
        var pending: FolderReading?
    }

    /// Loads a policy file, every policy in a folder and the folders in it, or a bundle, as ``Bylaw/PolicySet`` does.
    ///
    /// - Parameter keys: Who must have signed the policies, now and whenever they change; nil: nobody. With it only a bundle
    ///   will do.
    /// - Throws: One error with every problem of every file: a service does not begin without policies.
    public convenience init(
        contentsOf url: URL, signedBy keys: [VerifyingKey]? = nil, _ configuration: Configuration = .init()
    ) throws(PolicyErrors) {
        try self.init(configuration) { () throws(PolicyErrors) in try PolicySource.open(url, signedBy: keys) }
    }

    /// Loads policies from a place that is opened anew each time that it is looked at.
    package init(
        _ configuration: Configuration = .init(),
        opening open: @escaping @Sendable () throws(PolicyErrors) -> any PolicyFolder
    ) throws(PolicyErrors) {
        guard let (reading, result) = Self.load(open) else {
            throw PolicyErrors([Diagnostic("policies-changing", "the policies change while they are read", at: nil)])
        }
        let policies = try result.get()
        self.open = open
        self.configuration = configuration
        let live = LivePolicies(configuration.evaluator(policies), generation: 1)
        current = Locked(Current(live: live))
        generation = Atomic(1)
        progress = Locked(Progress(reading: reading))
        configuration.metrics?.showRefusal(false)
        configuration.logger?.info("policies are in force", metadata: Self.metadata(live.version))
    }

    /// What judges now. Takes a lock: whoever judges often uses a ``session()``.
    public var evaluator: Evaluator { current.withLock { $0.live }.evaluator }

    /// The version of what judges now.
    public var version: PolicyVersion { current.withLock { $0.live }.version }

    /// Why what is there now is not in force; nil where it is.
    public var refusal: PolicyErrors? { current.withLock { $0.refusal } }

    /// Judges by whatever is in force at each request. One thread at a time may use a session.
    public func session() -> StoreSession { StoreSession(self, metrics: configuration.metrics) }

    /// Looks at the policies now, and puts them into force if they are others and load. Waits until that is done; on a
    /// signal or by hand, for whoever calls it says that the files are complete.
    ///
    /// - Parameter isForced: Whether the evaluator is made anew even where no file has changed, for hosts whose lexicons
    ///   or keys have.
    @discardableResult
    public func reload(isForced: Bool = false) -> ReloadResult {
        let result = progress.withLock { progress -> ReloadResult in
            let seen = progress.reading.again(open, rereads: false)
            if !isForced, seen == progress.reading {
                // The same, but more may be known by its status now, and need not be read next time.
                progress = Progress(reading: seen)
                return .unchanged(version)
            }
            return attempt(&progress, isForced: isForced)
        }
        report(result)
        return result
    }

    /// Looks at the files every ``Configuration/interval`` until the task is cancelled. Has the shape of a service's
    /// `run()` in Swift Service Lifecycle; one that is to end gracefully is cancelled.
    public func run() async throws {
        while !Task.isCancelled {
            do { try await Task.sleep(for: configuration.interval) } catch { return }
            // Not on a thread of the pool that tasks share: reading and planning may take a while.
            await withCheckedContinuation { continuation in
                queue.async {
                    self.poll()
                    continuation.resume()
                }
            }
        }
    }

    /// Looks once: takes what has changed if it has been the same since the last look.
    @discardableResult
    package func poll() -> ReloadResult {
        let result = progress.withLock { progress -> ReloadResult in
            let seen = progress.reading.again(open, rereads: false)
            if seen == progress.reading {
                progress = Progress(reading: seen)
                return .unchanged(version)
            }
            guard seen == progress.pending else {
                progress.pending = seen
                return .changing(version)
            }
            return attempt(&progress, isForced: false)
        }
        report(result)
        return result
    }

    /// The generation of what judges now: sessions compare it with theirs at every request.
    var currentGeneration: UInt64 { generation.load(ordering: .acquiring) }

    /// What judges now.
    var live: LivePolicies { current.withLock { $0.live } }
}

extension PolicyStore {
    private func attempt(_ progress: inout Progress, isForced: Bool) -> ReloadResult {
        progress.pending = nil
        guard let (reading, result) = Self.load(open) else { return .changing(version) }
        progress.reading = reading
        switch result {
        case .failure(let errors):
            return .refused(
                errors,
                kept: current.withLock { current in
                    current.refusal = errors
                    return current.live.version
                })
        case .success(let policies):
            let old = live
            // What is no part of the policies has changed, or a change was taken back.
            if !isForced, policies.digest == old.version.digest {
                current.withLock { $0.refusal = nil }
                return .unchanged(old.version)
            }
            let new = LivePolicies(configuration.evaluator(policies), generation: old.version.generation + 1)
            current.withLock { $0 = Current(live: new) }
            generation.store(new.version.generation, ordering: .releasing)
            return .loaded(new.version, warnings: policies.warnings)
        }
    }

    /// Reads and checks what is there, as it was at one moment; nil where it did not stay the same for long enough.
    private static func load(_ open: FolderReading.Opener) -> (FolderReading, Result<PolicySet, PolicyErrors>)? {
        for _ in 0..<attempts {
            let reading: FolderReading
            let result: Result<PolicySet, PolicyErrors>
            do throws(PolicyErrors) {
                let folder = ObservedFolder(try open())
                result = Result { () throws(PolicyErrors) in try PolicySet(folder) }
                reading = folder.reading
            } catch {
                reading = FolderReading(error)
                result = .failure(error)
            }
            // If both readings found the same everywhere, all of it was there at once: after the first, before the second.
            if reading.again(open, rereads: true) == reading { return (reading, result) }
        }
        return nil
    }

    private func report(_ result: ReloadResult) {
        switch result {
        case .unchanged: configuration.metrics?.showRefusal(refusal != nil)
        case .changing: break
        case .loaded(let version, _):
            configuration.metrics?.reloaded(isGood: true)
            configuration.logger?.info("other policies are in force", metadata: Self.metadata(version))
        case .refused(let errors, let version):
            configuration.metrics?.reloaded(isGood: false)
            configuration.logger?.error(
                "changed policies are refused, the last good ones stay in force",
                metadata: Self.metadata(version).merging(["problems": "\(errors)"]) { $1 })
        }
        configuration.onReload?(result)
    }

    private static func metadata(_ version: PolicyVersion) -> [String: Logger.MetadataValue] {
        ["policies": "\(version.digest)", "generation": "\(version.generation)"]
    }
}

extension PolicyStore {
    /// Tells, later too, whether the policies that are in force now are still in memory: to see that nothing is kept.
    package var currentIsAlive: () -> Bool { live.evaluator.planIsAlive }
}
