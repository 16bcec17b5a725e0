package import BylawSource

/// Renders diagnostics as JSON, for programs: an array of objects in order of file and place, each diagnostic once.
///
/// ```json
/// [{ "code": "unknown-field", "severity": "error", "message": "…",
///    "file": "spam.yaml", "start": { "line": 14, "column": 16, "offset": 310 }, "end": { … },
///    "labels": [{ "text": "…", "file": "…", "start": { … }, "end": { … } }], "notes": ["…"], "help": null }]
/// ```
///
/// Lines and columns count from 1, columns in Unicode scalars; offsets are bytes of UTF-8 and count from 0. `file`,
/// `start` and `end` are null where there is no place. Keys always come in this order, and none is left out.
package struct JSONRenderer: Sendable {
    /// How the text is set out.
    package let layout: JSONWriter.Layout

    /// A renderer with that layout.
    package init(layout: JSONWriter.Layout = .compact) {
        self.layout = layout
    }

    /// The diagnostics as a JSON text.
    package func render(_ diagnostics: [Diagnostic]) -> String {
        var writer = JSONWriter(layout: layout)
        writer.value(diagnostics)
        return writer.text
    }
}

extension JSONWriter {
    /// Writes diagnostics as ``JSONRenderer`` says, as one value in a larger text.
    package mutating func value(_ diagnostics: [Diagnostic]) {
        beginArray()
        for diagnostic in diagnostics.sortedAndDistinct() { value(diagnostic) }
        endArray()
    }

    private mutating func value(_ diagnostic: Diagnostic) {
        beginObject()
        key("code")
        value(diagnostic.code)
        key("severity")
        value(diagnostic.severity.rawValue)
        key("message")
        value(diagnostic.message)
        members(of: diagnostic.location)
        key("labels")
        beginArray()
        for label in diagnostic.labels {
            beginObject()
            key("text")
            value(label.text)
            members(of: label.location)
            endObject()
        }
        endArray()
        key("notes")
        beginArray()
        for note in diagnostic.notes { value(note) }
        endArray()
        key("help")
        if let help = diagnostic.help { value(help) } else { null() }
        endObject()
    }

    private mutating func members(of location: SourceLocation?) {
        key("file")
        if let location { value(location.file.name) } else { null() }
        key("start")
        position(location?.range.start, in: location?.file)
        key("end")
        position(location?.range.end, in: location?.file)
    }

    private mutating func position(_ offset: Int?, in file: SourceFile?) {
        guard let offset, let file else { return null() }
        let position = file.position(at: offset)
        beginObject()
        key("line")
        value(position.line)
        key("column")
        value(position.column)
        key("offset")
        value(offset)
        endObject()
    }
}
