import BylawJSON
import BylawSource

extension ExpressionTrial {
    /// Reads a line of a stream: `{"expr":"x + 1","bindings":{"x":1}}`. `container`, `disable_check` and
    /// `disable_macros` mean what they do in CEL's conformance files; what else stands there is passed over.
    init(line: [UInt8], in notation: ExpressionNotation) throws(LineError) {
        let file = SourceFile(name: "", bytes: line)
        func fail(_ code: String, _ message: String, _ range: SourceRange) -> LineError {
            LineError(Diagnostic(code, message, at: SourceLocation(file, range)), status: .unusable)
        }
        let json: JSONValue
        do {
            json = try JSONValue.parse(line)
        } catch {
            throw LineError(error.diagnostic(in: file), status: .unusable)
        }
        guard let text = json["expr"]?.string else {
            throw fail("missing-member", "the line has no `expr`", SourceRange(json.range.start, json.range.start))
        }
        self.init(text: text)
        if let bindings = json["bindings"] {
            do {
                self.bindings = try Bindings(bindings, in: notation)
            } catch {
                throw LineError(error.diagnostic(in: file), status: .unusable)
            }
        }
        isChecked = json["disable_check"]?.bool != true
        expandsMacros = json["disable_macros"]?.bool != true
        container = json["container"]?.string ?? ""
    }
}
