#if PostgreSQL
    /// The ledger's tables, and how they come to be.
    ///
    /// Texts are kept as `bytea`: PostgreSQL's `text` cannot hold U+0000, compares by a collation and is stored in the
    /// database's encoding, where the chain is over exact UTF-8. (`convert_from(open, 'UTF8')` shows them.) They are
    /// found by their SHA-256, for an index takes no text of more than some 2,700 bytes, and members choose ids.
    struct Schema: Sendable {
        /// The schema's name as it stands in statements.
        let name: String
        /// Whether tables that are missing or old are made and renewed.
        private let isMade: Bool

        init(named name: String, isMade: Bool) {
            self.isMade = isMade
            self.name =
                "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
        }

        /// Makes or renews the tables, where they are not of the newest version. A newer one is refused and left alone.
        func prepare(_ session: Session) throws(PostgresError) {
            let version = try version(session)
            guard version < Self.migrations.count else { return }
            guard isMade else {
                throw PostgresError(
                    version == 0
                        ? "there is no ledger in its schema \(name)" : "its tables are of an old version, \(version)",
                    .none)
            }
            do {
                try session.run("BEGIN")
                // Others who would do the same wait here, and then find it done.
                try session.query("SELECT pg_advisory_xact_lock($1)", [.int(Self.lock)])
                for migration in Self.migrations.dropFirst(try self.version(session)) {
                    try session.run(migration(self))
                }
                try session.query(
                    "UPDATE \(name).version SET number = $1", [.int(Int64(Self.migrations.count))])
                try session.run("COMMIT")
            } catch {
                _ = session.rollBack()
                throw error
            }
        }

        private func version(_ session: Session) throws(PostgresError) -> Int {
            let table = try session.query(
                "SELECT 1::int8 FROM pg_catalog.pg_class WHERE oid = to_regclass(convert_from($1, 'UTF8'))",
                [.text("\(name).version")])
            if table.rows.isEmpty { return 0 }
            let rows = try session.query("SELECT number FROM \(name).version").rows
            guard let number = rows.first?.int(0), number >= 1 else {
                throw PostgresError("the ledger's tables are not as they must be", .none)
            }
            guard number <= Self.migrations.count else {
                throw PostgresError(
                    "its tables are of version \(number), and this program knows \(Self.migrations.count)", .none)
            }
            return Int(number)
        }

        /// Any number will do that nobody else locks: `bylaw` in ASCII.
        private static let lock: Int64 = 0x62_79_6c_61_77

        /// What leads from each version to the next; the first from nothing to 1.
        private static let migrations: [@Sendable (Schema) -> String] = [{ $0.first }]
    }

    extension Schema {
        /// The schema itself may have been made by somebody with more rights.
        private var first: String {
            """
            DO $do$ BEGIN
                IF to_regnamespace(\(literal)) IS NULL THEN CREATE SCHEMA \(name); END IF;
            END $do$;

            CREATE TABLE \(name).version (number bigint PRIMARY KEY);
            INSERT INTO \(name).version VALUES (1);

            CREATE TABLE \(name).entries (
                number bigint PRIMARY KEY,
                place bigint NOT NULL,
                subject bytea NOT NULL,
                id bytea NOT NULL,
                charge bytea,
                topic bytea,
                open bytea NOT NULL,
                personal bytea NOT NULL,
                recorded_by bytea NOT NULL,
                personal_digest bytea NOT NULL,
                personal_salt bytea,
                recorded_by_digest bytea NOT NULL,
                recorded_by_salt bytea,
                previous bytea NOT NULL,
                mac bytea NOT NULL
            );
            CREATE UNIQUE INDEX entries_id ON \(name).entries (sha256(id));
            CREATE UNIQUE INDEX entries_charge ON \(name).entries (sha256(charge)) WHERE charge IS NOT NULL;
            CREATE UNIQUE INDEX entries_place ON \(name).entries (sha256(subject), place);
            CREATE INDEX entries_struck ON \(name).entries (sha256(topic), number) WHERE topic IS NOT NULL;

            CREATE TABLE \(name).counts (
                subject bytea NOT NULL,
                digest bytea GENERATED ALWAYS AS (sha256(subject)) STORED PRIMARY KEY,
                count bigint NOT NULL
            );

            CREATE TABLE \(name).terms (digest bytea PRIMARY KEY, terms bytea NOT NULL);

            CREATE TABLE \(name).head (
                is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
                number bigint NOT NULL,
                mac bytea NOT NULL,
                key bytea NOT NULL,
                forgotten bigint NOT NULL
            );
            INSERT INTO \(name).head (number, mac, key, forgotten)
                VALUES (0, convert_to(repeat('0', 64), 'UTF8'), '', 0);

            CREATE FUNCTION \(name).refuse() RETURNS trigger LANGUAGE plpgsql AS $do$ BEGIN
                RAISE EXCEPTION 'what is recorded stays as it is' USING ERRCODE = 'restrict_violation';
            END $do$;
            CREATE TRIGGER entries_stay BEFORE DELETE OR TRUNCATE ON \(name).entries
                FOR EACH STATEMENT EXECUTE FUNCTION \(name).refuse();
            CREATE TRIGGER entries_keep_what_is_chained BEFORE UPDATE ON \(name).entries
                FOR EACH ROW WHEN (
                    (OLD.number, OLD.place, OLD.topic, OLD.open, OLD.personal_digest, OLD.recorded_by_digest,
                        OLD.previous, OLD.mac)
                    IS DISTINCT FROM
                    (NEW.number, NEW.place, NEW.topic, NEW.open, NEW.personal_digest, NEW.recorded_by_digest,
                        NEW.previous, NEW.mac)
                ) EXECUTE FUNCTION \(name).refuse();
            CREATE TRIGGER terms_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON \(name).terms
                FOR EACH STATEMENT EXECUTE FUNCTION \(name).refuse();
            """
        }

        /// The quoted name as a text in a statement.
        private var literal: String {
            "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
        }
    }
#endif
