import Bylaw
package import BylawJSON
import BylawSource

extension SourceReport {
    /// Writes the members of the report's JSON object.
    package func write(to json: inout JSONWriter) {
        json.key("sources")
        json.beginArray()
        for text in texts { text.write(to: &json) }
        json.endArray()
        json.key("diagnostics")
        json.value(diagnostics)
    }
}

extension SourceText {
    fileprivate func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("source")
        json.value(document.id.value)
        json.key("file")
        json.value(document.file.value)
        for fate in [Fate.quoted, .omitted, .unaccounted] {
            json.key(fate.rawValue)
            json.value(count(fate))
        }
        json.key("sentences")
        json.beginArray()
        for sentence in sentences {
            json.beginObject()
            json.key("text")
            json.value(sentence.text)
            json.key("line")
            json.value(sentence.line)
            json.key("fate")
            json.value(sentence.fate.rawValue)
            json.key("rules")
            json.beginArray()
            for quote in sentence.quotes {
                json.beginObject()
                json.key("rule")
                json.value(quote.rule)
                json.key("reading")
                json.value(quote.reading.rawValue)
                json.key("at")
                json.value(quote.location.description)
                json.endObject()
            }
            json.endArray()
            json.key("reasons")
            json.beginArray()
            for omission in sentence.omissions {
                json.beginObject()
                for text in omission.reason.texts {
                    json.key(text.name.value)
                    json.value(text.value.literalText)
                }
                json.endObject()
            }
            json.endArray()
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }
}
