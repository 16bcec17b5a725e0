import Bylaw
import BylawLedgerTestSupport
import Testing

@Suite("The store in memory")
struct MemoryStoreTests {
    @Test("keeps every promise of a store", arguments: StoreConformance.all)
    func conforms(_ promise: StoreConformance) async throws { try await promise.check(on: MemoryStore()) }
}

@Suite("The checks of stores")
struct StoreConformanceTests {
    @Test("see no fault where there is none", arguments: StoreConformance.all)
    func seeNone(_ promise: StoreConformance) async throws { try await promise.check(on: FaultyStore(nil)) }

    @Test("see each fault", arguments: FaultyStore.Fault.allCases)
    func see(_ fault: FaultyStore.Fault) async {
        var isSeen = false
        for promise in StoreConformance.all where !isSeen {
            do {
                try await promise.check(on: FaultyStore(fault))
            } catch {
                isSeen = true
            }
        }
        #expect(isSeen)
    }
}
