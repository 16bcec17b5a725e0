import Foundation
import Testing

@testable import BylawCommand

@Suite("Lines of a stream")
struct LineReaderTests {
    /// Every line as text; nil for one that is too long.
    private func lines(of text: String, limit: Int) throws -> [String?] {
        let folder = try TemporaryFolder(["input": text])
        let descriptor = try Descriptor.reading(folder.url("input").path)
        defer { close(descriptor.number) }
        var reader = LineReader(descriptor, limit: limit)
        var lines: [String?] = []
        while let line = try reader.next() {
            switch line {
            case .bytes(let bytes): lines.append(String(decoding: bytes, as: UTF8.self))
            case .tooLong: lines.append(nil)
            }
        }
        return lines
    }

    @Test(
        "a line ends at its break, and the last one needs none",
        arguments: [
            ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\n\nb", ["a", "", "b"]), ("\n", [""]), ("a\r\nb", ["a\r", "b"]),
        ])
    func breaks(text: String, lines: [String]) throws {
        #expect(try self.lines(of: text, limit: 10) == lines)
    }

    @Test(
        "a line longer than the limit is one error, wherever the chunks of the stream end",
        arguments: [70_000, 1 << 18])
    func tooLong(length: Int) throws {
        let long = String(repeating: "x", count: length)
        #expect(try lines(of: "a\n\(long)\nb\n\(long)", limit: length - 1) == ["a", nil, "b", nil])
        #expect(try lines(of: "a\n\(long)\nb\n\(long)", limit: length) == ["a", long, "b", long])
        #expect(try lines(of: "a\n\(long)\nb\n\(long)\n", limit: 10) == ["a", nil, "b", nil])
    }

    @Test("many lines in one stream come in their order")
    func many() throws {
        let expected = (0..<20_000).map { "line \($0)" }
        #expect(try lines(of: expected.joined(separator: "\n"), limit: 100) == expected)
    }
}
