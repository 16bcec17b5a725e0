import BylawPattern
import Testing

@Suite("what every match contains") struct RequiredLiteralsTests {
    @Test(arguments: [
        ("abc", ["abc"]),
        ("https?://[^ ]+", ["http://", "https://"]),
        ("@[a-z]+", ["@"]),
        ("[a-z]+@[a-z]+\\.com", [".com"]),
        ("(foo|bar)+", ["bar", "foo"]),
        ("foo|bar\\d", ["bar", "foo"]),
        ("foo|\\d", []),
        ("(?:foo)?bar*", ["ba", "fooba"]),
        ("x*", []),
        ("", []),
        ("^$|a", []),
        ("(?i)no", ["NO", "No", "nO", "no"]),
        ("\\ba\\b", ["a"]),
        ("(ab){3}c", ["abababc"]),
        ("(?:ab){2,}", ["ab"]),
        ("[^a]", []),
        ("転職|退職", ["転職", "退職"]),
        ("a.b.longest.c", ["longest"]),
    ])
    func literals(pattern: String, expected: [String]) throws {
        let literals = try Pattern(pattern).requiredLiterals.map { String(decoding: $0, as: UTF8.self) }
        #expect(Set(literals) == Set(expected))
        #expect(literals.count == expected.count)
    }
}
