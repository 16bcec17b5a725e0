import Bylaw

extension StoreConformance {
    static let finding = [
        StoreConformance("a new store is empty") { store in
            let empty = try await store.read { rows in
                try rows.head() == .empty && rows.count(of: "u_7") == 0 && rows.counts().isEmpty
                    && rows.rows(of: "u_7", after: 0).isEmpty && rows.row(id: "id-1") == nil
                    && rows.row(charge: "c") == nil && rows.rows(topic: "i").isEmpty
                    && rows.rows(after: 0, limit: 9).isEmpty && rows.terms("t") == nil && rows.termsDigests().isEmpty
            }
            try expect(empty, "something is in a new store")
        },
        StoreConformance("a row comes back as it was given") { store in
            let long = String(repeating: "長", count: 100_000)
            let written = awkwardTexts.enumerated().map { index, text in
                var row = LedgerRow.sample(
                    Int64(index) + 1, of: text, place: 1 << 40 + Int64(index), id: text, charge: text, topic: text)
                (row.open, row.personal, row.by, row.previous, row.mac) = (text, text, text, text, text)
                row.personalSeal = .init(digest: text, salt: text)
                row.bySeal = .init(digest: text, salt: index.isMultiple(of: 2) ? nil : text)
                return row
            }
            let last = LedgerRow.sample(Int64(written.count) + 1, place: .max)
                .with(\.personalSeal.salt, nil).with(\.open, long).with(\.personal, long)
            try await store.write { rows in for row in written + [last] { try rows.insert(row) } }
            try expect(try await store.read { try $0.rows(after: 0, limit: 999) }, written + [last], "the rows")
        },
        StoreConformance("rows are found by the very bytes of subject, id, charge and incident") { store in
            let written = awkwardTexts.enumerated().map { index, text in
                LedgerRow.sample(Int64(index) + 1, of: text, id: text, charge: text, topic: text)
            }
            try await store.write { rows in for row in written { try rows.insert(row) } }
            try await store.read { rows in
                for (text, row) in zip(awkwardTexts, written) {
                    try expect(try rows.rows(of: text, after: 0), [row], "the rows of \(text.debugDescription)")
                    try expect(try [rows.row(id: text)].compactMap(\.self), [row], "those with an id")
                    try expect(try [rows.row(charge: text)].compactMap(\.self), [row], "those with a charge")
                    try expect(try rows.rows(topic: text), [row], "the rows of strikes for an incident")
                }
                for text in ["x", "a\0\0", "e", "NUL"] {
                    let found = try rows.rows(of: text, after: 0) + rows.rows(topic: text)
                    try expect(
                        try found + [rows.row(id: text), rows.row(charge: text)].compactMap(\.self), [], "others")
                }
            }
        },
        StoreConformance("a subject's rows come by place, and only those after one") { store in
            let places: [Int64] = [7, 3, 9, 10, 1]
            let written = places.enumerated().map { LedgerRow.sample(Int64($0) + 1, place: $1) }
            let other = LedgerRow.sample(6, of: "u_8", place: 5)
            try await store.write { rows in for row in written + [other] { try rows.insert(row) } }
            try await store.read { rows in
                for place in [Int64(-1), 0, 1, 2, 3, 8, 9, 10, .max] {
                    let wanted = written.filter { $0.place > place }.sorted { $0.place < $1.place }
                    try expect(try rows.rows(of: "u_7", after: place), wanted, "the rows after place \(place)")
                }
            }
        },
        StoreConformance("the rows of an incident's strikes come by number") { store in
            let incidents = ["i", nil, "j", "i", nil, "i"]
            let written = incidents.enumerated().map {
                LedgerRow.sample(Int64($0) + 1, of: "u_\(9 - $0)", place: 9 - Int64($0), topic: $1)
            }
            try await store.write { rows in for row in written { try rows.insert(row) } }
            try await store.read { rows in
                try expect(try rows.rows(topic: "i"), [written[0], written[3], written[5]], "the rows of `i`")
                try expect(try rows.rows(topic: "j"), [written[2]], "the rows of `j`")
            }
        },
        StoreConformance("all rows come by number, no more than the limit") { store in
            let written = (1...25).map { LedgerRow.sample($0, of: "u_\($0 % 3)", id: "id-\(99 - $0)") }
            try await store.write { rows in for row in written { try rows.insert(row) } }
            try await store.read { rows in
                for (number, limit) in [
                    (-1, 99), (0, 0), (0, 1), (0, 10), (10, 10), (20, 10), (24, 1), (25, 9), (99, 9),
                ] {
                    let wanted = written.filter { $0.number > number }.prefix(limit)
                    let found = try rows.rows(after: Int64(number), limit: limit)
                    try expect(found, Array(wanted), "\(limit) rows after \(number)")
                }
                try expect(try rows.rows(after: .max, limit: .max), [], "the rows after the last")
                try expect(try rows.rows(after: 0, limit: .max), written, "the rows without a limit")
            }
        },
    ]
}
