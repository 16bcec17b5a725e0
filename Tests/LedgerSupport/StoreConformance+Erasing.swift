import Bylaw

extension StoreConformance {
    static let erasing = [
        StoreConformance("a replaced row is found as what it is now") { store in
            let (old, kept) = (
                LedgerRow.sample(1, charge: "c", topic: "i"), LedgerRow.sample(2, charge: "d", topic: "i")
            )
            var new = old
            (new.subject, new.id, new.charge, new.personal, new.by) = ("p\0", "p-1", "f", "{}", "p\0")
            (new.personalSeal.salt, new.bySeal.salt) = (nil, nil)
            let replacing = new
            try await store.write { rows in
                try rows.insert(old)
                try rows.insert(kept)
                try rows.replace(replacing)
            }
            try await store.read { rows in
                try expect(try rows.rows(after: 0, limit: 9), [replacing, kept], "the rows")
                try expect(try rows.rows(topic: "i"), [replacing, kept], "the rows of strikes")
                try expect(try rows.rows(of: "u_7", after: 0), [kept], "the rows of the old subject")
                try expect(try rows.rows(of: "p\0", after: 0), [replacing], "the rows of the new subject")
                try expect(try rows.row(id: "id-1") == nil && rows.row(charge: "c") == nil, "the old row is found")
                try expect(
                    try [rows.row(id: "p-1"), rows.row(charge: "f")].compactMap(\.self), [replacing, replacing], "rows")
            }
            // What the old row took is free.
            try await store.write { rows in try rows.insert(.sample(3, place: 1, id: "id-1", charge: "c")) }
        },
        StoreConformance("a row may lose its charge, and stay as it is") { store in
            let old = LedgerRow.sample(1, charge: "c")
            try await store.write { rows in
                try rows.insert(old)
                try rows.replace(old)
                try rows.replace(old.with(\.charge, nil))
                try rows.replace(old.with(\.charge, nil))
            }
            try expect(try await store.read { try $0.rows(after: 0, limit: 9) }, [old.with(\.charge, nil)], "the rows")
        },
        StoreConformance("nothing is replaced but what is personal, and nothing that is not there") { store in
            let old = LedgerRow.sample(1, charge: "c", topic: "i")
            try await store.write { rows in try rows.insert(old) }
            let refused = [
                ("another place", old.with(\.place, 2)), ("another incident", old.with(\.topic, "j")),
                ("no incident", old.with(\.topic, nil)), ("another open text", old.with(\.open, "{}")),
                ("another open text", old.with(\.open, old.open + "\0")),
                ("another digest", old.with(\.personalSeal.digest, "sha256:x")),
                ("another digest", old.with(\.bySeal.digest, "sha256:x")),
                ("another previous one", old.with(\.previous, "x")), ("another MAC", old.with(\.mac, "x")),
                ("a row that is not there", old.with(\.number, 2)), ("a row before the first", old.with(\.number, 0)),
            ]
            for (what, row) in refused {
                try await expectRefusal(what) {
                    try await store.write { rows in try rows.replace(row.with(\.subject, "p")) }
                }
                try expect(try await store.read { try $0.rows(after: 0, limit: 9) }, [old], "the rows")
            }
        },
        StoreConformance("a row is not replaced by one whose id, charge or place is taken") { store in
            let written = [LedgerRow.sample(1, charge: "c"), .sample(2, of: "u_8", place: 1, charge: "d")]
            try await store.write { rows in for row in written { try rows.insert(row) } }
            for row in [
                written[1].with(\.id, "id-1"), written[1].with(\.charge, "c"), written[1].with(\.subject, "u_7"),
            ] {
                try await expectRefusal("what is taken") {
                    try await store.write { rows in try rows.replace(row) }
                }
                try expect(try await store.read { try $0.rows(after: 0, limit: 9) }, written, "the rows")
            }
        },
    ]
}
