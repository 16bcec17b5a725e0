import Bylaw

/// How well a policy hides companies: by the list of names, by its patterns, and by both.
struct CompanyMeasure {
    let data: MeasuredData

    func run() throws {
        let texts = try data.labelled("masking/company.ja.jsonl")
        let files = [
            "companies.yaml": try data.policy("companies.yaml"), "companies.tsv": try data.text("companies.tsv"),
        ]
        let parts = [
            ("the list of names alone", "listed"), ("the patterns alone", "shaped"), ("both", "listed, shaped"),
        ]
        for (title, lexicons) in parts {
            var policy = files
            policy["company.yaml"] = try data.policy("company.yaml").replacing(
                "[listed, shaped]", with: "[\(lexicons)]")
            let judge = TextJudge(evaluator: Evaluator(try PolicySet(texts: policy)))
            var score = SpanScore()
            var missed = Tally()
            var wrong = Tally()
            for text in texts {
                let labels = text.spans.map(\.place)
                let places = judge.places(text.text)
                score.add(labels, places)
                for label in labels where !places.contains(where: { $0.contains(label) }) {
                    missed.add(
                        Self.kind(text.text.scalars(label), isPartly: places.contains { $0.overlaps(label) }),
                        text.text.scalars(label))
                }
                for place in places where !labels.contains(where: place.overlaps) {
                    let other = text.others.first { $0.place.overlaps(place) }?.kind ?? "no name"
                    wrong.add(other, text.text.scalars(place))
                }
            }
            score.show("companies in masking/company.ja.jsonl by \(title)")
            guard title == "both" else { continue }
            missed.show("missed, by kind")
            wrong.show("masked wrongly, by what it is")
        }
    }

    /// What a name looks like.
    private static func kind(_ name: String, isPartly: Bool) -> String {
        if isPartly { return "hidden in part" }
        let scalars = name.unicodeScalars
        if scalars.allSatisfy(\.isASCII) { return "Latin letters" }
        if scalars.allSatisfy({ (0x30A0...0x30FF).contains($0.value) }) { return "katakana" }
        if scalars.allSatisfy(\.properties.isIdeographic) { return "kanji" }
        return "mixed"
    }
}
