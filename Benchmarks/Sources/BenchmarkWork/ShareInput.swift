import Bylaw
import Foundation

/// One input of the comparison, as the other engines get it.
public struct ShareInput: Decodable {
    struct Actor: Decodable {
        let id: String
        let roles: [String]
        let strikes: Int
    }

    struct Author: Decodable { let id, company: String }
    struct Circle: Decodable { let visibility: String }
    struct Consent: Decodable { let destination, grantedBy: String }

    struct Post: Decodable {
        let id: String
        let circle: Circle
        let author: Author
        let consents: [Consent]
    }

    struct Share: Decodable {
        let destination, text: String
        let label: String?
    }

    let actor: Actor
    let post: Post
    let share: Share

    static let hedges = [
        "らしい", "と聞いた", "噂", "かもしれない", "と思われる", "たぶん", "未確認", "みたいだ", "という話", "可能性がある",
    ]

    /// The seven rules reckoned without any engine.
    func expected(_ row: ShareWork.Search) -> Outcome {
        let names = [post.author.company, post.author.id]
        let isDenied =
            post.circle.visibility == "private" || names.contains { shows($0, asWord: row == .folded) }
            || share.label == "fact" && Self.hedges.contains { shows($0, asWord: false) }
            || !actor.roles.contains("ambassador") || actor.strikes >= 3
        if isDenied { return .deny }
        let hasConsent = post.consents.contains {
            $0.destination == share.destination && $0.grantedBy == post.author.id
        }
        return hasConsent && (share.label == "fact" || share.label == "rumor") ? .allow : .hold
    }

    /// Whether the text shared contains these bytes; as a word, where no letter or digit touches them that is ASCII, as
    /// all in these texts is that bounds words.
    private func shows(_ needle: String, asWord: Bool) -> Bool {
        let text = Array(share.text.utf8)
        let needle = Array(needle.utf8)
        func isLetter(_ index: Int) -> Bool {
            guard text.indices.contains(index) else { return false }
            let byte = text[index]
            return (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
        }
        guard text.count >= needle.count else { return false }
        return (0...text.count - needle.count).contains { start in
            let end = start + needle.count
            guard text[start..<end].elementsEqual(needle) else { return false }
            let touches = isLetter(start) && isLetter(start - 1) || isLetter(end - 1) && isLetter(end)
            return !asWord || !touches
        }
    }

    /// The same as a request of Bylaw's.
    var request: Request? {
        guard let time = Timestamp("2024-09-01T10:00:00+09:00") else { return nil }
        let consents = post.consents.map { consent -> AttributeValue in
            ["destination": .string(consent.destination), "grantedBy": .string(consent.grantedBy)]
        }
        let author: AttributeValue = ["id": .string(post.author.id), "company": .string(post.author.company)]
        return Request(
            id: post.id, time: time,
            actor: Entity(
                type: "member", id: actor.id,
                ["roles": .list(actor.roles.map(AttributeValue.string)), "strikes": .int(Int64(actor.strikes))]),
            action: Action(
                name: "share",
                [
                    "destination": .string(share.destination), "text": .string(share.text),
                    "label": share.label.map(AttributeValue.string) ?? .null,
                ]),
            resource: Entity(
                type: "post", id: post.id,
                [
                    "circle": ["visibility": .string(post.circle.visibility)], "author": author,
                    "consents": .list(consents),
                ]))
    }

    /// The same as the JSON text of a request.
    var json: [UInt8] {
        get throws {
            let consents = post.consents.map { ["destination": $0.destination, "grantedBy": $0.grantedBy] }
            let request: [String: Any] = [
                "id": post.id, "time": "2024-09-01T10:00:00+09:00",
                "actor": ["type": "member", "id": actor.id, "roles": actor.roles, "strikes": actor.strikes],
                "action": [
                    "name": "share", "destination": share.destination, "text": share.text,
                    "label": share.label ?? NSNull() as Any,
                ],
                "resource": [
                    "type": "post", "id": post.id, "circle": ["visibility": post.circle.visibility],
                    "author": ["id": post.author.id, "company": post.author.company], "consents": consents,
                ],
            ]
            return Array(try JSONSerialization.data(withJSONObject: request, options: [.sortedKeys]))
        }
    }

    /// Reads one input from each line of a file.
    public static func read(_ file: String) throws -> [ShareInput] {
        let decoder = JSONDecoder()
        return try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map {
            try decoder.decode(ShareInput.self, from: Data($0.utf8))
        }
    }
}
