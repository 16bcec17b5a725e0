/// cel-go's `encoders` library.
enum EncoderFunctions {
    static let all = [encode, decode]

    static let encode = Function(
        "base64.encode", "Bytes as base 64, padded.",
        [
            .unary("base64_encode_bytes", .bytes, .string) {
                guard case .bytes(let bytes) = $0 else { return .noSuchOverload("base64.encode", $0) }
                guard bytes.count <= ValueLimits.byteCount / 4 * 3 else { return .error(ValueLimits.tooLong) }
                return .string(StringValue(wellFormed: bytes.withBytes(Base64.encode)))
            }
        ])

    static let decode = Function(
        "base64.decode", "The bytes that base 64 stands for; the padding may be left out.",
        [
            .unary("base64_decode_string", .string, .bytes) {
                guard case .string(let text) = $0 else { return .noSuchOverload("base64.decode", $0) }
                guard let bytes = text.withUTF8(Base64.decode) else {
                    return .failure(.invalidArgument, "the text is not base 64")
                }
                return .bytes(BytesValue(bytes))
            }
        ])
}
