import Bylaw
package import BylawJSON
import BylawSource

extension SourceReport {
    /// Writes the members of the report's JSON object.
    package func write(to json: inout JSONWriter) {
        json.list("sources", texts) { json, text in
            json.member("source", text.document.id.value)
            json.member("file", text.document.file.value)
            for fate in [SourceText.Fate.quoted, .omitted, .unaccounted] {
                json.member(fate.rawValue, text.count(fate))
            }
            json.list("sentences", text.sentences, Self.write)
        }
        json.key("diagnostics")
        json.value(diagnostics)
    }

    private static func write(_ json: inout JSONWriter, _ sentence: SourceText.Sentence) {
        json.member("text", sentence.text)
        json.member("line", sentence.line)
        json.member("fate", sentence.fate.rawValue)
        json.list("rules", sentence.quotes) { json, quote in
            json.member("rule", quote.rule)
            json.member("reading", quote.reading.rawValue)
            json.member("at", quote.location.description)
        }
        json.list("reasons", sentence.omissions) { json, omission in
            for text in omission.reason.texts { json.member(text.name.value, text.value.literalText) }
        }
    }
}
