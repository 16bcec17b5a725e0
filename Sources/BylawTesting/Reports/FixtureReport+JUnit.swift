import BylawSource

extension FixtureReport {
    /// The results in JUnit's XML, as build servers read it: a suite for each file. The same results give the same
    /// bytes; there is no time in it.
    public var junit: String {
        var files: [(name: String, results: [FixtureResult])] = []
        for result in results {
            if let last = files.indices.last, files[last].name == result.fixture.file {
                files[last].results.append(result)
            } else {
                files.append((result.fixture.file, [result]))
            }
        }
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<testsuites name=\"bylaw\" tests=\"\(results.count)\" failures=\"\(failed)\">",
        ]
        for (name, results) in files {
            let failures = results.count { !$0.isPassed }
            lines.append(
                "  <testsuite name=\"\(Self.escaped(name))\" tests=\"\(results.count)\" failures=\"\(failures)\">")
            for result in results { lines += Self.lines(result) }
            lines.append("  </testsuite>")
        }
        lines.append("</testsuites>")
        return lines.map { $0 + "\n" }.joined()
    }

    private static func lines(_ result: FixtureResult) -> [String] {
        let fixture = result.fixture
        let names =
            "name=\"\(escaped(fixture.name))\" classname=\"\(escaped(fixture.file))\" "
            + "file=\"\(escaped(fixture.file))\" line=\"\(fixture.location.position.line)\""
        guard !result.isPassed else { return ["    <testcase \(names)/>"] }
        let renderer = TextRenderer()
        let failures = result.diagnostics.map { problem in
            "      <failure type=\"\(escaped(problem.code))\" message=\"\(escaped(problem.message))\">"
                + "\(escaped(renderer.render(problem)))</failure>"
        }
        return ["    <testcase \(names)>"] + failures + ["    </testcase>"]
    }

    /// Text as it may stand in XML 1.0, in an attribute too. What XML cannot hold at all is replaced.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&apos;"
            case "\t", "\n": result.unicodeScalars.append(scalar)
            case "\r": result += "&#13;"
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
