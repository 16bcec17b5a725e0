import Bylaw
import Foundation

/// How fast posts are searched for many names, and what that costs in time and memory beforehand.
struct SpeedMeasure {
    private static let bytes = 10_000_000

    let data: MeasuredData

    func run() throws {
        let posts = try posts()
        let size = posts.reduce(0) { $0 + $1.utf8.count }
        print("scanning \(posts.count) posts, \(size) bytes")
        for count in [0, 10_000, 100_000] {
            let policies = try PolicySet(texts: [
                "p.yaml": Self.policy, "names.txt": try names(count).joined(separator: "\n") + "\n",
            ])
            let before = Self.residentBytes()
            let clock = ContinuousClock()
            var evaluator: Evaluator?
            let building = clock.measure { evaluator = Evaluator(policies) }
            let after = Self.residentBytes()
            guard let evaluator else { continue }
            let judge = TextJudge(evaluator: evaluator)
            var found = 0
            let scanning = clock.measure {
                for post in posts where judge.decision(post)?.outcome == .deny { found += 1 }
            }
            let seconds = Double(scanning.components.seconds) + Double(scanning.components.attoseconds) * 1e-18
            print(
                "  \(count) names: built in \(building), \((after - before) / 1_048_576) MiB more; "
                    + String(format: "%.1f MB/s, ", Double(size) / seconds / 1e6)
                    + "\(posts.count) decisions in \(scanning), \(found) posts mention one")
        }
        print("  0 names: what judging costs without any search")
    }

    private static let policy = """
        bylaw: 1
        policy: benchmark.speed
        version: 1.0.0
        judges: { action: { read: Read }, resource: { post: Post } }
        types: { Read: {}, Post: { text: text, participants: [string] } }
        otherwise: allow
        lexicons: { names: { file: names.txt, phrases: [qzxqzx] } }
        rules: { r: { when: "post.text.mentions('names')", then: deny } }

        """

    private func posts() throws -> [String] {
        let all = try data.posts()
        var posts: [String] = []
        var size = 0
        while size < Self.bytes {
            let post = all[posts.count % all.count]
            posts.append(post)
            size += post.utf8.count
        }
        return posts
    }

    /// Real names first; then the halves of two, joined.
    private func names(_ count: Int) throws -> [String] {
        let real = try data.companies().map { $0.replacing("\t", with: " ") }
        var names = Array(real.prefix(count))
        var index = 0
        while names.count < count {
            let first = real[index % real.count]
            let second = real[(index * 7 + index / real.count + 1) % real.count]
            names.append(String(first.prefix(first.count / 2 + 1)) + String(second.suffix(second.count / 2 + 1)))
            index += 1
        }
        return names
    }

    /// What the process occupies; 0 where the system does not say.
    private static func residentBytes() -> Int {
        guard let status = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
            let pages = status.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
        else { return 0 }
        return pages * 4096
    }
}
