import AllocationCount
import MeasuredRegion

/// One row of the table: decisions of one kind, or something else that is done again and again.
public struct MeasuredRow {
    /// What is called so many times, with the number of an input.
    public typealias Work = (Int) throws -> Void

    /// By what thresholds, commands and the benchmark suite know the row.
    public let name: String
    /// What is measured, for readers.
    public let title: String
    /// How many calls go once through all inputs.
    public let calls: Int
    /// How many decisions one call makes.
    public let decisions: Int
    /// Whether it allocates and executes the same each time, on one thread, so that a threshold can hold it.
    public let isRepeatable: Bool
    /// Loads what is needed, checks that every input is decided as it must be, and returns what is measured.
    public let prepare: () throws -> Work

    init(
        _ name: String, _ title: String, calls: Int = 1, decisions: Int = 1, isRepeatable: Bool = true,
        prepare: @escaping () throws -> Work
    ) {
        self.name = name
        self.title = title
        self.calls = calls
        self.decisions = decisions
        self.isRepeatable = isRepeatable
        self.prepare = prepare
    }

    /// Decisions in one pass through the inputs.
    public var decisionsInPass: Int { calls * decisions }

    /// The time of one decision, of as many passes as there is time for.
    public func timing(for budget: Duration) throws -> Timing {
        let work = try prepare()
        return try Timing(for: budget, count: decisionsInPass) { try pass(work) }
    }

    /// The heap blocks of one pass, once storage that is kept has grown as large as the inputs want it.
    public func allocations() throws -> Int {
        let work = try prepare()
        for _ in 0..<2 { try pass(work) }
        let before = bylaw_allocation_count()
        try pass(work)
        return Int(bylaw_allocation_count() - before)
    }

    /// Runs passes in the region in which instructions are counted, after others that are not.
    public func run(passes: Int) throws {
        let work = try prepare()
        for _ in 0..<2 { try pass(work) }
        let region = Region { [self] in
            for _ in 0..<passes { try pass(work) }
        }
        bylaw_measured_region(
            { context in
                guard let context else { return }
                Unmanaged<Region>.fromOpaque(context).takeUnretainedValue().run()
            }, Unmanaged.passUnretained(region).toOpaque())
        if let failure = region.failure { throw failure }
    }

    private func pass(_ work: Work) throws {
        for call in 0..<calls { try work(call) }
    }

    private final class Region {
        private let body: () throws -> Void
        private(set) var failure: (any Error)?

        init(_ body: @escaping () throws -> Void) { self.body = body }

        func run() {
            do { try body() } catch { failure = error }
        }
    }
}

/// Why something is not measured: it does not do what it should.
public struct WrongResult: Error, CustomStringConvertible {
    /// What is wrong.
    public let description: String

    /// Tells what is wrong.
    public init(_ description: String) { self.description = description }
}

/// The blocks that this thread has asked of the heap so far.
public func allocationCount() -> Int { Int(bylaw_allocation_count()) }
