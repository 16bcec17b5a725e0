import BylawCELOracle
import BylawSource
import Testing

@testable import BylawCEL

/// A host that answers from a table, and counts how often it is asked.
final class TableHost: FrameHost {
    var values: [Int: Value] = [:]
    var asked: [Int] = []
    /// Evaluated instead of a value from the table.
    var programs: [Int: Program] = [:]
    weak var frame: Frame?

    func value(forSlot slot: Int) -> Value {
        asked.append(slot)
        if let program = programs[slot], let frame { return program.evaluate(in: frame) }
        return values[slot] ?? .failure(.host, "nothing for slot \(slot)")
    }
}

@Suite("Evaluation over a frame of slots")
struct FrameTests {
    private func plan(_ text: String, _ layout: inout FrameLayout) throws -> Program {
        let (checked, problems) = Community.check(text, expecting: nil)
        #expect(problems.map(\.message) == [])
        return try #require(checked).plan(into: &layout)
    }

    private func path(_ names: String...) -> SlotSource {
        .attribute(AttributePath(names[0], Array(names.dropFirst())))
    }

    @Test("a chain of record fields is one slot, shared by all expressions of a layout")
    func slots() throws {
        var layout = FrameLayout()
        let first = try plan("post.author.id == 'a' && post.revision > 1 && post.author.id != 'b'", &layout)
        let second = try plan("post.revision == 3 || fact('x')", &layout)
        #expect(layout.sources == [path("post", "author", "id"), path("post", "revision"), .host(200)])
        #expect(first.slots == [0, 1])
        #expect(second.slots == [1, 2])
        let frame = Frame(layout)
        frame[0] = .string("a")
        frame[1] = .int(3)
        #expect(first.evaluate(in: frame).isIdentical(to: .bool(true)))
        #expect(second.evaluate(in: frame).isIdentical(to: .bool(true)))
        frame[0] = .string("b")
        #expect(first.evaluate(in: frame).isIdentical(to: .bool(false)))
    }

    @Test("the presence of a record has a slot of its own, that of a text is seen from its value")
    func presence() throws {
        var layout = FrameLayout()
        let program = try plan("has(post.circle) && has(post.circle.topic)", &layout)
        #expect(
            layout.sources == [
                .presence(AttributePath("post", ["circle"])), path("post", "circle", "topic"),
            ])
        let frame = Frame(layout)
        let topic = AttributePath("post", ["circle", "topic"])
        func result(_ circle: Value, _ value: Value) -> Value {
            frame[0] = circle
            frame[1] = value
            return program.evaluate(in: frame)
        }
        #expect(result(.bool(true), .string("x")).isIdentical(to: .bool(true)))
        #expect(result(.bool(true), .error(.missing(topic, depth: 2))).isIdentical(to: .bool(false)))
        #expect(
            result(.bool(true), .error(.missing(topic, depth: 1))).failure?.kind
                == .missingAttribute(path: ["post", "circle", "topic"], depth: 1))
        #expect(result(.bool(false), .error(.missing(topic, depth: 1))).isIdentical(to: .bool(false)))
        #expect(result(.bool(true), .failure(.host, "mistyped")).failure?.kind == .host)
    }

    @Test("`.?` is empty from the first optional step on, and an error before it")
    func optional() throws {
        var layout = FrameLayout()
        let program = try plan("post.?circle.topic.orValue('none')", &layout)
        #expect(layout.sources == [path("post", "circle", "topic")])
        let frame = Frame(layout)
        let topic = AttributePath("post", ["circle", "topic"])
        for (depth, expected) in [(2, "none"), (1, "none")] {
            frame[0] = .error(.missing(topic, depth: depth))
            #expect(program.evaluate(in: frame).isIdentical(to: .string(expected)))
        }
        frame[0] = .error(.missing(topic, depth: 0))
        #expect(program.evaluate(in: frame).isError)
        frame[0] = .string("swift")
        #expect(program.evaluate(in: frame).isIdentical(to: .string("swift")))
    }

    @Test("a missing attribute is an error with its place, which `||` absorbs")
    func missing() throws {
        var layout = FrameLayout()
        let program = try plan("count > 1 || post.revision == 1", &layout)
        let frame = Frame(layout)
        frame[0] = .int(2)
        frame[1] = .error(.missing(AttributePath("post", ["revision"]), depth: 1))
        #expect(program.evaluate(in: frame).isIdentical(to: .bool(true)))
        frame[0] = .int(1)
        let error = program.evaluate(in: frame).failure
        #expect(error?.message == "no such field `revision`")
        #expect(error?.range?.start == 13 && error?.range?.end == 26)
    }

    @Test("the host is asked once for each slot that is read, until the frame is reset")
    func lazily() throws {
        var layout = FrameLayout()
        let program = try plan("count > 1 && fact('x') && fact('x')", &layout)
        let host = TableHost()
        host.values = [0: .int(2), 1: .bool(true)]
        let frame = Frame(layout, host: host)
        #expect(program.evaluate(in: frame).isIdentical(to: .bool(true)))
        #expect(program.evaluate(in: frame).isIdentical(to: .bool(true)))
        #expect(host.asked == [0, 1])
        frame.reset()
        host.values[0] = .int(0)
        #expect(program.evaluate(in: frame).isIdentical(to: .bool(false)))
        #expect(host.asked == [0, 1, 0])
    }

    @Test("a host may evaluate programs while it is asked; one that needs itself reads an error")
    func nested() throws {
        var layout = FrameLayout()
        let outer = try plan("[1, 2].map(x, fact('x') ? x : -x)", &layout)
        let inner = try plan("[7, 8, 9].all(y, [y].all(z, z > 6))", &layout)
        let host = TableHost()
        let frame = Frame(layout, host: host)
        host.frame = frame
        host.programs[0] = inner
        #expect(outer.evaluate(in: frame).isIdentical(to: .list([.int(1), .int(2)])))
        frame.reset()
        host.programs[0] = outer
        #expect(outer.evaluate(in: frame).failure?.kind == .host)
    }

    @Test("records in lists are read by their fields")
    func records() throws {
        var layout = FrameLayout()
        let program = try plan(
            "post.replies.filter(r, has(r.company) && r.company != 'x').map(r, r.id)", &layout)
        #expect(layout.sources == [path("post", "replies")])
        let frame = Frame(layout)
        func author(_ id: String, _ company: String?) -> Value {
            .record(RecordValue(Community.author, [.string(id), company.map { .string($0) }]))
        }
        frame[0] = .list([author("a", "x"), author("b", nil), author("c", "y")])
        #expect(program.evaluate(in: frame).isIdentical(to: .list([.string("c")])))
    }

    @Test("a program refuses a frame that lacks its slots, and takes one that has more")
    func wrongFrame() throws {
        var layout = FrameLayout()
        let small = Frame(layout)
        let program = try plan("count > 1", &layout)
        #expect(program.evaluate(in: small).failure?.kind == .host)
        #expect(program.explain(in: small).isEmpty)
        _ = try plan("fact('x')", &layout)
        let large = Frame(layout)
        large[0] = .int(2)
        #expect(program.evaluate(in: large).isIdentical(to: .bool(true)))
        #expect(large[5] == nil)
    }

    @Test("what is the same in every frame is evaluated when planned")
    func folding() throws {
        var layout = FrameLayout()
        let program = try plan("[1 + 2, size('abc')][0] == 3 && 'a' in ['a', 'b']", &layout)
        #expect(program.root.constant?.isIdentical(to: .bool(true)) == true)
        #expect(try plan("1 / 0 == 1", &layout).root.constant?.isError == true)
        let (malformed, problems) = Community.check("'('.matches('(')", expecting: nil)
        #expect(malformed == nil && problems.map(\.code) == ["invalid-argument"])
    }

    @Test("values are at most 16 bytes")
    func size() {
        #expect(MemoryLayout<Value>.size <= 16)
        #expect(MemoryLayout<Value?>.size <= 16)
    }

    @Test("all evaluations together cost no more than a frame allows, until it is reset")
    func totalLimit() throws {
        var layout = FrameLayout()
        let program = try plan("count + count > 0", &layout)
        let frame = Frame(layout, costLimit: 100, totalLimit: 10)
        frame[0] = .int(1)
        var results: [Value] = []
        for _ in 0..<20 where !(results.last?.isError ?? false) { results.append(program.evaluate(in: frame)) }
        #expect(results.count > 1 && results.count < 12)
        guard case .error(let error)? = results.last else {
            Issue.record("it never ended")
            return
        }
        #expect(error.kind == .costLimit && error.message.contains("together"))
        #expect(program.evaluate(in: frame).isError)
        frame.reset()
        frame[0] = .int(1)
        #expect(!program.evaluate(in: frame).isError)
    }
}
