extension Ledger {
    /// The whole ledger as JSON Lines: a line that tells the head, a line for each tally's terms, and a line for each
    /// entry in order. What was exported can be imported into a store of any kind, chain and all.
    ///
    /// `write` is given a line at a time, its line break included. The entries are those of one moment.
    public func export(_ write: @escaping @Sendable ([UInt8]) throws -> Void) async throws {
        try await store.read { rows in
            let head = try rows.head()
            try write(LedgerLine.head(head).bytes)
            for digest in try rows.termsDigests().sorted() {
                guard let bytes = try rows.terms(digest) else { continue }
                try write(LedgerLine.terms(digest, bytes).bytes)
            }
            var number: Int64 = 0
            while true {
                let page = try rows.rows(after: number, limit: 1_000)
                for row in page {
                    try write(LedgerLine.entry(row).bytes)
                    number = row.number
                }
                if page.count < 1_000 { break }
            }
        }
    }

    /// Adds what was exported to a store that is empty, or holds a beginning of the same ledger. Every entry is checked:
    /// the ledger's key must be the one by which it was chained. What is there already is compared and left alone.
    ///
    /// Lines are kept some hundred at a time, each time all or none, so that an import that was interrupted can be run
    /// again. Throws ``LedgerError/importRefused(line:reason:)`` where a line does not follow on or is none,
    /// ``LedgerError/damagedEntry(number:reason:)`` and ``LedgerError/damagedTerms(digest:)`` where what it holds was
    /// changed, and ``LedgerError/wrongKey(expected:)``. Returns how many entries were added.
    @discardableResult
    public func `import`(_ lines: some Sequence<[UInt8]>) async throws -> Int64 {
        var number = 0
        var batch: [(Int, LedgerLine)] = []
        var added: Int64 = 0
        for line in lines {
            number += 1
            guard !line.isEmpty else { continue }
            batch.append((number, try LedgerLine(line, number: number)))
            if batch.count == 500 {
                added += try await add(batch)
                batch = []
            }
        }
        added += try await add(batch)
        memory.clear()
        return added
    }

    private func add(_ batch: [(Int, LedgerLine)]) async throws -> Int64 {
        let chain = chain
        return try await store.write { rows in
            var step = ImportStep(rows: rows, chain: chain, head: try rows.head())
            for (number, line) in batch { try step.add(line, line: number) }
            try rows.setHead(step.head)
            return step.added
        }
    }
}

/// Some lines of an import on their way into a store.
private struct ImportStep {
    let rows: any LedgerWriting
    let chain: LedgerChain
    var head: LedgerHead
    var added: Int64 = 0

    mutating func add(_ line: LedgerLine, line number: Int) throws {
        switch line {
        case .head(let exported):
            guard exported.key.isEmpty || exported.key == chain.keyName else {
                throw LedgerError.wrongKey(expected: exported.key)
            }
        case .terms(let digest, let bytes):
            guard KeptTerms(bytes, digest: digest) != nil else { throw LedgerError.damagedTerms(digest: digest) }
            try rows.keep(terms: bytes, digest: digest)
        case .entry(let row):
            func refused(_ reason: String) -> LedgerError { .importRefused(line: number, reason: reason) }
            if row.number <= head.number {
                guard try rows.rows(after: row.number - 1, limit: 1).first?.mac == row.mac else {
                    throw refused("the store has another entry \(row.number)")
                }
                return
            }
            guard row.number == head.number + 1, row.previous == head.mac else {
                throw refused("it does not follow entry \(head.number)")
            }
            let event = try chain.event(row)
            guard try rows.count(of: row.subject) + 1 == row.place else {
                throw refused("an entry of its subject is missing before it")
            }
            try rows.insert(row)
            try rows.setCount(row.place, of: row.subject)
            head = chain.head(head, after: row)
            if case .erasure = event.kind { head.forgotten += 1 }
            added += 1
        }
    }
}
