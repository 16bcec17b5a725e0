import BylawTestSupport
import Foundation
import Testing

/// The project's README, taken apart.
struct Readme {
    /// A fenced block.
    struct Block {
        /// What stands behind the opening fence: `yaml`.
        let language: String
        /// The lines between the fences, each with its line break.
        let text: String

        /// The commands of a block of shell, each with the remark behind it. A here document belongs to its command.
        var commands: [(text: String, remark: String?)] {
            var commands: [(text: String, remark: String?)] = []
            var isInDocument = false
            for line in text.split(separator: "\n") {
                if isInDocument {
                    commands[commands.count - 1].text += line + "\n"
                    isInDocument = line != "END"
                } else {
                    let parts = line.split(separator: "  # ", maxSplits: 1)
                    let remark = parts.count > 1 ? String(parts[1]) : nil
                    isInDocument = line.hasSuffix("<<'END'")
                    commands.append((text: parts[0] + (isInDocument ? "\n" : ""), remark: remark))
                }
            }
            return commands
        }
    }

    let blocks: [Block]

    /// The whole of it, or the section whose heading begins so.
    init(section: String? = nil) throws {
        var text = try String(contentsOf: SharedData.packageRoot.appending(path: "README.md"), encoding: .utf8)
        if let section {
            let start = try #require(text.range(of: "\n## \(section)"))
            let end = text.range(of: "\n## ", range: start.upperBound..<text.endIndex)?.lowerBound ?? text.endIndex
            text = String(text[start.upperBound..<end])
        }
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
