import Testing

@testable import BylawCEL

@Suite("Cost")
struct CostTests {
    private func run(_ text: String, limit: Int = Frame.standardCostLimit) throws -> (
        value: Value, cost: Int, estimate: Int
    ) {
        let (checked, problems) = Community.check(text, expecting: nil)
        #expect(problems.map(\.message) == [])
        var layout = FrameLayout()
        let expression = try #require(checked)
        let program = expression.plan(into: &layout)
        let frame = Frame(layout, costLimit: limit)
        for (slot, source) in layout.sources.enumerated() {
            frame[slot] = source == .attribute(AttributePath("count")) ? .int(5) : .list([.string("a"), .string("b")])
        }
        let value = program.evaluate(in: frame)
        return (value, frame.totalCost, expression.estimatedCost())
    }

    @Test(
        "names, calls and elements are counted as cel-go counts them",
        arguments: [
            ("count", 1), ("count + 1", 2), ("count + 1 > 3 && count < 9", 5), ("!(count == 1)", 3), ("post.tags", 2),
            ("[count, count]", 12), ("{count: count}", 32), ("post.tags.size() > 1", 4),
            // Two for the path, and for each of the two elements three for the step, one for the name, one for the call.
            ("post.tags.all(t, t != 'x')", 12),
        ])
    func counted(text: String, cost: Int) throws {
        #expect(try run(text).cost == cost)
    }

    @Test(
        "an evaluation beyond its limit is an error that nothing absorbs",
        arguments: [
            "true || [count].map(x, post.tags).size() > 0 ? [count, 1].map(x, post.tags).size() > 0 : true",
            "post.tags.exists(t, post.tags.exists(u, t == u && count == 6)) || count == 5",
        ])
    func limit(text: String) throws {
        #expect(!(try run(text).value.isError))
        #expect(try run(text, limit: 3).value.failure?.kind == .costLimit)
    }

    @Test(
        "a runaway expression ends in an error",
        arguments: [
            // A product of ranges.
            "lists.range(1000).all(a, lists.range(1000).all(b, lists.range(1000).all(c, count < 9)))",
            "lists.range(1000).map(a, lists.range(1000).map(b, lists.range(1000))).size() > count",
            // A text that doubles 40 times.
            "cel.bind(a, 'x' + string(count), "
                + (0..<40).reduce("a") { inner, _ in "cel.bind(a, a + a, \(inner))" } + ") == ''",
            // A list that doubles.
            "cel.bind(a, [count, 1], " + (0..<40).reduce("a") { inner, _ in "cel.bind(a, a + a, \(inner))" }
                + ") == []",
            "lists.range(100000).map(x, string(x)).join(',').replace('', string(count)).size() > 1",
            "lists.range(100000).map(x, x + count).distinct().size() > 1",
        ])
    func runaway(text: String) throws {
        let result = try run(text)
        #expect(result.value.failure.map { $0.kind == .costLimit || $0.kind == .sizeLimit } == true)
        #expect(result.estimate > Frame.standardCostLimit)
    }

    @Test(
        "the estimate is never below what an evaluation costs",
        arguments: [
            "count + 1 > 3 && count < 9", "post.tags.all(t, t.startsWith('a') || t.contains('b'))",
            "post.tags.map(t, t + t).filter(t, t != '').size() > 1", "{'a': post.tags}.a.exists(t, t in post.tags)",
            "post.tags.transformMap(i, t, i).all(k, v, k == v)", "cel.bind(x, post.tags, x + x + x).size() < 10",
            "post.tags.sortBy(t, t).join(',') == 'a,b'", "post.?circle.orValue(post.tags) == post.tags",
        ].filter { !$0.contains("?circle") })
    func estimated(text: String) throws {
        let result = try run(text)
        #expect(!result.value.isError)
        #expect(result.estimate >= result.cost)
    }
}
