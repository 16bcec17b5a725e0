import BylawSource
import BylawTestSupport
import BylawYAML
import Testing

/// Any bytes give a document or a problem with a place, and never a crash.
@Suite("hostile input")
struct RobustnessTests {
    static let policy = """
        # 方針
        policy: workcircle.sharing
        title: { ja: "共有\\u3042", en: 'It''s' }
        text: |+2
            a
          b

        when: >-
          post.circle == 'private' &&
            あ

          b
        list: &x [1, 2.5, ~, { a: b }]
        again: *x
        - : 😀
        """

    /// Parses, and asks every scalar for its places.
    static func exercise(_ bytes: [UInt8]) {
        let file = SourceFile(name: "test.yaml", bytes: bytes)
        let (document, problems) = YAMLDocument.parse(file)
        #expect(document != nil || problems.contains { $0.severity == .error })
        for problem in problems {
            #expect(problem.location.map { $0.range.start >= 0 && $0.range.end <= bytes.count } == true)
            #expect(!problem.message.isEmpty)
        }
        if let root = document?.root { visit(root, bytes.count) }
    }

    private static func visit(_ node: YAMLNode, _ count: Int) {
        #expect(node.range.start >= 0 && node.range.end <= count)
        switch node.content {
        case .scalar(let scalar):
            for offset in 0...scalar.text.utf8.count {
                let range = scalar.sourceRange(of: offset..<offset + 1)
                #expect(range.start >= 0 && range.end <= count)
            }
        case .sequence(let items): items.forEach { visit($0, count) }
        case .mapping(let mapping):
            for entry in mapping.entries {
                #expect(entry.key.range.end <= count)
                visit(entry.value, count)
            }
        }
    }

    @Test("may be cut off anywhere, within a character too")
    func truncations() {
        let bytes = Array(Self.policy.utf8)
        for end in 0...bytes.count { Self.exercise(Array(bytes[..<end])) }
        for start in 0..<bytes.count { Self.exercise(Array(bytes[start...])) }
    }

    @Test("may be any bytes")
    func randomBytes() {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<2000 {
            let count = Int.random(in: 0...60, using: &random)
            Self.exercise((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
        }
    }

    @Test("may be any heap of YAML's own signs")
    func randomSigns() {
        let signs = [
            "a", "b: ", ": ", ":", "- ", "-", "? ", "[", "]", "{", "}", ", ", "'", "\"", "\\", "|", ">", "\n", "\n  ",
            "\r\n",
            "\t", " ", "#", " #", "&a ", "*a", "!t ", "---\n", "...\n", "%", "@", "あ", "😀", "<<: ", "1", "\u{FEFF}",
            "+", "2",
        ]
        var random = SeededGenerator(seed: 2)
        for _ in 0..<6000 {
            let count = Int.random(in: 0...25, using: &random)
            let text = (0..<count).map { _ in signs.randomElement(using: &random) ?? "" }.joined()
            Self.exercise(Array(text.utf8))
        }
    }

    @Test("may be a policy with bytes changed, left out or repeated")
    func mutations() {
        var random = SeededGenerator(seed: 3)
        let original = Array(Self.policy.utf8.dropLast(9))
        for _ in 0..<3000 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let at = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[at] = UInt8.random(in: 0x09...0x7E, using: &random)
                case 1: bytes.remove(at: at)
                default: bytes.insert(original[Int.random(in: 0..<original.count, using: &random)], at: at)
                }
            }
            Self.exercise(bytes)
        }
    }

    @Test("is a whole policy where nothing was changed")
    func unchanged() {
        let (document, problems) = YAMLDocument.parse(
            SourceFile(name: "test.yaml", bytes: Array(Self.policy.utf8.dropLast(9))))
        #expect(problems.isEmpty)
        #expect(document?.root.mapping?.entries.count == 6)
    }
}
