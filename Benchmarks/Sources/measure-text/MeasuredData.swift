import Bylaw
import Foundation

/// The files that are measured on, and the policies that are measured.
struct MeasuredData {
    /// A text with the places that must be hidden, in Unicode scalars.
    struct Labelled {
        struct Span {
            let place: Range<Int>
            let kind: String
        }

        let text: String
        let spans: [Span]
        let participants: [String]
        /// Places that name something else.
        let others: [Span]
    }

    private let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private let folder: URL

    init() {
        let given = ProcessInfo.processInfo.environment["BYLAW_DATA"]
        folder = given.map { URL(filePath: $0) } ?? package.appending(path: "../../shared/data").standardizedFileURL
    }

    func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    /// A policy of this package.
    func policy(_ name: String) throws -> String {
        try String(contentsOf: package.appending(path: "Policies/\(name)"), encoding: .utf8)
    }

    func labelled(_ name: String) throws -> [Labelled] {
        try objects(name).map { object in
            Labelled(
                text: object["text"] as? String ?? "", spans: Self.spans(object["spans"]),
                participants: object["participants"] as? [String] ?? [], others: Self.spans(object["other"]))
        }
    }

    /// The posts of four languages, some of each in turn.
    func posts() throws -> [String] {
        let languages = try ["ja", "en", "zh", "de"].map { language in
            try objects("posts/\(language).jsonl").compactMap { $0["text"] as? String }
        }
        let count = languages.map(\.count).min() ?? 0
        return (0..<count).flatMap { index in languages.map { $0[index] } }
    }

    /// The names in `companies.tsv`, without their aliases.
    func companies() throws -> [String] {
        try text("companies.tsv").split(separator: "\n").dropFirst().compactMap {
            $0.split(separator: "\t", omittingEmptySubsequences: false).first.map(String.init)
        }
    }

    private func objects(_ name: String) throws -> [[String: Any]] {
        try text(name).split(separator: "\n").compactMap {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
    }

    private static func spans(_ value: Any?) -> [Labelled.Span] {
        (value as? [[Any]] ?? []).compactMap { span in
            guard span.count == 3, let start = span[0] as? Int, let end = span[1] as? Int, start < end else {
                return nil
            }
            return .init(place: start..<end, kind: span[2] as? String ?? "")
        }
    }
}

/// One text judged by one evaluator.
struct TextJudge {
    let evaluator: Evaluator
    private let time = Timestamp("2024-09-01T10:00:00+09:00")

    func decision(_ text: String, participants: [String] = []) -> Decision? {
        time.map { time in
            let request = Request(
                id: "r", time: time, actor: Entity(type: "member", id: "reader", []), action: Action(name: "read", []),
                resource: Entity(
                    type: "post", id: "p",
                    ["text": .string(text), "participants": .list(participants.map(AttributeValue.string))]))
            return evaluator.judge(request, standing: .none)
        }
    }

    /// The masked places, in scalars.
    func places(_ text: String, participants: [String] = []) -> [Range<Int>] {
        decision(text, participants: participants)?.texts.first?.spans.map(\.scalars) ?? []
    }
}
