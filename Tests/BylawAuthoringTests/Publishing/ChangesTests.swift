import Bylaw
import BylawAuthoring
import Foundation
import Testing

/// What changed since another version, in the book's own words.
@Suite struct ChangesTests {
    /// The book's part about changes, from its heading to the next.
    private static func changes(_ edit: (String) -> String, language: String = "en") throws -> String {
        let old = try Garden.policies()
        let new = try Garden.policies(edit)
        let text = RuleBook([new], since: [old]).markdown(in: language)
        let parts = text.components(separatedBy: "\n## ")
        return parts.count > 1 ? "## \(parts[1])".trimmingSuffix("\n") : ""
    }

    @Test func `where nothing changed, that is said`() throws {
        #expect(try Self.changes { $0 } == "## What changed since 1.2.0\n\nNothing has changed.")
    }

    @Test func `numbers are told as they were and as they are`() throws {
        let changed = try Self.changes {
            $0.replacing("version: 1.2.0", with: "version: 1.3.0").replacing("within: 180d", with: "within: 90d")
                .replacing("at: 5, sanction", with: "at: 4, sanction").replacing("needs: 5", with: "needs: 7")
                .replacing("within: 72h", with: "within: 48h").replacing("conduct: 1 }", with: "conduct: 2 }")
        }
        #expect(
            changed == """
                ## What changed since 1.2.0

                ### Posting

                `garden.posting` Version 1.2.0 became 1.3.0.

                - **Changed**: `asks-first` Ask before you show the plot ⟨post.plot⟩.
                    - Deadline
                        - Before: 3 days
                        - Now: 2 days
                - **Changed**: `complete`
                    - What follows
                        - Before: 1 point on `conduct`.
                        - Now: 2 points on `conduct`.
                - **Changed**: `conduct`
                    - How long points count
                        - Before: for 180 days from the act
                        - Now: for 90 days from the act
                    - Consequences
                        - Before: From 5 points: the role `gardener` is lost.
                        - Now: From 4 points: the role `gardener` is lost.
                - **Changed**: `council`
                    - Votes
                        - Before: at least 5 votes cast, and of those for and against two thirds on one side; at least 2 of them from each role.
                        - Now: at least 7 votes cast, and of those for and against two thirds on one side; at least 2 of them from each role.
                """)
    }

    @Test func `rules that came, went or say something else`() throws {
        let changed = try Self.changes {
            $0.replacing("  no-insults:", with: "  kind-words:").replacing(
                "post.title, optional", with: "post.photo, optional"
            )
            .replacing("ja: 侮辱は禁止です。", with: "ja: 侮辱しないでください。")
        }
        #expect(
            changed == """
                ## What changed since 1.2.0

                ### Posting

                `garden.posting`

                - **Added**: `kind-words` No insults.
                - **Changed**: `complete`
                    - The condition was changed.
                - **Removed**: `no-insults` No insults.
                """)
    }

    @Test func `a message that changed in one language alone is told in that language`() throws {
        let edit: (String) -> String = { $0.replacing("ja: 侮辱は禁止です。", with: "ja: 侮辱しないでください。") }
        #expect(try Self.changes(edit).hasSuffix("Nothing has changed."))
        let japanese = try Self.changes(edit, language: "ja")
        #expect(japanese.contains("- **変更**: `no-insults` 侮辱しないでください。\n    - 内容\n"))
        #expect(japanese.contains("        - 変更前: 侮辱は禁止です。\n        - 変更後: 侮辱しないでください。"))
    }

    @Test func `the time in force, and policies that came and went`() throws {
        let old = try Garden.policies()
        let renamed = try Garden.policies { $0.replacing("garden.posting", with: "garden.boards") }
        let text = RuleBook([renamed], since: [old]).markdown(in: "de")
        #expect(
            text.contains(
                "## Änderungen\n\n### Beiträge\n\n`garden.boards` Neu.\n\n### Beiträge\n\n`garden.posting` Nicht mehr im Regelwerk.\n"
            ))
        let changed = try Self.changes { $0.replacing(", until: 2026-01-01T00:00:30Z", with: "") }
        #expect(changed.contains("        - Now: from 1 March 2025, 00:00 (UTC+09:00)"))
        #expect(
            changed.contains(
                "        - Before: from 1 March 2025, 00:00 (UTC+09:00) until 1 January 2026, 00:00:30 (UTC)"))
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        var text = self
        while text.hasSuffix(suffix) { text.removeLast(suffix.count) }
        return text
    }
}
