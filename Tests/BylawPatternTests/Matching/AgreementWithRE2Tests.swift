import BylawPattern
import Foundation
import Testing

/// Compares with the answers of RE2 that Scripts/compare-patterns-with-re2 wrote, where it says where they are.
@Suite("AgreementWithRE2") struct AgreementWithRE2Tests {
    struct Case: Decodable {
        struct Answer: Decodable {
            let text: String
            let groups: [[Int]?]?
            let all: [[Int]]
        }

        let pattern: String
        let error: String?
        let answers: [Answer]?
    }

    private static let path = ProcessInfo.processInfo.environment["BYLAW_RE2_CASES"]

    @Test("generated patterns are answered as RE2 answers them", .enabled(if: path != nil))
    func generated() throws {
        let data = try Data(contentsOf: URL(filePath: try #require(Self.path)))
        let decoder = JSONDecoder()
        var texts = 0
        for line in data.split(separator: UInt8(ascii: "\n")) {
            let one = try decoder.decode(Case.self, from: line)
            guard let pattern = try? Pattern(one.pattern) else {
                #expect(one.error != nil, "refused: \(one.pattern)")
                continue
            }
            #expect(one.error == nil, "not refused: \(one.pattern)")
            for answer in one.answers ?? [] {
                texts += 1
                compare(pattern, answer)
            }
        }
        print("compared \(texts) texts with RE2's answers")
    }

    private func compare(_ pattern: Pattern, _ answer: Case.Answer) {
        let place: Comment = "\(pattern.text.debugDescription) on \(answer.text.debugDescription)"
        Array(answer.text.utf8).withUnsafeBufferPointer { text in
            let groups = answer.groups?.map { $0.map { $0[0]..<$0[1] } }
            #expect(pattern.firstMatch(in: text)?.groups == groups, place)
            #expect(pattern.firstSpan(in: text) == groups?[0], place)
            #expect(pattern.isMatch(text) == (groups != nil), place)
            #expect(pattern.allSpans(in: text) == answer.all.map { $0[0]..<$0[1] }, place)
        }
    }
}
