import BylawSource
import BylawYAML

/// A text in which `⟪` and `⟫` mark a place, and the same text without them.
struct MarkedText {
    let file: SourceFile
    let range: SourceRange

    init(_ marked: String) {
        let bytes = Array(marked.utf8)
        let open = Array("⟪".utf8)
        let close = Array("⟫".utf8)
        var plain: [UInt8] = []
        var start = 0
        var end: Int?
        var index = 0
        while index < bytes.count {
            if bytes[index...].starts(with: open) {
                start = plain.count
                index += open.count
            } else if bytes[index...].starts(with: close) {
                end = plain.count
                index += close.count
            } else {
                plain.append(bytes[index])
                index += 1
            }
        }
        file = SourceFile(name: "test.yaml", bytes: plain)
        range = SourceRange(start, end ?? start)
    }
}

/// Parses a text that has to be without errors.
func parse(_ text: String) throws -> YAMLNode {
    let (document, problems) = YAMLDocument.parse(SourceFile(name: "test.yaml", text: text))
    if let problem = problems.first { throw Unexpected(problem: "\(problem.code): \(problem.message)") }
    guard let document else { throw Unexpected(problem: "no document") }
    return document.root
}

struct Unexpected: Error {
    let problem: String
}
