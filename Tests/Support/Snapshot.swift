package import Foundation

/// Texts that were recorded and read by a person once, and must not change unnoticed.
///
/// ```swift
/// #expect(Snapshot.difference(of: text, from: "ten-mistakes.txt") == nil)
/// ```
///
/// A snapshot lies in the folder `Snapshots` beside the test's file. `BYLAW_RECORD=1 swift test` records anew whatever
/// differs, and fails once for each, so that the switch cannot be left on: look at the change before committing it.
package enum Snapshot {
    /// What is wrong with `text`: the first line in which it differs from the snapshot, or that there is none yet. Nil
    /// where the bytes are the same.
    package static func difference(of text: String, from name: String, testFile: String = #filePath) -> String? {
        let url = URL(filePath: testFile).deletingLastPathComponent().appending(path: "Snapshots/\(name)")
        return difference(
            of: text, from: url, isRecording: ProcessInfo.processInfo.environment["BYLAW_RECORD"] != nil)
    }

    /// As above, for any file.
    package static func difference(of text: String, from url: URL, isRecording: Bool) -> String? {
        let recorded = (try? Data(contentsOf: url)).map { String(decoding: $0, as: UTF8.self) }
        if let recorded, recorded.utf8.elementsEqual(text.utf8) { return nil }
        guard isRecording else {
            return recorded.map { firstDifference($0, text) }
                ?? "there is no snapshot \(url.lastPathComponent); BYLAW_RECORD=1 records it"
        }
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
            return "recorded \(url.lastPathComponent)"
        } catch {
            return "\(url.lastPathComponent) cannot be recorded: \(error)"
        }
    }

    private static func firstDifference(_ recorded: String, _ text: String) -> String {
        let (old, new) = (lines(recorded), lines(text))
        let index = zip(old, new).prefix { $0.utf8.elementsEqual($1.utf8) }.map { _ in 1 }.count
        func line(_ lines: [Substring]) -> String { index < lines.count ? "`\(lines[index])`" : "the end" }
        return "line \(index + 1) was \(line(old)), is \(line(new)); the whole text is now\n\(text)"
    }

    private static func lines(_ text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
    }
}
