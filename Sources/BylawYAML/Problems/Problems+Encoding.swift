import BylawSource

/// The wording of what keeps bytes from being text.
extension Diagnostic {
    static func notUTF8(_ encoding: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            "not-utf-8", "the file is \(encoding), not UTF-8", at: location, help: "save the file as UTF-8")
    }

    static func badByte(_ byte: UInt8, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            "not-utf-8", "the byte 0x\(hexadecimal(UInt32(byte), 2)) is not valid UTF-8 here", at: location,
            help: "save the file as UTF-8")
    }

    static func controlCharacter(_ scalar: Unicode.Scalar, at location: SourceLocation) -> Diagnostic {
        let name = "U+\(hexadecimal(scalar.value, 4))"
        return Diagnostic(
            "control-character", "the control character \(name) is not allowed in YAML", at: location,
            help: scalar.value == 0
                ? "is this a text file?" : "remove it, or write \(escape(scalar)) in double quotes")
    }

    static func lineSeparator(_ scalar: Unicode.Scalar, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            "line-separator",
            "the character U+\(hexadecimal(scalar.value, 4)) ends a line for some readers of YAML and not for others",
            at: location, help: "remove it, or write \(escape(scalar)) in double quotes")
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        "`\\u\(hexadecimal(scalar.value, 4))`"
    }

    private static func hexadecimal(_ value: UInt32, _ width: Int) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
