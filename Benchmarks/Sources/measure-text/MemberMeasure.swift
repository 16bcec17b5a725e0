import Bylaw

/// How well a policy hides those who take part in a thread.
struct MemberMeasure {
    let data: MeasuredData

    func run() throws {
        let judge = TextJudge(
            evaluator: Evaluator(try PolicySet(texts: ["member.yaml": try data.policy("member.yaml")])))
        var score = SpanScore()
        var missed = Tally()
        var wrong = Tally()
        for text in try data.labelled("masking/user.ja.jsonl") {
            let labels = text.spans.map(\.place)
            let places = judge.places(text.text, participants: text.participants)
            score.add(labels, places)
            for span in text.spans where !places.contains(where: { $0.contains(span.place) }) {
                missed.add(span.kind, text.text)
            }
            for place in places where !labels.contains(where: place.overlaps) {
                wrong.add("no label", text.text.scalars(max(0, place.lowerBound - 4)..<place.upperBound + 4))
            }
        }
        score.show("members in masking/user.ja.jsonl by the thread's participants")
        missed.show("missed, by kind")
        wrong.show("masked without a label", examples: 20)
    }
}
