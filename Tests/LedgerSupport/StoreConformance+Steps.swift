package import Bylaw

extension StoreConformance {
    static let steps = [
        StoreConformance("a step's answer is given") { store in
            let written = try await store.write { _ in 7 }
            let read = try await store.read { _ in "seven" }
            try expect(written == 7 && read == "seven", "another answer is given")
        },
        StoreConformance("a reading step that throws throws on what it threw") { store in
            do {
                try await store.read { _ in throw Interruption(number: 8) }
                throw BrokenPromise(description: "an error is swallowed")
            } catch let error as Interruption where error.number == 8 {}
        },
        StoreConformance("writing steps take turns, and lose nothing") { store in
            try await writersTakeTurns(on: [store])
        },
        StoreConformance("a reading step sees one moment") { store in try await readersSeeOneMoment(on: [store]) },
        StoreConformance("a task that is cancelled runs no step") { store in
            let reading = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                try await store.read { _ in }
            }
            let writing = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                try await store.write { rows in try rows.insert(.sample(1)) }
            }
            for task in [reading, writing] {
                do {
                    try await task.value
                    throw BrokenPromise(description: "a cancelled step is run")
                } catch is CancellationError {}
            }
            try expect(try await store.read { try $0.rows(after: 0, limit: 9) }, [], "what a cancelled step wrote")
            try await store.write { rows in try rows.insert(.sample(1)) }
        },
    ]

    /// Whether many tasks on stores that share their rows write one row after the other, and each acknowledged one stays.
    package static func writersTakeTurns(on stores: [any LedgerStore]) async throws {
        let (tasks, each) = (16, 8)
        try await withThrowingTaskGroup { group in
            for task in 0..<tasks {
                let store = stores[task % stores.count]
                group.addTask {
                    for _ in 0..<each { try await addRow(to: store, by: "task-\(task)") }
                }
            }
            try await group.waitForAll()
        }
        for store in stores {
            let (rows, head) = try await store.read { try ($0.rows(after: 0, limit: .max), $0.head()) }
            try expect(head.number == Int64(tasks * each), "the head has number \(head.number)")
            try expect(rows.map(\.number) == Array(1...Int64(tasks * each)), "rows are lost")
            for task in 0..<tasks {
                let count = rows.filter { $0.by == "task-\(task)" }.count
                try expect(count == each, "of \(each) rows of a task \(count) are there")
            }
        }
    }

    /// Whether what a step reads fits together while other tasks write.
    package static func readersSeeOneMoment(on stores: [any LedgerStore]) async throws {
        try await withThrowingTaskGroup { group in
            for task in 0..<8 {
                let store = stores[task % stores.count]
                group.addTask {
                    for _ in 0..<15 {
                        if task.isMultiple(of: 2) {
                            try await addRow(to: store, by: "writer")
                        } else {
                            try await store.read { rows in
                                let head = try rows.head()
                                for _ in 0..<3 {
                                    let found = try [
                                        rows.count(of: "u_7"), Int64(rows.rows(of: "u_7", after: 0).count),
                                        Int64(rows.rows(after: 0, limit: .max).count), rows.head().number,
                                    ]
                                    try expect(
                                        found.allSatisfy { $0 == head.number }, "\(found) are read of \(head.number)")
                                }
                            }
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    /// Adds the row that follows on the head: two steps that ran at once would choose the same.
    private static func addRow(to store: any LedgerStore, by: String) async throws {
        try await store.write { rows in
            let number = try rows.head().number + 1
            try rows.insert(.sample(number).with(\.by, by))
            try rows.setCount(number, of: "u_7")
            try rows.setHead(LedgerHead(number: number, mac: "mac-\(number)", key: "k", forgotten: 0))
        }
    }
}
