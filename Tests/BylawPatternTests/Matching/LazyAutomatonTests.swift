import Testing

@testable import BylawPattern

@Suite("an automaton that is built while it runs") struct LazyAutomatonTests {
    /// As and bs in no order.
    private static let noise: [UInt8] = {
        var state: UInt32 = 7
        return (0..<60_000).map { _ in
            state = state &* 1_664_525 &+ 1_013_904_223
            return state >> 31 == 0 ? UInt8(ascii: "a") : UInt8(ascii: "b")
        }
    }()

    private func automaton(_ pattern: String, byteLimit: Int) throws -> LazyAutomaton {
        var parser = Parser(pattern, limits: .default)
        try parser.parse()
        let program = try #require(Compiler.compile(parser.tree, limit: 100_000))
        return LazyAutomaton(program, kind: .preferred, byteLimit: byteLimit)
    }

    private func end(_ automaton: LazyAutomaton, _ text: [UInt8]) -> LazyAutomaton.Outcome {
        text.withUnsafeBufferPointer {
            automaton.end(in: Text($0), from: 0, isAnchored: false, isEarly: false, candidates: nil)
        }
    }

    @Test func givesUpWhereStatesAreMadeFasterThanUsed() throws {
        // Which of the last sixteen bytes were an a: 65,536 states.
        let automaton = try automaton("a[ab]{15}c", byteLimit: 100_000)
        #expect(end(automaton, Self.noise) == .gaveUp)
        #expect(automaton.resets > 0)
        #expect(automaton.statesBeforeReset < 2_000)
    }

    @Test func keepsItsStatesWhereTheyAreOfUse() throws {
        let automaton = try automaton("a[ab]{3}c", byteLimit: 100_000)
        #expect(end(automaton, Self.noise) == .none)
        #expect(end(automaton, Self.noise + Array("aabbc".utf8)) == .found(Self.noise.count + 5))
        #expect(automaton.resets == 0)
    }

    @Test func whoeverAsksGetsAnAnswerAllTheSame() throws {
        let pattern = try Pattern("(a)[ab]{15}c", limits: PatternLimits(automatonBytes: 100_000))
        let text = Self.noise + Array(repeating: UInt8(ascii: "a"), count: 16) + [UInt8(ascii: "c")]
        text.withUnsafeBufferPointer { text in
            let start = Self.noise.count
            #expect(pattern.isMatch(text))
            #expect(pattern.firstSpan(in: text) == start..<start + 17)
            #expect(pattern.firstMatch(in: text)?.groups == [start..<start + 17, start..<start + 1])
            #expect(pattern.allSpans(in: text) == [start..<start + 17])
        }
    }
}
