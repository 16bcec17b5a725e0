import BylawPattern
import Testing

@Suite("matches") struct PatternMatchingTests {
    private func spans(_ pattern: String, _ text: String) throws -> [Range<Int>] {
        try spans(pattern, bytes: Array(text.utf8))
    }

    private func spans(_ pattern: String, bytes: [UInt8]) throws -> [Range<Int>] {
        let pattern = try Pattern(pattern)
        return bytes.withUnsafeBufferPointer { pattern.allSpans(in: $0) }
    }

    private func first(_ pattern: String, _ text: String, from start: Int) throws -> Range<Int>? {
        let pattern = try Pattern(pattern)
        return Array(text.utf8).withUnsafeBufferPointer { pattern.firstSpan(in: $0, from: start) }
    }

    @Test(
        "an empty match does not stand where the last one ended",
        arguments: [
            ("a*", "baac", [0..<0, 1..<3, 4..<4]),
            ("", "漢a", [0..<0, 3..<3, 4..<4]),
            ("a|", "aab", [0..<1, 1..<2, 3..<3]),
            ("|a", "aa", [0..<0, 1..<1, 2..<2]),
            ("\\b", "ab c", [0..<0, 2..<2, 3..<3, 4..<4]),
            ("(?m)^", "a\nb\n", [0..<0, 2..<2, 4..<4]),
            ("a", "", []),
            ("", "", [0..<0]),
            ("^a", "aaa", [0..<1]),
            ("b.*?c|b", "bbcb", [0..<3, 3..<4]),
        ] as [(String, String, [Range<Int>])])
    func all(pattern: String, text: String, expected: [Range<Int>]) throws {
        #expect(try spans(pattern, text) == expected)
    }

    @Test(
        "what once differed from RE2 does no more",
        arguments: [
            ("(?:[[:punct:]]|\\B|\\p{Greek})+", "σaд--@b", [0..<0, 4..<4, 5..<8]),
            ("\\_[a\\_]", "a__a", [1..<3]),
        ] as [(String, String, [Range<Int>])])
    func onceDifferent(pattern: String, text: String, expected: [Range<Int>]) throws {
        #expect(try spans(pattern, text) == expected)
    }

    /// Each search would read to the end of the text: were they made one by one, this would take long.
    @Test func allMatchesOfAPatternThatReadsFarAheadAreFoundInOneSweep() throws {
        let text = String(repeating: "a", count: 30_000)
        #expect(try spans("a.*z|a", text).count == 30_000)
        #expect(try spans("a.*z|", text).count == 30_001)
        #expect(try spans("a.*z|a", text + "z" + text).count == 30_001)
    }

    @Test func whatStandsBeforeTheStartStillCounts() throws {
        let text = "ab\nab"
        #expect(try first("^ab", text, from: 1) == nil)
        #expect(try first("(?m)^ab", text, from: 1) == 3..<5)
        #expect(try first("\\bb", text, from: 1) == nil)
        #expect(try first("\\B.", text, from: 1) == 1..<2)
        #expect(try first("$", text, from: 5) == 5..<5)
        #expect(try first("", text, from: 6) == nil)
        #expect(try first("", text, from: -1) == nil)
    }

    @Test func aCharacterIsDividedOnlyByWhatSaysSo() throws {
        #expect(try spans("\\C", "é") == [0..<1, 1..<2])
        #expect(try Pattern("a\\C").mayDivideCharacters)
        #expect(try first("\\Bx*", "aé", from: 1) == 2..<2)
        #expect(try Pattern("\\Bx*").mayDivideCharacters)
        #expect(try spans("x*", "é") == [0..<0, 2..<2])
        #expect(try !Pattern("\\bx*.[^a]\\W\\PL$").mayDivideCharacters)
    }

    @Test func groupsKeepTheirNamesAndNumbers() throws {
        let pattern = try Pattern("(?P<year>\\d{4})-(\\d\\d)(?<day>-\\d\\d)?")
        #expect(pattern.groupCount == 3)
        #expect(pattern.groupNames == [nil, "year", nil, "day"])
        let match = Array("on 2024-08!".utf8).withUnsafeBufferPointer { pattern.firstMatch(in: $0) }
        #expect(match?.groups == [3..<10, 3..<7, 8..<10, nil])
    }

    @Test func aPartOfACharacterIsMatchedByNoSetAndByAnyByte() throws {
        let broken: [UInt8] = [0x61, 0xE6, 0xBC, 0xFF, 0xED, 0xA0, 0x80, 0xC0, 0x80]
        #expect(try spans("(?s).", bytes: broken) == [0..<1])
        #expect(try spans("[^a]", bytes: broken) == [])
        #expect(try spans("\\C", bytes: broken).count == 9)
    }

    @Test(arguments: [
        ("(?s).", "all"), ("\\pL", "property"), ("[^\\pL\\pN]", "complement"), ("[ab\\x{7F}-\\x{801}]", "edges"),
        ("[\\x{FFF}-\\x{1001}\\x{D7FF}-\\x{E000}\\x{FFFF}-\\x{10000}]", "more edges"), ("[\\x{10FFFF}]", "last"),
        ("\\p{Han}", "script"),
    ])
    func aSetMatchesItsCharactersForwardsAndBackwards(set: String, name: String) throws {
        // The star makes the length unknown, so that the start is looked for backwards.
        let forwards = try Pattern("\\A\(set)\\z")
        let backwards = try Pattern("x*\(set)\\z")
        let property = try Pattern("\\A\(set)")
        var value: UInt32 = 0
        while value <= 0x10FFFF {
            if let scalar = Unicode.Scalar(value) {
                let bytes = Array(String(scalar).utf8)
                bytes.withUnsafeBufferPointer { text in
                    let span = property.isMatch(text) ? 0..<bytes.count : nil
                    #expect(forwards.firstSpan(in: text) == span, "\(name) \(value)")
                    #expect(backwards.firstSpan(in: text) == span, "\(name) \(value)")
                }
            }
            // All of the first blocks, then ever fewer, but always the edges of UTF-8's lengths.
            value += value < 0x3000 || (0xD7F0...0xE010).contains(value) || value >= 0xFFF0 && value < 0x10010 ? 1 : 251
        }
    }

    @Test func oneHundredThreadsMayUseOnePattern() async throws {
        let pattern = try Pattern("(\\w+)@(\\w+)\\.(com|net)")
        let texts = (0..<100).map { Array("to user\($0)@host\($0).\($0 % 2 == 0 ? "com" : "net"), \($0)".utf8) }
        await withTaskGroup(of: Bool.self) { group in
            for (index, text) in texts.enumerated() {
                group.addTask {
                    (0..<50).allSatisfy { _ in
                        text.withUnsafeBufferPointer { text in
                            let groups = pattern.firstMatch(in: text)?.groups
                            return groups?[2].map { String(decoding: text[$0], as: UTF8.self) } == "host\(index)"
                        }
                    }
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }
}
