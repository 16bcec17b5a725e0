package import Bylaw

/// One promise of ``LedgerStore``, to be checked on any store that is empty.
///
/// ```swift
/// @Test("keeps a store's promises", arguments: StoreConformance.all)
/// func conforms(_ promise: StoreConformance) async throws { try await promise.check(on: MemoryStore()) }
/// ```
package struct StoreConformance: Sendable, CustomStringConvertible {
    /// What is promised.
    package let description: String
    private let body: @Sendable (any LedgerStore) async throws -> Void

    init(_ description: String, _ body: @escaping @Sendable (any LedgerStore) async throws -> Void) {
        self.description = description
        self.body = body
    }

    /// Throws what is wrong where the promise is not kept, and what the store throws.
    package func check(on store: any LedgerStore) async throws { try await body(store) }

    /// Every promise.
    package static let all = finding + keeping + refusing + erasing + steps
}

/// What is wrong with a store.
package struct BrokenPromise: Error, CustomStringConvertible {
    package let description: String
}

/// Throws where `condition` does not hold.
func expect(_ condition: Bool, _ what: String, line: Int = #line, file: StaticString = #fileID) throws {
    if !condition { throw BrokenPromise(description: "\(what) (\(file):\(line))") }
}

/// Throws where the two differ by as much as a byte.
func expect(
    _ found: [LedgerRow], _ wanted: [LedgerRow], _ what: String, line: Int = #line, file: StaticString = #fileID
) throws {
    guard found.map(\.bytes) != wanted.map(\.bytes) else { return }
    throw BrokenPromise(
        description: "\(what) are \(found.map(\.number)) in the place of \(wanted.map(\.number)), or differ in what "
            + "they hold (\(file):\(line))")
}

/// Throws where `body` does not throw a ``LedgerError``.
func expectRefusal(
    _ what: String, line: Int = #line, file: StaticString = #fileID, _ body: () async throws -> Void
) async throws {
    do {
        try await body()
    } catch is LedgerError {
        return
    }
    throw BrokenPromise(description: "\(what) is not refused (\(file):\(line))")
}

/// An error that no store knows.
struct Interruption: Error, Equatable {
    let number: Int
}
