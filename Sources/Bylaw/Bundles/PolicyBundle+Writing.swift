import BylawJSON
import Foundation

extension PolicyBundle {
    /// The bundle as a file: JSON in UTF-8 on one line, the same bytes for the same policies and signatures.
    public var bytes: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("bylaw-bundle", 1)
            json.member("digest", digest)
            let files = files.contents.sorted { $0.key < $1.key }
            json.list("files", files) { json, file in
                json.member("path", file.key.description)
                json.member("text", String(decoding: file.value, as: UTF8.self))
            }
            json.list("signatures", signatures) { json, signature in
                json.member("key", signature.key)
                json.member("ed25519", Data(signature.bytes).base64EncodedString())
            }
        }
        json.lineBreak()
        return json.bytes
    }

    /// Makes sure that the bundle can be read again.
    func checkContents() throws(ReadError) {
        for (path, bytes) in files.contents {
            do {
                _ = try Self.path(path.description)
            } catch {
                throw ReadError(
                    "not-bundled", "the file `\(path)` cannot be in a bundle",
                    help: "use no backslashes and no control characters in names of files and folders")
            }
            guard String(validating: bytes, as: UTF8.self) != nil else {
                throw ReadError("not-bundled", "the file `\(path)` is not in UTF-8")
            }
        }
        guard self.bytes.count <= Self.maximumBytes else {
            throw ReadError("not-bundled", "the bundle would have more than \(Self.maximumBytes) bytes")
        }
    }
}
