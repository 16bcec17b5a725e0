import BylawTestSupport
import BylawText
import Testing

@Suite("A mask")
struct MaskTests {
    private static let companies = Lexicon(
        name: "companies",
        phrases: [
            Phrase("アクメ商事", entity: "アクメ"), Phrase("アクメ", entity: "アクメ"), Phrase("Bacoe"), Phrase("サカタのタネ"),
        ],
        affixes: Lexicon.Affixes(prefixes: ["株式会社"], suffixes: ["社", "株式会社", "GmbH"]))

    private func session(
        _ replacement: MaskReplacement, values: [String] = [], profile: FoldProfile = .default
    ) -> Masking {
        var lexicon = Self.companies
        lexicon.profile = profile
        let rule = MaskRule(name: "company", profile: profile, lexicons: [0], replacement: replacement)
        return Masking(MaskSession(Masker([rule], scanner: Scanner([lexicon])), values: [values]))
    }

    @Test("hides a name however it is disguised, and shows it with that fold switched off", arguments: Evasion.latin)
    func latinEvasions(_ evasion: Evasion) {
        let disguised = evasion.apply("Bacoe")
        let session = self.session(.text("[company]"))
        #expect(session.mask("I left \(disguised), so").text == "I left [company], so")
        #expect(session.reveals(0, in: "I left \(disguised), so"))
        let blind = self.session(.text("[company]"), profile: .default.subtracting(evasion.fold))
        #expect(blind.mask("I left \(disguised), so").spans.isEmpty)
        #expect(!blind.reveals(0, in: "I left \(disguised), so"))
    }

    @Test(
        "replaces by each kind of replacement",
        arguments: [
            (MaskReplacement.redact, "前職は■■■です"), (.text("某社"), "前職は某社です"), (.number(template: "{A}社"), "前職はA社です"),
            (.keepLast(1), "前職は■■メです"), (.keepLast(3), "前職は■■■です"), (.keepLast(0), "前職は■■■です"),
            (.pseudonym(template: "<{id}>"), "前職は■■■です"),
        ])
    func replacements(_ replacement: MaskReplacement, _ expected: String) {
        let session = self.session(replacement)
        let masked = session.mask("前職はアクメです")
        #expect(masked.text == expected)
        #expect(masked.leaks.isEmpty)
    }

    @Test("gives a pseudonym the folded value, and shows what comes back")
    func pseudonym() {
        let rule = MaskRule(name: "m", replacement: .pseudonym(template: "<{id}>"))
        let session = Masking(
            MaskSession(
                Masker([rule], scanner: Scanner([])), values: [["u_9"]],
                pseudonym: { _, value in String(value.reduce(0) { ($0 * 31 + Int($1)) % 9973 }) }))
        let masked = session.mask("u_9 and Ｕ_9").text
        let parts = masked.split(separator: " and ")
        #expect(parts.count == 2 && parts[0] == parts[1] && parts[0].hasPrefix("<"))
    }

    @Test("numbers by what is named, across the texts of a request")
    func numbering() {
        let session = self.session(.number(template: "{A}社"), values: ["Contoso"])
        #expect(session.mask("Bacoe、アクメ商事、BACOE、Contoso").text == "A社、B社、A社、C社")
        #expect(session.mask("contoso と 株式会社アクメ と Ｂａｃｏｅ GmbH").text == "C社 と B社 と A社")
    }

    @Test("gives no number that the author used")
    func takenNumbers() {
        let session = self.session(.number(template: "{A}社"))
        #expect(session.mask("A社とXB社の話。BacoeはA社の子会社、C社の親会社").text == "A社とXB社の話。B社はA社の子会社、C社の親会社")
        #expect(session.mask("アクメ").text == "C社")
    }

    @Test("goes on with AA after Z")
    func manyNumbers() {
        let values = (0..<60).map { "name\($0)x" }
        let rule = MaskRule(name: "m", replacement: .number(template: "{A}"))
        let session = Masking(MaskSession(Masker([rule], scanner: Scanner([])), values: [values]))
        let masked = session.mask(values.joined(separator: " ")).text.split(separator: " ")
        #expect(
            masked[25] == "Z" && masked[26] == "AA" && masked[27] == "AB" && masked[52] == "BA" && masked.count == 60)
    }

    @Test("takes the longest match, and of overlapping masks the strictest, over all that any covers")
    func overlaps() {
        func masked(_ first: MaskReplacement, _ second: MaskReplacement) -> MaskedText {
            let rules = [
                MaskRule(name: "first", boundary: .none, replacement: first),
                MaskRule(name: "second", boundary: .none, replacement: second),
            ]
            let session = Masking(MaskSession(Masker(rules, scanner: Scanner([])), values: [["abcd"], ["cdef"]]))
            return session.mask("-abcdef-", rules: [0, 1])
        }
        #expect(masked(.text("X"), .redact).text == "-■■■■■■-")
        #expect(masked(.redact, .text("X")).text == "-■■■■■■-")
        #expect(masked(.text("X"), .number(template: "{A}!")).text == "-X-")
        #expect(masked(.keepLast(2), .number(template: "{A}!")).text == "-A!-")
        #expect(masked(.keepLast(2), .keepLast(1)).text == "-■■■■ef-")
        #expect(masked(.keepLast(2), .redact).spans.map(\.mask) == ["second"])
        #expect(masked(.text("X"), .text("Y")).text == "-X-")
        let session = self.session(.redact)
        #expect(session.mask("アクメ商事アクメ").spans.map(\.utf8) == [0..<15, 15..<24])
    }

    @Test("gives its places in three units")
    func spans() {
        let session = self.session(.number(template: "{A}社"))
        let masked = session.mask("𠮷👍は\u{65}\u{301}アクメ…Bacoe")
        #expect(masked.text == "𠮷👍は\u{65}\u{301}A社…B社")
        #expect(masked.spans.map(\.utf8) == [14..<23, 26..<31])
        #expect(masked.spans.map(\.utf16) == [7..<10, 11..<16])
        #expect(masked.spans.map(\.scalars) == [5..<8, 9..<14])
        #expect(masked.spans.map { masked.text.slice($0.inserted) } == ["A社", "B社"])
    }

    @Test("hides whole characters only")
    func wholeCharacters() {
        let session = self.session(.redact, values: ["👩"])
        let text = "x👩‍👩‍👧 Bac\u{301}o\u{AD}e\u{301}\u{302}!"
        let masked = session.mask(text)
        #expect(masked.text.hasSuffix("!") && masked.text.hasPrefix("x"))
        for span in masked.spans {
            #expect(
                text.characterOffsets.contains(span.utf8.lowerBound)
                    && text.characterOffsets.contains(span.utf8.upperBound))
        }
        #expect(masked.spans.map { text.slice($0.utf8) } == ["👩‍👩‍👧", "Bac\u{301}o\u{AD}e\u{301}\u{302}"])
    }

    @Test("changes nothing outside its spans, and nothing more when applied again")
    func idempotent() {
        var generator = SeededGenerator(seed: 5)
        let replacements: [MaskReplacement] = [.redact, .text("[x]"), .number(template: "{A}社")]
        for round in 0..<1500 {
            var parts: [String] = []
            for _ in 0..<4 {
                parts.append(RandomText.make(4, using: &generator))
                parts.append(["Bacoe", "アクメ", "u_9", "アクメ商事株式会社"].randomElement(using: &generator) ?? "")
            }
            let text = parts.joined()
            let session = self.session(replacements[round % replacements.count], values: ["u_9"])
            let masked = session.mask(text)
            #expect(masked.leaks.isEmpty, "\(text)")
            var (rest, expected) = (Array(text.utf8)[...], [UInt8]())
            var done = 0
            for span in masked.spans {
                expected += rest.prefix(span.utf8.lowerBound - done)
                rest = rest.dropFirst(span.utf8.upperBound - done)
                done = span.utf8.upperBound
                expected += Array(masked.text.utf8)[span.inserted]
            }
            #expect(Array(masked.text.utf8) == expected + rest)
            let (utf8, utf16, scalars) = (Array(text.utf8), Array(text.utf16), Array(text.unicodeScalars))
            for span in masked.spans {
                #expect(text.characterOffsets.isSuperset(of: [span.utf8.lowerBound, span.utf8.upperBound]))
                let hidden = Array(String(decoding: utf8[span.utf8], as: UTF8.self).unicodeScalars)
                #expect(Array(String(decoding: utf16[span.utf16], as: UTF16.self).unicodeScalars) == hidden)
                #expect(Array(scalars[span.scalars]) == hidden)
            }
            let again = session.mask(masked.text)
            #expect(Array(again.text.utf8) == Array(masked.text.utf8), "\(text) -> \(masked.text) -> \(again.text)")
        }
    }

    @Test("hides what comes to light when its neighbour is hidden")
    func neighbours() {
        let rules = [
            MaskRule(name: "id", replacement: .redact), MaskRule(name: "word", boundary: .none, replacement: .redact),
        ]
        let session = Masking(MaskSession(Masker(rules, scanner: Scanner([])), values: [["u_9"], ["xyz"]]))
        #expect(session.mask("u_9x", rules: [0, 1]).text == "u_9x")
        #expect(session.mask("u_9xyz", rules: [0, 1]).text == "■■■■■■")
    }

    @Test("finds patterns, and reports those that still match as leaks by the mask's name")
    func patterns() {
        let rule = MaskRule(name: "digits", replacement: .text(""))
        /// Finds `aa`.
        let search: MaskSession.PatternSearch = { _, text in
            text.indices.dropLast().filter { text[$0] == 0x61 && text[$0 + 1] == 0x61 }.map { $0..<$0 + 2 }
        }
        let session = Masking(MaskSession(Masker([rule], scanner: Scanner([])), values: [], patterns: search))
        #expect(session.mask("xaay").text == "xy")
        #expect(session.mask("xaay").leaks == [])
        let glue = MaskRule(name: "glue", replacement: .text(""))
        let second = Masking(
            MaskSession(Masker([glue], scanner: Scanner([])), values: [["zz"]], patterns: { _, _ in [] }))
        #expect(second.mask("z.zz.z").leaks == ["glue"])
        let deleting = MaskRule(name: "deleting", profile: [], boundary: .none, replacement: .text(""))
        let third = Masking(MaskSession(Masker([deleting], scanner: Scanner([])), values: [["ab"]]))
        #expect(third.mask("aabb").leaks == ["deleting"])
    }

    @Test("does not take what it inserted for what it looks for")
    func opaque() {
        let rule = MaskRule(name: "m", boundary: .none, replacement: .text("Acme!"))
        let session = Masking(MaskSession(Masker([rule], scanner: Scanner([])), values: [["Acme", "me!b"]]))
        let masked = session.mask("an Acmeb")
        #expect(masked.text == "an Acme!b" && masked.leaks.isEmpty)
    }

    @Test(
        "finds values of one scalar only where they stand alone, and empty ones never",
        arguments: [("林", "林さんと「林」", "林さんと「■」"), ("", "a b", "a b")])
    func shortValues(_ value: String, _ text: String, _ expected: String) {
        let rule = MaskRule(name: "m", replacement: .redact)
        let session = Masking(MaskSession(Masker([rule], scanner: Scanner([])), values: [[value]]))
        #expect(session.mask(text).text == expected)
    }

    @Test("applies only the rules asked for, and ignores rules that are not there")
    func chosenRules() {
        let rules = [MaskRule(name: "a", replacement: .text("A")), MaskRule(name: "b", replacement: .text("B"))]
        let session = Masking(MaskSession(Masker(rules, scanner: Scanner([])), values: [["one"], ["two"]]))
        #expect(session.mask("one two", rules: [1]).text == "one B")
        #expect(session.mask("one two", rules: [0, 1, 7, -1]).text == "A B")
        #expect(session.reveals(7, in: "one") == false)
    }

    @Test("shows nothing of its values in its description")
    func description() {
        let rule = MaskRule(name: "m", replacement: .redact)
        let session = MaskSession(Masker([rule], scanner: Scanner([])), values: [["secret"]])
        var dumped = ""
        dump(session, to: &dumped)
        #expect(!"\(session) \(String(reflecting: session)) \(dumped)".contains("secret"))
    }
}
