#if PostgreSQL
    import Bylaw

    /// An entry as a row of the table `entries`.
    extension LedgerRow {
        static let columns = [
            "number", "place", "subject", "id", "charge", "topic", "open", "personal", "recorded_by",
            "personal_digest", "personal_salt", "recorded_by_digest", "recorded_by_salt", "previous", "mac",
        ]

        /// In the order of ``columns``.
        var values: [QueryValue] {
            [
                .int(number), .int(place), .text(subject), .text(id), .text(charge), .text(topic), .text(open),
                .text(personal), .text(by), .text(personalSeal.digest), .text(personalSeal.salt),
                .text(bySeal.digest), .text(bySeal.salt), .text(previous), .text(mac),
            ]
        }

        init(_ row: QueryResult.Row) throws(LedgerError) {
            let number = row.int(0)
            func damaged() -> LedgerError {
                if let number {
                    .damagedEntry(number: number, reason: "it cannot be read")
                } else {
                    .unavailable("an entry has no number")
                }
            }
            func text(_ column: Int32) throws(LedgerError) -> String {
                guard let text = row.text(column) else { throw damaged() }
                return text
            }
            func optionalText(_ column: Int32) throws(LedgerError) -> String? {
                row.isNull(column) ? nil : try text(column)
            }
            guard let number, let place = row.int(1) else { throw damaged() }
            self.init(
                number: number, place: place, subject: try text(2), id: try text(3), charge: try optionalText(4),
                topic: try optionalText(5), open: try text(6), personal: try text(7), by: try text(8),
                personalSeal: Seal(digest: try text(9), salt: try optionalText(10)),
                bySeal: Seal(digest: try text(11), salt: try optionalText(12)), previous: try text(13),
                mac: try text(14))
        }
    }
#endif
