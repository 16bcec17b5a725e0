import Bylaw

extension StoreConformance {
    static let refusing = [
        StoreConformance("a row whose number, id, charge or place is taken is refused, and nothing is left of the step")
        {
            store in
            let first = LedgerRow.sample(1, charge: "c", topic: "i")
            try await store.write { rows in try rows.insert(first) }
            let taken = [
                ("the same number", LedgerRow.sample(1, of: "u_8", id: "other", charge: "d")),
                ("the same id", LedgerRow.sample(3, id: "id-1")),
                ("the same charge", LedgerRow.sample(3, charge: "c")),
                ("the same place", LedgerRow.sample(3, place: 1)),
            ]
            for (what, row) in taken {
                try await expectRefusal(what) {
                    try await store.write { rows in
                        try rows.insert(.sample(2, charge: "e"))
                        try rows.setCount(2, of: "u_7")
                        try rows.insert(row)
                    }
                }
                try expect(try await store.read { try $0.rows(after: 0, limit: 9) }, [first], "the rows")
                try expect(try await store.read { try $0.count(of: "u_7") } == 0, "a count is left of a refused step")
            }
        },
        StoreConformance("only the very same bytes are taken, and rows without a charge take none") { store in
            let bytes = ["\u{E9}", "e\u{301}", "E", "e", "e\0", "e\0\0"]
            let texts: [String?] = bytes + [nil, nil]
            let written = texts.enumerated().map { index, text in
                LedgerRow.sample(
                    Int64(index) + 1, of: text ?? "u_\(index)", place: 1, id: text ?? "id-\(index)", charge: text,
                    topic: "i")
            }
            try await store.write { rows in for row in written { try rows.insert(row) } }
            try expect(try await store.read { try $0.rows(topic: "i") }, written, "the rows")
        },
        StoreConformance("a step that throws leaves nothing, and throws on what it threw") { store in
            let row = LedgerRow.sample(1, charge: "c", topic: "i")
            let head = LedgerHead(number: 1, mac: "m", key: "k", forgotten: 0)
            try await store.write { rows in
                try rows.insert(row)
                try rows.setCount(1, of: "u_7")
                try rows.keep(terms: [1], digest: "t")
                try rows.setHead(head)
            }
            let errors: [any Error & Sendable] = [
                Interruption(number: 7), LedgerError.unknownEvent("x"), CancellationError(),
            ]
            for error in errors {
                do {
                    try await store.write { rows in
                        try rows.insert(.sample(2, charge: "d", topic: "i"))
                        try rows.replace(row.with(\.subject, "p").with(\.charge, nil).with(\.id, "p-1"))
                        try rows.setCount(2, of: "u_7")
                        try rows.setCount(0, of: "u_7")
                        try rows.setCount(3, of: "p")
                        try rows.keep(terms: [2], digest: "s")
                        try rows.setHead(LedgerHead(number: 2, mac: "n", key: "k", forgotten: 1))
                        throw error
                    }
                    throw BrokenPromise(description: "a step that throws is written")
                } catch let thrown where "\(thrown)" == "\(error)" && type(of: thrown) == type(of: error) {}
                try await store.read { rows in
                    try expect(try rows.rows(after: 0, limit: 9), [row], "the rows")
                    try expect(try rows.rows(of: "u_7", after: 0) + rows.rows(topic: "i"), [row, row], "the rows")
                    try expect(
                        try [rows.row(id: "id-1"), rows.row(charge: "c")].compactMap(\.self), [row, row], "rows")
                    try expect(try rows.row(id: "p-1") == nil && rows.row(charge: "d") == nil, "a row is left")
                    try expect(try rows.rows(of: "p", after: 0), [], "rows of a replaced one")
                    try expect(try rows.count(of: "u_7") == 1 && rows.counts().count == 1, "a count is left")
                    try expect(try rows.termsDigests() == ["t"] && rows.terms("s") == nil, "terms are left")
                    try expect(try rows.head() == head, "a head is left")
                }
            }
            // What was taken back is free again.
            try await store.write { rows in try rows.insert(.sample(2, charge: "d", topic: "i")) }
        },
    ]
}
