import Bylaw
import BylawSource

extension SourceReport {
    /// The report for people: each text with its sentences by line, and below each the rules that quote it, with their
    /// places, or why it is left out.
    public func text() -> String { texts.map { $0.report() + "\n" }.joined() }
}

extension SourceText {
    fileprivate func report() -> String {
        var lines = ["\(document.id.value): \(document.file.value)", ""]
        let width = sentences.last.map { String($0.line).count } ?? 0
        let indent = String(repeating: " ", count: width + 4)
        for sentence in sentences {
            let number = String(sentence.line)
            lines.append(
                String(repeating: " ", count: width - number.count) + number + "  " + HarmlessText.of(sentence.text))
            for quote in sentence.quotes {
                let place = "\(quote.location.file.name):\(quote.location.position.line)"
                lines.append("\(indent)\(quote.reading.rawValue): \(quote.rule)  \(HarmlessText.of(place))")
            }
            if sentence.quotes.isEmpty {
                lines += sentence.omissions.map { "\(indent)left out: \(HarmlessText.of($0.shownReason))" }
            }
            if sentence.fate == .unaccounted { lines.append("\(indent)nobody accounts for it") }
        }
        lines += ["", summary, ""]
        return lines.joined(separator: "\n")
    }

    /// `12 sentences: 9 quoted, 2 left out, 1 unaccounted for`.
    private var summary: String {
        let sentences = "\(sentences.count) \(sentences.count == 1 ? "sentence" : "sentences")"
        return "\(sentences): \(count(.quoted)) quoted, \(count(.omitted)) left out, "
            + "\(count(.unaccounted)) unaccounted for"
    }
}

extension SourceDocument.Omission {
    /// The reason in English, as the report's own words, else in its first language.
    fileprivate var shownReason: String {
        let text = reason.texts.first { $0.name.value == "en" } ?? reason.texts.first
        return text?.value.literalText ?? ""
    }
}

extension TemplateSyntax {
    /// The text with its placeholders as they were written.
    package var literalText: String {
        parts.map { part in
            switch part {
            case .literal(let text): text
            case .placeholder(let expression): "{\(expression.text)}"
            }
        }.joined()
    }
}
