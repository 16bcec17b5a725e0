import Bylaw
import BylawAuthoring
import BylawJSON
import Testing

@Suite("Comparing two sets of policies over a history")
struct PolicyComparisonTests {
    /// Posts of 1 to 10 words, judged with few words below 5 and below 8.
    private func comparison(_ range: ClosedRange<Int> = 1...10) throws -> PolicyComparison {
        let old = try Square.evaluator(Square.rule())
        let new = try Square.evaluator(Square.rule(when: "post.words < 8", then: "hold, to: elders"))
        var comparison = PolicyComparison()
        for words in range {
            let request = try Square.request("<r&\(words)>", words: words)
            comparison.add(
                old: old.judge(request, standing: .none), new: new.judge(request, standing: .none), line: words)
        }
        return comparison
    }

    // Of ten posts 1-4 go from deny to hold, 5-7 from allow to hold, and 8-10 stay allowed.
    @Test("counts outcomes by where they come from and go to, with the first request as an example")
    func counts() throws {
        let comparison = try comparison()
        #expect(comparison.requests == 10 && comparison.changed == 7)
        #expect(comparison.milder == 4 && comparison.stricter == 3)
        #expect(comparison.requests(from: .deny, to: .hold) == 4)
        #expect(comparison.requests(from: .allow, to: .hold) == 3)
        #expect(comparison.requests(from: .allow, to: .allow) == 3)
        #expect(comparison.requests(from: .deny, to: .deny) == 0)
        let groups = comparison.groups(of: .outcome)
        #expect(groups.map(\.change.summary) == ["deny → hold", "allow → hold"])
        #expect(groups.map(\.count) == [4, 3])
        #expect(groups.map(\.example.line) == [1, 5])
    }

    @Test("is a table and a list for people")
    func text() throws {
        #expect(
            try comparison().text() == """
                10 requests: 7 change (70.0 %), 3 get stricter, 4 milder

                  old \\ new       allow       hold       deny
                  allow               3          3          0
                  hold                0          0          0
                  deny                0          4          0

                outcome
                  4  deny → hold   town.square/short  e.g. request <r&1>, line 1
                  3  allow → hold  town.square/short  e.g. request <r&5>, line 5

                rules
                  4  deny → hold  town.square/short  e.g. request <r&1>, line 1
                  3  + hold       town.square/short  e.g. request <r&5>, line 5

                cases
                  7  + elders  town.square/short  e.g. request <r&1>, line 1

                """)
        #expect(try comparison().text(limit: 1).contains("  … and 1 more\n"))
    }

    @Test("says so where nothing changes, and where there is nothing")
    func nothing() throws {
        #expect(try comparison(8...10).text() == "3 requests: nothing changes\n")
        #expect(PolicyComparison().text() == "no requests\n")
    }

    @Test("a change in one of many thousands is not shown as none")
    func rare() throws {
        var comparison = PolicyComparison()
        let same = try Square.judge(Square.request("a"), by: Square.rule())
        let other = try Square.judge(Square.request("a"), by: Square.rule(when: "false"))
        for line in 1..<12_345 { comparison.add(old: same, new: same, line: line) }
        comparison.add(old: same, new: other, line: 12_345)
        #expect(comparison.summary == "12,345 requests: 1 change (0.1 %), 0 get stricter, 1 milder")
    }

    @Test("as JSON it has each change with its numbers")
    func json() throws {
        var writer = JSONWriter()
        writer.beginObject()
        try comparison(5...5).write(to: &writer)
        writer.endObject()
        let example = #""example":{"request":"<r&5>","line":5}}"#
        let rule = #""rule":"town.square/short","#
        #expect(
            writer.text
                == #"{"requests":1,"changed":1,"stricter":1,"milder":0,"#
                + #""outcomes":[{"old":"allow","new":"hold","requests":1}],"changes":["#
                + #"{"what":"outcome",\#(rule)"old":"allow","new":"hold","requests":1,\#(example),"#
                + #"{"what":"rules",\#(rule)"old":null,"new":"hold","requests":1,\#(example),"#
                + #"{"what":"cases",\#(rule)"old":null,"new":"elders","requests":1,\#(example)]}"#)
    }

    @Test("as a page it holds nothing that a request could make markup of, and loads nothing")
    func html() throws {
        let page = try comparison().html(title: "old → <new>")
        #expect(page.contains("<h1>old → &lt;new&gt;</h1>"))
        #expect(page.contains("&lt;r&amp;5&gt;, line 5") && !page.contains("<r&"))
        #expect(page.contains(#"<td class="milder">4</td>"#) && page.contains(#"<td class="stricter">3</td>"#))
        #expect(!page.contains("http://") && !page.contains("https://") && !page.contains("src="))
    }
}
