#if PostgreSQL
    /// Why a step could not run. Its words are ours: the server's quote values, and libpq's the connection string.
    struct PostgresError: Error {
        /// What ``LedgerError/unavailable(_:)`` says.
        let reason: String
        let remedy: Remedy

        enum Remedy {
            /// The same would come of it again.
            case none
            /// The step may succeed when it is run again.
            case retry
            /// The step may succeed when it is run again, on another connection.
            case reconnect
        }

        static let lostConnection = PostgresError("the connection to the server broke", .reconnect)
        static let lostCommit = PostgresError(
            "the connection broke while all was being kept; it is safe to record it again", .reconnect)
        static let outOfMemory = PostgresError("there is no memory for a connection", .reconnect)
        static let badTarget = PostgresError("the connection string cannot be read", .none)
        static let tooLarge = PostgresError("an entry is too large", .none)

        static func unreachable(at host: String?) -> PostgresError {
            PostgresError("the server\(at(host)) cannot be reached", .reconnect)
        }

        init(_ reason: String, _ remedy: Remedy) {
            self.reason = reason
            self.remedy = remedy
        }

        /// What a SQLSTATE means: its first two characters are its class.
        init(state: String) {
            let (reason, remedy) = Self.meaning(of: state)
            self.init("\(reason) (SQLSTATE \(state))", remedy)
        }

        /// Why a connection could not be made. Of the message only a SQLSTATE is taken, and whether it is about TLS.
        init(connectingTo host: String?, message: String) {
            let words = message.split { $0.isWhitespace || $0 == ":" }
            let state = words.indices.reversed().first { index in
                index > words.startIndex && words[index].utf8.count == 5
                    && words[index].utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
                    && ["FATAL", "ERROR", "PANIC"].contains(words[words.index(before: index)])
            }
            if let state {
                self.init(state: String(words[state]))
            } else if message.contains("SSL") || message.contains("certificate") {
                self.init("the connection to the server\(Self.at(host)) cannot be secured as asked", .none)
            } else if message.contains("password") {
                self.init("the server\(Self.at(host)) wants a password", .none)
            } else {
                self = .unreachable(at: host)
            }
        }

        private static func at(_ host: String?) -> String {
            if let host, !host.isEmpty { " at `\(host)`" } else { "" }
        }

        private static func meaning(of state: String) -> (String, Remedy) {
            switch state {
            case "23505": ("an entry's number, id, charge or place is taken", .none)
            case "23001": ("what is recorded stays as it is", .none)
            case "25006": ("the server is read-only", .reconnect)
            case "25P03": ("the step stood still for too long", .reconnect)
            case "3D000": ("there is no such database", .none)
            case "40001", "40P01": ("other steps were in the way", .retry)
            case "42501": ("the role lacks a privilege on the ledger's tables", .none)
            case "53100": ("the server's disk is full", .none)
            case "53300": ("the server has no connection left", .reconnect)
            case "55P03": ("other steps take too long", .retry)
            case "57014": ("the server took too long", .retry)
            case "57P01", "57P02", "57P03", "57P05": ("the server is starting up or shutting down", .reconnect)
            default:
                switch state.prefix(2) {
                case "08": ("the connection to the server broke", .reconnect)
                case "23": ("the server refuses an entry", .none)
                case "28": ("the server refuses the login", .none)
                case "3F", "42": ("the ledger's tables are not as they must be", .none)
                case "53": ("the server lacks resources", .none)
                case "58", "XX": ("the server or its disk is damaged", .none)
                default: ("the server refuses", .none)
                }
            }
        }
    }
#endif
