import BylawJSON
import BylawSource

/// What must hold of problems, whatever they are about: they point into their files and can be shown, and showing them
/// gives a terminal nothing but characters to print.
func requireHarmless(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
        require(!diagnostic.code.isEmpty && !diagnostic.message.isEmpty, "a problem says what is wrong")
        for location in diagnostic.labels.map(\.location) + [diagnostic.location].compactMap(\.self) {
            require(
                location.range.start >= 0 && location.range.end <= location.file.bytes.count,
                "\(diagnostic.code) at \(location.range) lies outside of \(location.file.bytes.count) bytes")
        }
    }
    for scalar in TextRenderer(maximum: 20).render(diagnostics).unicodeScalars {
        require(scalar == "\n" || HarmlessText.isHarmless(scalar), "U+\(String(scalar.value, radix: 16)) is shown raw")
    }
    let json = JSONRenderer().render(diagnostics)
    require((try? JSONValue.parse(json)) != nil, "the problems as JSON are no JSON")
}

extension HarmlessText {
    /// Held against its own list of what is not: the sets of Unicode that steer a terminal or the writing direction.
    fileprivate static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: false
        default: !scalar.properties.isBidiControl
        }
    }
}
