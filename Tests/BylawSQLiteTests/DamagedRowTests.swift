#if SQLite
    import Bylaw
    import BylawLedgerTestSupport
    import BylawSQLite
    import Testing

    @Suite("A row that was changed behind the ledger's back")
    struct DamagedRowTests {
        /// A change, and the errors of which the member's standing must be one.
        struct Damage: Sendable, CustomTestStringConvertible {
            let sql: String
            let error: Expected
            var testDescription: String { sql }

            enum Expected: Sendable {
                case entry(Int64)
                case missing
                case terms
            }

            init(_ sql: String, _ error: Expected) {
                self.sql = sql
                self.error = error
            }

            static let all = [
                Damage(
                    #"UPDATE entry SET open = replace(open, '"points":1', '"points":0') WHERE number = 3"#, .entry(3)),
                Damage("UPDATE entry SET open = '' WHERE number = 3", .entry(3)),
                Damage("UPDATE entry SET open = open || char(0) WHERE number = 3", .entry(3)),
                Damage("UPDATE entry SET open = CAST(x'ff' || open AS TEXT) WHERE number = 3", .entry(3)),
                Damage(
                    "UPDATE entry SET (open, mac) = (SELECT open, mac FROM entry WHERE number = 2) WHERE number = 3",
                    .entry(3)),
                Damage("UPDATE entry SET subject = 'u_8' WHERE number = 5", .missing),
                Damage("UPDATE entry SET subject = 'u_7', place = 6 WHERE number = 7", .missing),
                Damage("UPDATE entry SET place = 9 WHERE number = 3", .missing),
                Damage("UPDATE entry SET place = 0 WHERE number = 3", .missing),
                Damage("UPDATE entry SET number = 99 WHERE number = 3", .entry(99)),
                Damage("UPDATE entry SET id = 'other' WHERE number = 3", .entry(3)),
                Damage("UPDATE entry SET charge = 'sha256:other' WHERE number = 3", .entry(3)),
                Damage("UPDATE entry SET charge = NULL WHERE number = 3", .entry(3)),
                Damage("UPDATE entry SET topic = 'incident-99' WHERE number = 3", .entry(3)),
                Damage("UPDATE entry SET topic = NULL WHERE number = 3", .entry(3)),
                Damage("UPDATE entry SET personal = replace(personal, 'u_7', 'u_8') WHERE number = 3", .entry(3)),
                Damage("UPDATE entry SET personal = personal || ' ' WHERE number = 3", .entry(3)),
                Damage("UPDATE entry SET recorded_by = 'somebody' WHERE number = 3", .entry(3)),
                Damage("UPDATE entry SET personal_digest = 'sha256:0' WHERE number = 3", .entry(3)),
                Damage("UPDATE entry SET by_digest = 'sha256:0' WHERE number = 3", .entry(3)),
                Damage("UPDATE entry SET personal_salt = '00' WHERE number = 3", .entry(3)),
                Damage("UPDATE entry SET by_salt = '00' WHERE number = 3", .entry(3)),
                Damage("UPDATE entry SET previous = mac WHERE number = 3", .entry(3)),
                Damage("UPDATE entry SET mac = previous WHERE number = 3", .entry(3)),
                Damage("DELETE FROM entry WHERE number = 1", .missing),
                Damage("DELETE FROM entry WHERE number = 3", .missing),
                Damage("DELETE FROM entry WHERE number = 5", .missing),
                Damage("DELETE FROM entry WHERE subject = 'u_7'", .missing),
                Damage("DELETE FROM subject WHERE subject = 'u_7'", .missing),
                Damage("UPDATE subject SET entries = 4 WHERE subject = 'u_7'", .missing),
                Damage("UPDATE subject SET entries = 6 WHERE subject = 'u_7'", .missing),
                Damage("UPDATE subject SET entries = -1 WHERE subject = 'u_7'", .missing),
                Damage("UPDATE terms SET bytes = x'7b7d'", .terms), Damage("DELETE FROM terms", .terms),
            ]
        }

        /// A file in which `u_7` has entries 1 to 5 and `u_8` the next three.
        private func makeFile() async throws -> LedgerFile {
            let file = try LedgerFile()
            let ledger = try await file.ledger()
            for number in 0..<8 {
                let strike = try #require(SampleIncidents.strike(number, subject: number < 5 ? "u_7" : "u_8"))
                try await ledger.append([strike], terms: [SampleIncidents.terms])
            }
            #expect(try await ledger.points(of: "u_7") == 5)
            return file
        }

        @Test("is an error that names it, never another number", arguments: Damage.all)
        func isSeen(_ damage: Damage) async throws {
            let file = try await makeFile()
            #expect(try file.tamper(damage.sql) > 0)
            let ledger = try await file.ledger()
            var points: Int?
            let error = await thrown { points = try await ledger.points(of: "u_7") }
            #expect(points == nil)
            switch (damage.error, error as? LedgerError) {
            case (.entry(let wanted), .damagedEntry(let number, _)): #expect(number == wanted)
            case (.missing, .missingEntries(let subject)): #expect(subject == "u_7")
            case (.terms, .damagedTerms(let digest)), (.terms, .unknownTerms(let digest, _)):
                #expect(digest == SampleIncidents.terms.digest)
            default: Issue.record("\(error.map { "\($0)" } ?? "nothing") is thrown")
            }
            #expect(try await !ledger.verify().isWhole)
        }

        @Test("cannot be cut off the end unseen, even with its count and the head")
        func isMissedAtTheEnd() async throws {
            let file = try await makeFile()
            let head = try await file.ledger().head()
            _ = try file.tamper(
                """
                DELETE FROM entry WHERE number = 8; UPDATE subject SET entries = 2 WHERE subject = 'u_8';
                UPDATE head SET number = 7, mac = (SELECT mac FROM entry WHERE number = 7)
                """)
            let verification = try await file.ledger().verify(against: [head])
            #expect(verification.problems.map(\.description) == ["the head that was kept is of entry 8, which is gone"])
        }
    }
#endif
