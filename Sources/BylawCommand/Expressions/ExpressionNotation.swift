import ArgumentParser
import BylawCEL
import BylawJSON

/// How a value is printed.
enum ExpressionNotation: String, ExpressibleByArgument, CaseIterable {
    /// As an expression that makes the value: `5u`.
    case text
    /// As plain JSON: `5`.
    case json
    /// As JSON that says what kind of value it is: `{"uint":"5"}`.
    case tagged
}

extension JSONWriter {
    /// Writes a value in a notation, as one JSON value.
    mutating func value(_ value: Value, in notation: ExpressionNotation) {
        switch notation {
        case .text: self.value(value.literalText(limit: .max))
        case .json: self.value(plain: value)
        case .tagged: self.value(tagged: value)
        }
    }
}
