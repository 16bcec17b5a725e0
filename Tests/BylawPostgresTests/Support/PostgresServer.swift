#if PostgreSQL
    import Foundation

    @testable import BylawPostgres

    /// A PostgreSQL server of the tests' own, in a temporary folder, at a free port of this machine.
    ///
    /// It ends with the test process, however that ends: a watcher waits for the end of a pipe that nobody else holds.
    final class PostgresServer: Sendable {
        /// The server that tests share which do not stop it; each has a schema of its own.
        static let shared = Result { try PostgresServer() }

        let port: UInt16
        private let programs: PostgresPrograms
        private let folder: URL
        private let watcher: Process
        private let lifeline: Pipe

        init() throws {
            programs = try PostgresPrograms.found.get()
            folder = FileManager.default.temporaryDirectory.appending(path: "bylaw-postgres-\(UUID().uuidString)")
            let data = folder.appending(path: "data").path
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try programs.own(folder)
            port = try freePort()
            try programs.run("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
            (watcher, lifeline) = try programs.watch(folder, data)
            try configure()
            try start()
        }

        /// A connection string, with more keywords than those that every one needs.
        func connection(_ more: String = "", user: String = "postgres") -> String {
            "host=127.0.0.1 port=\(port) user=\(user) dbname=postgres \(more)"
        }

        /// A session past any store, as another program has one.
        func session(until limit: ContinuousClock.Instant = .now + .seconds(20)) throws(PostgresError) -> Session {
            guard let target = Target(connection()) else { throw .badTarget }
            return try Session(connectingTo: target, until: limit, patience: .seconds(20))
        }

        /// Starts it, and waits until it answers.
        ///
        /// Not by `pg_ctl`: what that leaves running keeps Foundation from seeing that it ended itself.
        func start() throws {
            try programs.begin(
                "postgres", "-D", folder.appending(path: "data").path, log: folder.appending(path: "log"))
            let limit = ContinuousClock.now + .seconds(60)
            while true {
                do {
                    _ = try session(until: limit)
                    return
                } catch {
                    guard error.remedy != .none, ContinuousClock.now < limit else { throw error }
                    usleep(20_000)
                }
            }
        }

        /// As if its machine had lost its power: nothing is flushed or said.
        func crash() throws {
            try programs.run("pg_ctl", "stop", "-m", "immediate", "-D", folder.appending(path: "data").path)
        }

        private func configure() throws {
            let data = folder.appending(path: "data")
            try append(
                """
                listen_addresses = '127.0.0.1'
                port = \(port)
                unix_socket_directories = ''
                fsync = on
                max_connections = 150
                shared_buffers = '16MB'

                """, to: data.appending(path: "postgresql.conf"))
            let rules = data.appending(path: "pg_hba.conf")
            let others = try String(contentsOf: rules, encoding: .utf8)
            try FileHandle(forWritingTo: rules).close(
                after: "host all guarded 127.0.0.1/32 scram-sha-256\n" + others)
        }

        private func append(_ text: String, to file: URL) throws {
            let handle = try FileHandle(forWritingTo: file)
            try handle.seekToEnd()
            try handle.close(after: text)
        }
    }

    extension FileHandle {
        /// Writes in place: the file keeps its owner.
        fileprivate func close(after text: String) throws {
            try write(contentsOf: Data(text.utf8))
            try close()
        }
    }

    /// A port that nobody listens at.
    func freePort() throws -> UInt16 { try ListeningSocket().port }
#endif
