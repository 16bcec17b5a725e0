import Bylaw
import Foundation

/// Plants real names in real posts, disguised, and counts those that a mask lets through. What must be hidden is known from
/// where it was planted. Each disguise is tried again with the fold that undoes it switched off.
struct LeakMeasure {
    private static let planted = 1000
    private static let folds = [
        "case", "width", "kana", "confusables", "marks", "invisible", "separators", "repeats", "entities",
    ]

    let data: MeasuredData

    func run() throws {
        let all = try data.companies()
        let step = max(1, all.count / Self.planted)
        let names = stride(from: 0, to: all.count, by: step).prefix(Self.planted).map { all[$0] }
        let posts = try data.posts()
        print("\(names.count) names planted in posts of four languages: leaks, and leaks without the fold")
        for disguise in Disguise.all {
            let with = try leaks(disguise, Self.folds, names, posts)
            guard let fold = disguise.fold else {
                print("  \(disguise.name): \(with)")
                continue
            }
            let without = try leaks(disguise, Self.folds.filter { $0 != fold }, names, posts)
            print("  \(disguise.name): \(with), without `\(fold)` \(without)")
        }
    }

    private func leaks(_ disguise: Disguise, _ folds: [String], _ names: [String], _ posts: [String]) throws -> Int {
        let policy = """
            bylaw: 1
            policy: benchmark.leaks
            version: 1.0.0
            judges: { action: { read: Read }, resource: { post: Post } }
            types: { Read: {}, Post: { text: text, participants: [string] } }
            otherwise: allow
            lexicons: { names: { file: names.txt, fold: [\(folds.joined(separator: ", "))] } }
            masks: { m: { find: { lexicon: names }, rewrite: [post.text], replace: { redact: true } } }

            """
        let evaluator = Evaluator(
            try PolicySet(texts: ["p.yaml": policy, "names.txt": names.joined(separator: "\n") + "\n"]))
        let judge = TextJudge(evaluator: evaluator)
        var leaks = 0
        for (index, name) in names.enumerated() {
            let post = posts[index % posts.count]
            let disguised = disguise.apply(name)
            let before = String(post.prefix(post.count / 2)) + " "
            let text = before + disguised + " " + post.dropFirst(post.count / 2)
            let place = before.utf8.count..<before.utf8.count + disguised.utf8.count
            guard let field = judge.decision(text)?.texts.first else { continue }
            let isHidden = field.spans.contains { $0.utf8.contains(place) }
            if !isHidden || field.masked == nil || !Self.isUntouched(text, field) { leaks += 1 }
        }
        return leaks
    }

    /// Whether all that lies outside the spans still stands there, in its order.
    private static func isUntouched(_ text: String, _ field: Decision.MaskedField) -> Bool {
        var rest = Array((field.masked ?? "").utf8)[...]
        let bytes = Array(text.utf8)
        var start = 0
        for span in field.spans {
            let outside = bytes[start..<span.utf8.lowerBound]
            guard rest.starts(with: outside) else { return false }
            rest = rest.dropFirst(outside.count)
            // One block of three bytes for each character.
            let hidden = String(decoding: bytes[span.utf8], as: UTF8.self).count * 3
            rest = rest.dropFirst(hidden)
            start = span.utf8.upperBound
        }
        return rest.elementsEqual(bytes[start...])
    }
}

/// A way to write a name so that a search misses it.
struct Disguise: Sendable {
    let name: String
    /// The fold that undoes it.
    let fold: String?
    let apply: @Sendable (String) -> String

    static let all = [
        Disguise(name: "none", fold: nil) { $0 },
        Disguise(name: "case", fold: "case") { text in
            text.enumerated().map { $0.offset % 2 == 0 ? $0.element.uppercased() : $0.element.lowercased() }.joined()
        },
        Disguise(name: "width", fold: "width") { text in
            let wide = text.applyingTransform(.fullwidthToHalfwidth, reverse: true) ?? text
            return wide == text ? text.applyingTransform(.fullwidthToHalfwidth, reverse: false) ?? text : wide
        },
        Disguise(name: "kana", fold: "kana") { text in
            String(
                String.UnicodeScalarView(
                    text.unicodeScalars.map {
                        (0x30A1...0x30F6).contains($0.value) ? Unicode.Scalar($0.value - 0x60) ?? $0 : $0
                    }))
        },
        Disguise(name: "zero-width", fold: "invisible") { between($0, "\u{200B}") },
        Disguise(name: "soft hyphen", fold: "invisible") { between($0, "\u{AD}") },
        Disguise(name: "confusable letters", fold: "confusables") { text in
            text.map { lookalikes[$0] ?? String($0) }.joined()
        },
        Disguise(name: "spacing", fold: "separators") { between($0, " ") },
        Disguise(name: "emoji between", fold: "separators") { between($0, "🙂") },
        Disguise(name: "line break", fold: "separators") { $0.prefix(1) + "\n" + $0.dropFirst() },
        Disguise(name: "combining marks", fold: "marks") { between($0, "\u{336}") },
        Disguise(name: "repeated letters", fold: "repeats") { text in
            text.map { $0.isLetter ? String(repeating: String($0), count: 3) : String($0) }.joined()
        },
        Disguise(name: "HTML entities", fold: "entities") { text in
            text.unicodeScalars.map { "&#\($0.value);" }.joined()
        },
    ]

    private static let lookalikes: [Character: String] = [
        "a": "а", "o": "ο", "e": "е", "c": "с", "A": "А", "B": "В", "カ": "力", "タ": "夕", "ロ": "口", "ー": "一", "i": "і",
        "p": "р",
    ]

    private static func between(_ text: String, _ separator: String) -> String {
        text.map(String.init).joined(separator: separator)
    }
}
