import Foundation

/// A key in PEM: its label and what stands between the lines.
///
/// Ed25519 keys have one form, a few bytes that are always the same and then the key, so that nothing of ASN.1 needs to
/// be understood.
struct KeyText {
    /// `PRIVATE KEY`.
    let label: String
    private let content: [UInt8]

    private static let maximumBytes = 1 << 16

    /// The first key in a text. Lines around it are passed over, as OpenSSL does.
    init(_ pem: [UInt8]) throws(ReadError) {
        guard pem.count <= Self.maximumBytes else { throw .noKey }
        let lines = pem.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") })
            .map { String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespaces) }
        guard let start = lines.firstIndex(where: { $0.hasPrefix("-----BEGIN ") && $0.hasSuffix("-----") }) else {
            throw .noKey
        }
        label = String(lines[start].dropFirst("-----BEGIN ".count).dropLast("-----".count))
        let end = "-----END \(label)-----"
        guard let stop = lines[start...].firstIndex(where: { $0.isSameUTF8(as: end) }),
            let data = Data(base64Encoded: lines[(start + 1)..<stop].joined())
        else { throw .noKey }
        content = Array(data)
    }

    /// The 32 bytes of the key behind what every key of its kind begins with.
    func key(labelled label: String, after prefix: [UInt8]) throws(ReadError) -> [UInt8] {
        guard self.label.isSameUTF8(as: label), content.starts(with: prefix), content.count == prefix.count + 32 else {
            throw .noKey
        }
        return Array(content[prefix.count...])
    }
}

extension ReadError {
    static let noKey = ReadError(
        "not-a-key", "this is no Ed25519 key in PEM",
        help: "`openssl genpkey -algorithm ed25519 -out PRIVATE.pem` makes a private key")
}
