#if PostgreSQL
    import CLibPQ

    /// What to connect to: libpq's connection string or URL, and the hosts it names.
    struct Target: Sendable {
        private let text: String
        /// `host`, `hostaddr` and `port`, where they are lists of the same length.
        private let lists: [String: [Substring]]

        /// Nil where libpq cannot read it. What libpq would say of it quotes it, password included.
        init?(_ text: String) {
            guard let own = Self.options(PQconninfoParse(text, nil)) else { return nil }
            // What the string leaves out comes from the environment.
            let options = (Self.options(PQconndefaults()) ?? [:]).merging(own) { $1 }
            let lists = options.filter { ["host", "hostaddr", "port"].contains($0.key) }
                .mapValues { $0.split(separator: ",", omittingEmptySubsequences: false) }
            let count = lists.values.map(\.count).max() ?? 1
            self.text = text
            self.lists = count > 1 ? lists.filter { $0.value.count == count } : [:]
        }

        /// How many hosts there are to choose from.
        var hostCount: Int { lists.values.first?.count ?? 1 }

        /// What `PQconnectStartParams` takes. libpq turns to the next host where one refuses, but waits for ever for one that
        /// does not answer at all: so each attempt begins with another one.
        func parameters(attempt: Int) -> [(keyword: String, value: String)] {
            let turned = lists.map { keyword, list in
                let first = attempt % list.count
                return (keyword: keyword, value: (list[first...] + list[..<first]).joined(separator: ","))
            }
            return [("fallback_application_name", "bylaw"), ("dbname", text)] + turned
        }

        private static func options(_ list: UnsafeMutablePointer<PQconninfoOption>?) -> [String: String]? {
            guard let list else { return nil }
            defer { PQconninfoFree(list) }
            var options: [String: String] = [:]
            var next = list
            while let keyword = next.pointee.keyword {
                if let value = next.pointee.val { options[String(cString: keyword)] = String(cString: value) }
                next += 1
            }
            return options
        }
    }
#endif
