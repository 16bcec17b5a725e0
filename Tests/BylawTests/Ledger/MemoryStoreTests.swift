import Bylaw
import BylawLedgerTestSupport
import Testing

@Suite("The store in memory")
struct MemoryStoreTests {
    @Test("keeps every promise of a store", arguments: StoreConformance.all)
    func conforms(_ promise: StoreConformance) async throws { try await promise.check(on: MemoryStore()) }
}
