#if PostgreSQL
    import BylawLedgerTestSupport
    import Testing

    @testable import BylawPostgres

    @Suite("A store in PostgreSQL", .enabled(if: PostgresPrograms.arePresent))
    struct ConformanceTests {
        @Test("keeps a store's promises", arguments: StoreConformance.all)
        func conforms(_ promise: StoreConformance) async throws {
            try await promise.check(on: TestSchema().store())
        }
    }
#endif
