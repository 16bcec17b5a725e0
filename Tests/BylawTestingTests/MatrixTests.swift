import BylawSource
import BylawTesting
import Testing

@Suite("Matrices")
struct MatrixTests {
    /// A matrix of boards by posts; `keys` may be more of its keys.
    private static func matrix(_ table: String, _ keys: String = "") -> String {
        """
        matrix:
          name: boards
          rows:
            public: {}
            private: { resource: { visibility: private } }
          columns:
            plain: {}
            hearsay: { action: { label: fact, text: they say so } }
        \(keys)  expect:
        \(table)
        """
    }

    private static let right = """
            public: { plain: allow, hearsay: { outcome: hold, cases: [moderators] } }
            private: { plain: deny, hearsay: { outcome: deny, rules: [private-board, hearsay] } }

        """

    @Test func `every cell is a case`() throws {
        let report = try FixtureFolder(Self.matrix(Self.right)).suite().replay()
        #expect(report.text() == "4 passed, 0 failed\n")
        #expect(
            report.results.map(\.fixture.name) == [
                "boards: public × plain", "boards: public × hearsay", "boards: private × plain",
                "boards: private × hearsay",
            ])
    }

    @Test func `a cell that fails is told at its own place`() throws {
        let text = Self.matrix(Self.right.replacing("private: { plain: deny", with: "private: { plain: hold"))
        let result = try #require(try FixtureFolder(text).suite().replay().results.first { !$0.isPassed })
        #expect(result.fixture.name == "boards: private × plain")
        #expect(result.mismatches.map(\.message) == ["expected `hold`, got `deny`"])
        let place = try #require(result.mismatches.first?.location)
        #expect(place.position.line == 19)
        #expect(place.file.text(in: place.range) == "hold")
    }

    @Test func `rows and columns may take away, and have a standing; layers are a third axis`() throws {
        let text = """
            matrix:
              - name: all
                with: { stage: done }
                rows:
                  clean: {}
                  suspended: { standing: { suspended: [post] } }
                columns:
                  whole: {}
                  without owner: { without: [resource.owner] }
                layers:
                  public: {}
                  private: { resource: { visibility: private } }
                expect:
                  public:
                    clean: { whole: { outcome: allow, remedy: ~ }, without owner: { errors: [owner-consent] } }
                    suspended: { whole: { reason: suspended }, without owner: { reason: suspended } }
                  private:
                    clean: { whole: { state: charged }, without owner: deny }
                    suspended: { whole: deny, without owner: deny }

            """
        let report = try FixtureFolder(text).suite().replay()
        #expect(report.text() == "8 passed, 0 failed\n")
        #expect(report.results.first?.fixture.name == "all: clean × whole × public")
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let table: String
        var keys = ""
        let code: String
        let place: String
        var help: String?

        var testDescription: String { "\(code): \(place)" }
    }

    static let rows = [
        Row(
            table: right.replacing("private: {", with: "privat: {"), code: "unknown-row", place: "privat",
            help: "did you mean `private`?"),
        Row(
            table: right.replacing("public: { plain", with: "public: { plian"), code: "unknown-column", place: "plian",
            help: "did you mean `plain`?"),
        Row(
            table: "    public: { plain: allow, hearsay: hold }\n", code: "missing-row",
            place: "public: { plain: allow, hearsay: hold }"),
        Row(
            table: "    public: { plain: allow }\n    private: { plain: deny, hearsay: deny }\n",
            code: "missing-column",
            place: "{ plain: allow }"),
        Row(
            table: "    public: { plain: allow, hearsay: ~ }\n    private: { plain: deny, hearsay: deny }\n",
            code: "missing-column", place: "{ plain: allow, hearsay: ~ }"),
        Row(
            table: right.replacing("plain: allow", with: "plain: alow"), code: "unknown-word", place: "alow",
            help: "did you mean `allow`?"),
        Row(
            table: right.replacing("cases: [moderators]", with: "cases: [moderator]"), code: "unknown-tier",
            place: "moderator", help: "did you mean `moderators`?"),
        Row(table: right, keys: "  layers: {}\n", code: "empty-matrix", place: "{}"),
        Row(
            table: right, keys: "  colums: {}\n", code: "unknown-key", place: "colums", help: "did you mean `columns`?"),
        Row(
            table: right, keys: "  with: { resource: { visibilty: private } }\n", code: "unknown-attribute",
            place: "visibilty", help: "did you mean `visibility`?"),
    ]

    @Test(arguments: rows)
    func `a table that does not fit its rows and columns is an error`(_ row: Row) throws {
        let problems = try FixtureFolder(Self.matrix(row.table, row.keys)).problems()
        #expect(problems.contains { $0 == (row.code, row.place, row.help) }, "\(problems)")
    }

    @Test func `what a row changes must be a part of a request`() throws {
        let text = Self.matrix(Self.right).replacing("private: { resource:", with: "private: { resorce:")
        let problems = try FixtureFolder(text).problems()
        #expect(problems.contains { $0 == ("unknown-key", "resorce", "did you mean `resource`?") })
    }
}
