import BylawSource
import BylawYAML
import Testing

@Suite("random scalars")
struct ScalarPropertyTests {
    @Test(
        "lead from each character to what was written for it",
        arguments: [YAMLScalar.Style.plain, .singleQuoted, .doubleQuoted, .literal, .folded])
    func eachCharacter(_ style: YAMLScalar.Style) throws {
        for seed in 0..<2000 {
            let written = ScalarWriter(style, seed: seed)
            let (document, problems) = YAMLDocument.parse(SourceFile(name: "test.yaml", text: written.yaml))
            let isError = problems.contains { $0.severity == .error }
            let scalar = try #require(
                document?.root.mapping?["k"]?.scalar,
                "\(isError ? problems[0].message : "") \(written.yaml.debugDescription)")
            try #require(scalar.style == style)
            try #require(scalar.text.utf8.elementsEqual(written.text.utf8), "\(written.yaml.debugDescription)")
            var offset = 0
            var offsets = [0]
            for (character, range) in zip(scalar.text.unicodeScalars, written.ranges) {
                let end = offset + UTF8.width(character)
                try #require(
                    scalar.sourceRange(of: offset..<end) == range, "\(character) of \(written.yaml.debugDescription)")
                offset = end
                offsets.append(end)
            }
            // A stretch goes from its first character's start to its last one's end.
            guard let last = written.ranges.last, let first = written.ranges.first else { continue }
            try #require(scalar.sourceRange(of: 0..<offset) == SourceRange(first.start, last.end))
            let middle = offsets.count / 2
            guard middle > 0 else { continue }
            try #require(
                scalar.sourceRange(of: 0..<offsets[middle])
                    == SourceRange(first.start, written.ranges[middle - 1].end))
        }
    }
}
