import Bylaw

extension StoreConformance {
    static let keeping = [
        StoreConformance("a subject's count is the last that was set, by the very bytes of the subject") { store in
            try await store.write { rows in
                for (index, text) in awkwardTexts.enumerated() { try rows.setCount(Int64(index) + 1, of: text) }
                try rows.setCount(.max, of: "u_7")
                try rows.setCount(70, of: "u_7")
                try rows.setCount(0, of: "nobody")
            }
            try await store.write { rows in try rows.setCount(0, of: "a") }
            try await store.read { rows in
                for (index, text) in awkwardTexts.enumerated() {
                    let wanted = text == "a" ? 0 : Int64(index) + 1
                    try expect(try rows.count(of: text) == wanted, "the count of \(text.debugDescription) is another")
                }
                try expect(try rows.count(of: "u_7") == 70, "a count is not the last that was set")
                let wanted = awkwardTexts.filter { $0 != "a" } + ["u_7"]
                let counts = try rows.counts()
                try expect(counts.count == wanted.count, "\(counts.count) subjects in the place of \(wanted.count)")
                for text in wanted {
                    let found = counts.filter { isSame($0.subject, text) }.map(\.count)
                    try expect(try found == [rows.count(of: text)], "\(text.debugDescription) is counted otherwise")
                }
            }
        },
        StoreConformance("terms are kept byte for byte, and the first that are kept stay") { store in
            let every = (0...255).map { UInt8($0) }
            try await store.write { rows in
                try rows.keep(terms: every, digest: "every")
                try rows.keep(terms: [], digest: "none")
                for text in awkwardTexts { try rows.keep(terms: Array(text.utf8), digest: "d" + text) }
                try rows.keep(terms: [1], digest: "every")
            }
            try await store.write { rows in try rows.keep(terms: [2], digest: "none") }
            try await store.read { rows in
                try expect(try rows.terms("every") == every, "terms come back as others")
                try expect(try rows.terms("none") == [], "empty terms come back as others")
                for text in awkwardTexts {
                    try expect(try rows.terms("d" + text) == Array(text.utf8), "terms are found under another digest")
                }
                try expect(try rows.terms("Every") == nil, "terms are found that nobody kept")
                let (digests, wanted) = (try rows.termsDigests(), ["every", "none"] + awkwardTexts.map { "d" + $0 })
                try expect(digests.count == wanted.count, "\(digests.count) digests in the place of \(wanted.count)")
                for digest in wanted {
                    try expect(digests.contains { isSame($0, digest) }, "\(digest.debugDescription) is not listed")
                }
            }
        },
        StoreConformance("the head is the last that was set") { store in
            for number in [Int64(1), .max, 3] {
                let head = LedgerHead(number: number, mac: "m\0\(number)", key: "e\u{301}", forgotten: number - 1)
                try await store.write { rows in try rows.setHead(head) }
                let found = try await store.read { try $0.head() }
                try expect(
                    found == head && isSame(found.mac, head.mac) && isSame(found.key, head.key), "the head is another")
            }
        },
        StoreConformance("a step finds what it has written itself") { store in
            let (row, head) = (
                LedgerRow.sample(1, charge: "c", topic: "i"), LedgerHead(number: 1, mac: "m", key: "k", forgotten: 0)
            )
            try await store.write { rows in
                try rows.insert(row)
                try rows.setCount(1, of: "u_7")
                try rows.keep(terms: [1, 2], digest: "t")
                try rows.setHead(head)
                try expect(try rows.rows(of: "u_7", after: 0), [row], "a subject's rows")
                try expect(try [rows.row(id: "id-1"), rows.row(charge: "c")].compactMap(\.self), [row, row], "rows")
                try expect(try rows.rows(topic: "i") + rows.rows(after: 0, limit: 1), [row, row], "rows")
                try expect(try rows.count(of: "u_7") == 1 && rows.counts().count == 1, "the count is not there")
                try expect(try rows.terms("t") == [1, 2] && rows.termsDigests() == ["t"], "the terms are not there")
                try expect(try rows.head() == head, "the head is not there")
                try rows.replace(row.with(\.subject, "p"))
                try expect(try rows.rows(of: "p", after: 0), [row.with(\.subject, "p")], "a replaced row")
                try expect(try rows.rows(of: "u_7", after: 0), [], "the rows before")
            }
        },
    ]
}
