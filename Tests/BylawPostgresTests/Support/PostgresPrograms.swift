#if PostgreSQL
    import Foundation

    /// PostgreSQL's server programs on this machine, and the user to run them as.
    struct PostgresPrograms: Sendable {
        private let folder: String
        /// What stands before a command; `initdb` and `postgres` refuse to run as root.
        private let prefix: [String]
        private let user: String?

        static let found = Result { try PostgresPrograms() }

        /// Whether the tests that need a server can run. With `BYLAW_REQUIRE_POSTGRES` set they run in any case, and fail.
        static let arePresent: Bool = {
            if ProcessInfo.processInfo.environment["BYLAW_REQUIRE_POSTGRES"] != nil { return true }
            do {
                _ = try found.get()
                return true
            } catch {
                FileHandle.standardError.write(Data("skipped: the tests with a PostgreSQL server: \(error)\n".utf8))
                return false
            }
        }()

        private struct Missing: Error, CustomStringConvertible {
            let description: String
        }

        private init() throws {
            let folders = Self.folders
            guard
                let folder = folders.first(where: { folder in
                    ["initdb", "pg_ctl", "postgres"].allSatisfy { isProgram("\(folder)/\($0)") }
                })
            else { throw Missing(description: "no folder has initdb, pg_ctl and postgres") }
            self.folder = folder
            guard geteuid() == 0 else {
                (prefix, user) = ([], nil)
                return
            }
            guard let user = ["postgres", "nobody"].first(where: { (name: String) in getpwnam(name) != nil }) else {
                throw Missing(description: "there is no user to run it as")
            }
            let groups = "--reuid=\(user) --regid=\(String(getpwnam(user)?.pointee.pw_gid ?? 0)) --clear-groups"
            if let program = Self.path(of: "setpriv") {
                prefix = [program] + groups.split(separator: " ").map(String.init)
            } else if let program = Self.path(of: "runuser") {
                prefix = [program, "-u", user, "--"]
            } else {
                throw Missing(description: "root runs this, and neither setpriv nor runuser is there to run as another")
            }
            self.user = user
        }

        /// Gives a folder to the user that the server runs as.
        func own(_ folder: URL) throws {
            if let user { try Self.run(["/bin/sh", "-c", #"chown "$1" "$2""#, "sh", user, folder.path]) }
        }

        func run(_ program: String, _ arguments: String...) throws {
            try Self.run(prefix + ["\(folder)/\(program)"] + arguments)
        }

        /// Starts a program that goes on.
        func begin(_ program: String, _ arguments: String..., log: URL) throws {
            try Data().write(to: log)
            let (process, log) = (Process(), try FileHandle(forWritingTo: log))
            let command = prefix + ["\(folder)/\(program)"] + arguments
            process.executableURL = URL(filePath: command[0])
            process.arguments = Array(command.dropFirst())
            process.currentDirectoryURL = URL(filePath: "/")
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = log
            process.standardError = log
            try process.run()
        }

        /// Stops the server and removes its folder once the pipe's other end is closed, as it is when this process ends.
        func watch(_ folder: URL, _ data: String) throws -> (Process, Pipe) {
            let pipe = Pipe.ownedAlone()
            let script = #"""
                trap '' HUP INT TERM
                cat
                folder=$1
                shift
                "$@"
                rm -rf "$folder"
                """#
            let process = Process()
            process.executableURL = URL(filePath: "/bin/sh")
            process.arguments =
                ["-c", script, "sh", folder.path] + prefix
                + ["\(self.folder)/pg_ctl", "stop", "-m", "immediate", "-D", data]
            process.standardInput = pipe
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            return (process, pipe)
        }

        private static func run(_ command: [String]) throws {
            let (process, output) = (Process(), Pipe.ownedAlone())
            process.executableURL = URL(filePath: command[0])
            process.arguments = Array(command.dropFirst())
            process.currentDirectoryURL = URL(filePath: "/")
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = output
            process.standardError = output
            try process.run()
            let said = try output.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            guard process.terminationStatus == 0 else {
                throw Missing(description: "\(command) failed: \(String(decoding: said, as: UTF8.self))")
            }
        }

        /// Where the programs may be: on the path, where `pg_config` says, where Debian and Homebrew put them.
        private static var folders: [String] {
            let searched = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
            let homes = ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"].flatMap { home in
                ((try? FileManager.default.contentsOfDirectory(atPath: home)) ?? []).sorted().reversed()
                    .map { "\(home)/\($0)/bin" }
            }
            return searched + [configured].compactMap(\.self) + homes + ["/usr/pgsql/bin", "/usr/local/pgsql/bin"]
        }

        private static var configured: String? {
            guard let program = path(of: "pg_config") else { return nil }
            let (process, output) = (Process(), Pipe.ownedAlone())
            process.executableURL = URL(filePath: program)
            process.arguments = ["--bindir"]
            process.standardOutput = output
            guard (try? process.run()) != nil, let said = try? output.fileHandleForReading.readToEnd() else {
                return nil
            }
            process.waitUntilExit()
            return String(decoding: said, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        }

        private static func path(of program: String) -> String? {
            (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(program)" }
                .first(where: isProgram)
        }
    }

    extension Pipe {
        /// A pipe that no other program holds open: servers that a test starts outlive what started them.
        fileprivate static func ownedAlone() -> Pipe {
            let pipe = Pipe()
            for end in [pipe.fileHandleForReading, pipe.fileHandleForWriting] {
                _ = fcntl(end.fileDescriptor, F_SETFD, FD_CLOEXEC)
            }
            return pipe
        }
    }

    private func isProgram(_ path: String) -> Bool { FileManager.default.isExecutableFile(atPath: path) }
#endif
