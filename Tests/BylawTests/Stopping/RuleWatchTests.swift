import BylawTestSupport
import Testing

@testable import Bylaw

/// When a rule is stopped: by how much it matches, and how much that is beside what it matched before.
@Suite struct RuleWatchTests {
    private static let name = "test.sharing/spam"
    private static let start = Timestamp(clamping: 1_700_000_000)

    private static func policies(
        more: String = "", version: String = "1.0.0"
    ) throws -> PolicySet {
        let body = """
            otherwise: allow
            review: { people: { who: moderator } }
            emergency-stop: { share: 20%, count: 10, within: 24h, to: people }
            rules:
              spam: { when: post.revision == 2, then: deny }
              other: { when: post.revision == 3, then: deny, emergency-stop: never }
              held: { when: post.revision == 2, then: hold, to: people }
            \(more)
            """
        return try PolicySet(texts: ["p.yaml": Judging.head.replacing("1.0.0", with: version) + body + "\n"])
    }

    /// A watch with the decisions that it is fed: one for each request that matches or not.
    private struct Post {
        let policies: PolicySet
        var watch: RuleWatch
        let matching: Decision
        let other: Decision

        init(_ policies: PolicySet) throws {
            self.policies = policies
            watch = RuleWatch(policies)
            let evaluator = Evaluator(policies)
            var request = try Judging.request()
            matching = evaluator.judge(request, standing: .none)
            request.resource.attributes["revision"] = 1
            other = evaluator.judge(request, standing: .none)
        }

        mutating func record(matching: Int = 0, other: Int = 0, hour: Double) {
            for _ in 0..<matching { watch.record(self.matching, at: RuleWatchTests.time(hour)) }
            for _ in 0..<other { watch.record(self.other, at: RuleWatchTests.time(hour)) }
        }

        func isStopped(hour: Double) -> Bool { !watch.stopped(at: RuleWatchTests.time(hour)).isEmpty }
    }

    private static func time(_ hour: Double) -> Timestamp { start.advanced(by: .seconds(hour * 3600)) }

    @Test func aRuleIsStoppedByCountAndShareTogether() throws {
        var post = try Post(try Self.policies())
        post.record(matching: 9, other: 0, hour: 0)
        #expect(!post.isStopped(hour: 0))
        post.record(matching: 1, hour: 0)
        #expect(post.watch.stopped(at: Self.time(0)) == [Self.name])
        // 10 of 50 are a fifth, 10 of 51 less, 11 of 52 more.
        var few = try Post(try Self.policies())
        few.record(matching: 9, other: 40, hour: 0)
        few.record(matching: 1, hour: 1)
        #expect(few.isStopped(hour: 1))
        var fewer = try Post(try Self.policies())
        fewer.record(matching: 9, other: 41, hour: 0)
        fewer.record(matching: 1, hour: 1)
        #expect(!fewer.isStopped(hour: 1))
        fewer.record(matching: 1, hour: 1)
        #expect(fewer.isStopped(hour: 1))
    }

    @Test func itEndsByItselfAfterThatTime() throws {
        var post = try Post(try Self.policies())
        post.record(matching: 20, hour: 0.5)
        #expect(post.isStopped(hour: 1) && post.isStopped(hour: 23))
        #expect(!post.isStopped(hour: 25))
        // A moment before is told as it was.
        #expect(post.isStopped(hour: 2))
        // What comes then is judged anew, and so is a little again no reason.
        post.record(matching: 5, other: 0, hour: 30)
        #expect(!post.isStopped(hour: 30))
    }

    @Test func itLastsAsLongAsTheRuleMatchesSoMuch() throws {
        var post = try Post(try Self.policies())
        for hour in 0..<72 {
            post.record(matching: 5, other: 5, hour: Double(hour))
            #expect(post.isStopped(hour: Double(hour)) == (hour >= 1), "\(hour)")
        }
        post.record(other: 1000, hour: 73)
        #expect(!post.isStopped(hour: 73))
    }

    @Test func whatItAlwaysMatchedIsNothingSudden() throws {
        var post = try Post(try Self.policies())
        // A tenth at first: too little to be stopped.
        for hour in 0..<24 { post.record(matching: 1, other: 9, hour: Double(hour)) }
        #expect(!post.isStopped(hour: 23))
        // Almost twice as much is not enough though it is over the share: 19.9 % at first, then 38 %.
        var steady = try Post(try Self.policies())
        for hour in 0..<24 { steady.record(matching: 19, other: 81, hour: Double(hour)) }
        for hour in 24..<48 {
            steady.record(matching: 37, other: 63, hour: Double(hour))
            #expect(!steady.isStopped(hour: Double(hour)), "\(hour)")
        }
        // More than twice as much is.
        for hour in 24..<48 { post.record(matching: 3, other: 7, hour: Double(hour)) }
        #expect(post.isStopped(hour: 47))
    }

    @Test func littleBeforeIsNothingToCompareWith() throws {
        var post = try Post(try Self.policies())
        post.record(matching: 5, other: 4, hour: 0)
        post.record(matching: 10, hour: 30)
        #expect(post.isStopped(hour: 30))
    }

    @Test func whatSomebodyFindsRightIsNotStoppedAgainForTheSame() throws {
        var post = try Post(try Self.policies())
        post.record(matching: 10, other: 10, hour: 0)
        #expect(post.isStopped(hour: 0))
        post.watch.release("test.sharing/nothing", at: Self.time(1))
        #expect(post.isStopped(hour: 1))
        post.watch.release(Self.name, at: Self.time(1))
        #expect(!post.isStopped(hour: 1))
        for hour in 1..<80 {
            post.record(matching: 10, other: 10, hour: Double(hour))
            #expect(!post.isStopped(hour: Double(hour)), "\(hour)")
        }
        // Nor does it protect from everything for ever.
        var calm = try Post(try Self.policies())
        calm.record(matching: 10, other: 10, hour: 0)
        calm.watch.release(Self.name, at: Self.time(0))
        for hour in 30..<80 { calm.record(other: 20, hour: Double(hour)) }
        calm.record(matching: 200, hour: 80)
        #expect(calm.isStopped(hour: 80))
    }

    @Test func onlyRulesThatMayBeStoppedAreWatched() throws {
        let policies = try Self.policies()
        var post = try Post(policies)
        var request = try Judging.request()
        request.resource.attributes["revision"] = 3
        let other = Evaluator(policies).judge(request, standing: .none)
        #expect(other.matched == ["other"])
        for _ in 0..<100 { post.watch.record(other, at: Self.time(0)) }
        #expect(!post.isStopped(hour: 0))
        let shadow = try Self.policies(more: "mode: shadow")
        var silent = try Post(shadow)
        silent.record(matching: 100, hour: 0)
        #expect(!silent.isStopped(hour: 0))
    }

    /// The list goes into the next requests, which are held; they match all the same, and so it lasts.
    @Test func theNamesAreThoseThatRequestsTake() throws {
        let policies = try Self.policies()
        let evaluator = Evaluator(policies)
        var watch = RuleWatch(policies)
        var outcomes: [Outcome] = []
        for number in 0..<30 {
            var request = try Judging.request()
            request.stopped = watch.stopped(at: request.time)
            let decision = evaluator.judge(request, standing: .none)
            watch.record(decision)
            outcomes.append(decision.outcome)
            #expect(decision.errors.isEmpty, "\(number)")
        }
        #expect(outcomes == Array(repeating: .deny, count: 10) + Array(repeating: .hold, count: 20))
    }

    @Test func othersPoliciesBeginAnew() throws {
        var post = try Post(try Self.policies())
        post.record(matching: 20, hour: 0)
        var same = post.watch
        same.turn(to: try Self.policies())
        #expect(same.stopped(at: Self.time(0)) == [Self.name])
        for other in [try Self.policies(more: "# another"), try Self.policies(version: "1.0.1")] {
            var changed = post.watch
            changed.turn(to: other)
            #expect(changed.stopped(at: Self.time(0)).isEmpty)
        }
    }

    /// Against a count that keeps every event.
    @Test(arguments: UInt64(0)..<40)
    func countsAreThoseOfAPlainCount(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let window = Int.random(in: 1...400, using: &random)
        var count = SlidingCount(.seconds(window))
        let length = Int64((window + SlidingCount.parts - 1) / SlidingCount.parts)
        var events: [Int64] = []
        var now = Int64.random(in: -5000...5000, using: &random)
        func part(_ time: Int64) -> Int64 { time >= 0 ? time / length : -((-time + length - 1) / length) }
        for _ in 0..<400 {
            now += Int64.random(in: 0..<4, using: &random) * Int64.random(in: 0..<length * 3 + 2, using: &random)
            let isLate = Int.random(in: 0..<10, using: &random) == 0
            let time = isLate ? now - Int64.random(in: 0..<length * 60, using: &random) : now
            let latest = events.map(part).max() ?? part(time)
            if part(time) > latest - 48 { events.append(time) }
            count.add(at: Timestamp(clamping: time))
            let last = part(now)
            let newest = events.map(part).max() ?? last
            // What is further back than all that is kept was forgotten.
            let kept = events.map(part).filter { $0 > newest - 48 }
            let moment = Timestamp(clamping: now)
            #expect(count.now(moment) == kept.count { $0 <= last && $0 > last - 24 })
            #expect(count.before(moment) == kept.count { $0 <= last - 24 && $0 > last - 48 })
        }
    }
}
