import BylawTestSupport
import Foundation

/// The project's README, taken apart.
struct Readme {
    /// A fenced block.
    struct Block {
        /// What stands behind the opening fence: `yaml`.
        let language: String
        /// The lines between the fences, each with its line break.
        let text: String

        /// The path in a first line that is nothing but a comment with one.
        var path: String? {
            guard let line = text.split(separator: "\n").first, line.hasPrefix("# ") else { return nil }
            return String(line.dropFirst(2))
        }
    }

    let blocks: [Block]

    init() throws {
        let text = try String(contentsOf: SharedData.packageRoot.appending(path: "README.md"), encoding: .utf8)
        var blocks: [Block] = []
        var open: (language: String, lines: [Substring])?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                if let block = open {
                    blocks.append(Block(language: block.language, text: block.lines.map { $0 + "\n" }.joined()))
                    open = nil
                } else {
                    open = (String(line.dropFirst(3)), [])
                }
            } else {
                open?.lines.append(line)
            }
        }
        self.blocks = blocks
    }
}
