#if PostgreSQL
    import Bylaw
    import Testing

    @Suite("Two services on one database", .enabled(if: PostgresPrograms.arePresent))
    struct SharingTests {
        @Test("issue one strike for an incident that both record at once")
        func oneStrike() async throws {
            let schema = try TestSchema()
            let (first, second) = (Ledger(schema.store()), Ledger(schema.store()))
            for number in 1...20 {
                let strike = try sampleStrike("i-\(number)", to: "u_\(number)")
                async let one = first.append([strike], terms: [sampleTerms])
                async let other = second.append([strike], terms: [sampleTerms])
                let recordings = try await [one, other]
                #expect(recordings.map(\.events.count).sorted() == [0, 1])
                #expect(try await second.events(of: "u_\(number)") == [strike])
            }
            #expect(try await first.head().number == 20)
            #expect(try await second.verify().isWhole)
        }

        @Test("cross a threshold once with two different third strikes")
        func oneCrossing() async throws {
            let schema = try TestSchema()
            let (first, second) = (Ledger(schema.store()), Ledger(schema.store()))
            for number in 1...20 {
                let member = "u_\(number)"
                let strikes = try [0, 1, 2, 2].enumerated().map { index, seconds in
                    try sampleStrike("\(member)-\(index)", to: member, after: Int64(seconds))
                }
                try await first.append(Array(strikes[..<2]), terms: [sampleTerms])
                async let one = first.append([strikes[2]])
                async let other = second.append([strikes[3]])
                let recordings = try await [one, other]
                #expect(recordings.map(\.events.count) == [1, 1])
                // Where the one with the greater id was recorded first, the other takes its place as what crossed.
                func count(_ sanctions: [Recording.MemberSanction]) -> Int {
                    sanctions.count { $0.sanction.rung.at == 3 }
                }
                let crossings = recordings.map { count($0.sanctions) - count($0.ended) }
                #expect(crossings.sorted() == [0, 1])
                let standing = try await first.standing(of: member, at: strikes[3].occurred)
                #expect(standing.sanctions.count { $0.rung.at == 3 } == 1)
            }
            #expect(try await first.verify().isWhole)
        }
    }
#endif
