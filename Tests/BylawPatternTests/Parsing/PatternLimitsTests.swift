import BylawPattern
import Foundation
import Testing

@Suite("patterns have bounds") struct PatternLimitsTests {
    private func code(_ text: String, _ limits: PatternLimits = .default) -> String? {
        do throws(PatternError) {
            _ = try Pattern(text, limits: limits)
            return nil
        } catch {
            return error.code
        }
    }

    @Test func length() {
        #expect(code("aaa", PatternLimits(textBytes: 3)) == nil)
        #expect(code("aaaa", PatternLimits(textBytes: 3)) == "pattern-too-long")
    }

    @Test(arguments: ["(", "(?:", "(?i:", "(?P<"])
    func nesting(opening: String) {
        func nested(_ depth: Int) -> String {
            (0..<depth).map { opening == "(?P<" ? "(?P<n\($0)>" : opening }.joined() + "a"
                + String(repeating: ")", count: depth)
        }
        #expect(code(nested(3), PatternLimits(nesting: 4)) == nil)
        #expect(code(nested(5), PatternLimits(nesting: 4)) == "pattern-too-deep")
        #expect(code(nested(100_000), PatternLimits(textBytes: 1 << 22)) == "pattern-too-deep")
    }

    /// Flags between them let repetitions stack without a group, in RE2 too.
    @Test func stackedRepetitions() {
        let stacked = "a" + String(repeating: "{1,2}(?i)", count: 5) + String(repeating: "*(?i)*?(?i)", count: 2_000)
        #expect(code(stacked) == "pattern-too-deep")
    }

    @Test func programSize() {
        #expect(code("(?:abcdefghij){10}", PatternLimits(programSize: 110)) == nil)
        #expect(code("(?:abcdefghij){10}", PatternLimits(programSize: 90)) == "pattern-too-large")
        #expect(code("(?:\\pL{30}){30}") == "pattern-too-large")
        #expect(code("(?:(?:){1000}|)" + String(repeating: "(?:(?:|){1000})", count: 4_000)) == "pattern-too-large")
    }

    /// None of these may take long or much memory before it is refused, or accepted.
    @Test(arguments: [
        (0..<4_000).map { "[\\pL\\x{\(String($0 + 0x3000, radix: 16))}]" }.joined(),
        "(?i)" + (0..<4_000).map { "[^\\pN\\x{\(String($0 + 0x3000, radix: 16))}]" }.joined(),
        "[" + String(repeating: "\\pL\\PL", count: 8_000) + "]",
        String(repeating: "(?i)\\pL\\P{Lu}", count: 4_000),
        String(repeating: "a|", count: 30_000),
        (0..<9_000).map { "w\($0)|" }.joined(),
        String(repeating: "(a)?", count: 16_000),
        String(repeating: "[a-z]{1,1000}", count: 1_000),
        String(repeating: "x*", count: 30_000),
    ])
    func hostilePatternsAreSettledQuickly(text: String) {
        let code = code(text)
        #expect([nil, "pattern-too-large", "pattern-too-many-groups", "pattern-too-long"].contains(code))
    }

    @Test func groupPositions() {
        let groups = String(repeating: "(a)", count: 100)
        #expect(code(groups) == nil)
        #expect(code(groups, PatternLimits(captureCells: 10_000)) == "pattern-too-many-groups")
    }

    @Test func theDeepestPatternFitsAShortStack() async {
        let depth = 990
        let text = String(repeating: "(?:a|(?:", count: depth / 2) + "b" + String(repeating: ")*)+", count: depth / 2)
        await withCheckedContinuation { continuation in
            let thread = Thread {
                let pattern = try? Pattern(text)
                #expect(
                    pattern.map { pattern in
                        [UInt8](repeating: 0x62, count: 50).withUnsafeBufferPointer(pattern.isMatch)
                    } == true)
                continuation.resume()
            }
            thread.stackSize = 128 * 1024
            thread.start()
        }
    }
}
