import BylawPattern
import BylawSource
import Testing

@Suite("what is refused has its reason and its place") struct PatternErrorTests {
    /// The wrong part stands between `«` and `»`, which are not part of the pattern.
    @Test(
        arguments: [
            // Groups.
            ("a«(»b", "pattern-unclosed-group"),
            ("a«(»b|(?:c)", "pattern-unclosed-group"),
            ("«(?i»", "pattern-unclosed-group"),
            ("ab«)»", "pattern-unexpected-parenthesis"),
            ("x(?«z»)", "pattern-bad-flag"),
            ("(?i«»)«»", nil),
            ("(?-«)»", "pattern-bad-flag"),
            ("(?i-«:»a)", "pattern-bad-flag"),
            ("(?«'»n'a)", "pattern-bad-flag"),
            ("«(?P<»n", "pattern-bad-group-name"),
            ("(?P<«»>a)", "pattern-bad-group-name"),
            ("(?P<«a b»>a)", "pattern-bad-group-name"),
            ("(?P<名前>a)«»", nil),
            ("(?<n>a)(?P<«n»>b)", "pattern-duplicate-group-name"),
            // What linear time does not allow.
            ("a«(?=»b)", "pattern-look-around"),
            ("a«(?!»b)", "pattern-look-around"),
            ("«(?<=»a)b", "pattern-look-around"),
            ("«(?<!»a)b", "pattern-look-around"),
            ("(a)«\\1»", "pattern-back-reference"),
            ("(a)«\\8»", "pattern-back-reference"),
            ("(?P<n>a)«(?P=»n)", "pattern-back-reference"),
            ("(?<n>a)«\\k»<n>", "pattern-back-reference"),
            ("«(?>»a)", "pattern-atomic-group"),
            ("(a«(?R»))", "pattern-recursion"),
            ("(a)?«(?(»1)b|c)", "pattern-conditional"),
            ("a«(?#»note)", "pattern-comment"),
            // Repetitions.
            ("«*»a", "pattern-nothing-to-repeat"),
            ("a|«+?»", "pattern-nothing-to-repeat"),
            ("(«{2}»)", "pattern-nothing-to-repeat"),
            ("a{,2}«»", nil),
            ("a«**»", "pattern-stacked-repetition"),
            ("a«*?+»", "pattern-stacked-repetition"),
            ("a«{2}{3}»", "pattern-stacked-repetition"),
            ("(?:a*)*«»", nil),
            ("a«{3,2}»", "pattern-bad-repetition"),
            ("a«{1001}»", "pattern-repetition-too-large"),
            ("(?:a{100})«{11}»", "pattern-repetition-too-large"),
            ("(?:a{100}){10}«»", nil),
            // Classes.
            ("a«[»bc", "pattern-unclosed-class"),
            ("«[»]", "pattern-unclosed-class"),
            ("[]a]«»", nil),
            ("[«z-a»]", "pattern-bad-range"),
            ("[a«[:foo:]»]", "pattern-unknown-set"),
            ("[[:alpha]«»", nil),
            ("漢«\\p{Hann}»", "pattern-unknown-set"),
            ("«\\pX»", "pattern-unknown-set"),
            ("«\\p{»Han", "pattern-unknown-set"),
            ("«\\p»", "pattern-unknown-set"),
            ("\\p{^Han}\\P{Any}«»", nil),
            // Escapes.
            ("a«\\»", "pattern-trailing-backslash"),
            ("a«\\Z»", "pattern-bad-escape"),
            ("a«\\é»", "pattern-bad-escape"),
            ("[a-«\\d»]", "pattern-bad-escape"),
            ("[«\\b»]", "pattern-bad-escape"),
            ("«\\x»g", "pattern-bad-escape"),
            ("«\\x{110000»}", "pattern-bad-escape"),
            ("«\\x{»}", "pattern-bad-escape"),
            ("\\_\\12\\07\\x{10FFFF}\\Qa\\«»", nil),
        ] as [(String, String?)])
    func refused(marked: String, code: String?) throws {
        var written: [UInt8] = []
        var bounds: [Int] = []
        let bytes = Array(marked.utf8)
        var index = 0
        while index < bytes.count {
            if bytes[index...].starts(with: Array("«".utf8)) || bytes[index...].starts(with: Array("»".utf8)) {
                bounds.append(written.count)
                index += 2
            } else {
                written.append(bytes[index])
                index += 1
            }
        }
        let text = String(decoding: written, as: UTF8.self)
        guard let code else {
            #expect(throws: Never.self) { try Pattern(text) }
            return
        }
        let error = try #require(throws: PatternError.self) { try Pattern(text) }
        #expect(error.code == code)
        #expect(error.range == SourceRange(bounds[0], bounds[1]))
    }

    @Test func messagesQuoteWhatTheAuthorWroteAndSayWhatHelps() throws {
        let possessive = try #require(throws: PatternError.self) { try Pattern("a*+") }
        #expect(possessive.message == "`+` repeats what is a repetition already")
        #expect(possessive.help == "leave the `+` out: no pattern can become slow here, so nothing need be possessive")
        let lookAhead = try #require(throws: PatternError.self) { try Pattern("(?=a)") }
        #expect(
            lookAhead.message
                == "look-around, as in `(?=…)`, is not supported, for it cannot be matched in linear time")
        let misspelt = try #require(throws: PatternError.self) { try Pattern("\\p{Hirgana}") }
        #expect(misspelt.help == "did you mean `Hiragana`?")
        let endOfText = try #require(throws: PatternError.self) { try Pattern("a\\Z") }
        #expect(endOfText.help == "write `\\z` for the end of the text, `\\n?\\z` to allow a last line break")
    }
}
