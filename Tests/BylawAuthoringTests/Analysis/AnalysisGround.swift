import BylawAuthoring
import BylawSource

/// A community garden's policies, with one thing to look at put in, and what analysis makes of them.
enum AnalysisGround {
    /// What a policy has beside one rule or mask; sections are left out with an empty text.
    struct Sections {
        var rules = "    early: { when: action.hour < 6, then: deny, says: Too early. }"
        var lets = ""
        var masks = ""
        var tallies = ""
        var softens = ""
        var others = ""
        var id = "garden.posts"
    }

    static func policy(_ change: (inout Sections) -> Void) -> String {
        var sections = Sections()
        change(&sections)
        func section(_ name: String, _ text: String) -> String { text.isEmpty ? "" : "\(name):\n\(text)\n" }
        return """
            bylaw: 1
            policy: \(sections.id)
            version: 1.0.0
            languages: [en]
            judges:
              actor: { member: { roles: [string], joined: timestamp } }
              action: { post: Post, edit: Post }
              resource: { board: { topic: tools | seeds | chat, owner: optional string, tags: [string] } }
              context: { urgent: bool }
            otherwise: allow
            types:
              Post: { text: text, note: text, hour: int, weight: double, age: duration }

            """
                + section("let", sections.lets) + section("rules", sections.rules) + section("masks", sections.masks)
                + section("tallies", sections.tallies) + section("softens", sections.softens) + sections.others
    }

    /// What is found in one policy: each code with the text that is underlined, in the order of places.
    static func findings(_ change: (inout Sections) -> Void) throws -> [Diagnostic] {
        try PolicyAnalysis(texts: ["garden.yaml": policy(change)]).findings
    }

    /// The same of one rule that denies under a condition, as it would be written behind `when:`.
    static func findings(when condition: String, more: String = "") throws -> [Diagnostic] {
        try findings { sections in
            sections.rules = "    rule:\n      when: \(condition)\n      then: deny\n      on: [post]\n\(more)"
        }
    }
}

extension Diagnostic {
    /// The code and what is underlined.
    var brief: String {
        "\(code): \(location.map { $0.file.text(in: $0.range) } ?? "")"
    }
}
