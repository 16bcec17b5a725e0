import BylawJSON
import BylawSource
public import Foundation

extension PolicyBundle {
    /// The most bytes that a bundle has.
    public static let maximumBytes = 64 << 20

    private static let limits = JSONLimits(depth: 4, bytes: maximumBytes, members: 20_000, values: 100_000)
    private static let beginning = Array(#"{"bylaw-bundle":"#.utf8)

    /// Reads a bundle, and makes sure that it is whole: its digest is that of its files, and every byte stands where
    /// ``bytes`` would put it, so that no two readers can take it for different things.
    ///
    /// Its signatures are read and not believed: see ``verify(signedBy:)``.
    ///
    /// - Throws: Why it is none, or not as it was packed.
    public init(bytes: [UInt8]) throws(PolicyErrors) {
        do { try self.init(reading: bytes) } catch { throw PolicyErrors(error) }
    }

    /// Reads a bundle from a file, as ``init(bytes:)`` does.
    public init(contentsOf url: URL) throws(PolicyErrors) {
        do throws(ReadError) {
            guard let bundle = try Self.bundle(at: url) else {
                // Why there is nothing to be read.
                _ = try DiskFolder(url)
                throw ReadError.noBundle("`\(DiskFolder.shown(url))` is no bundle")
            }
            self = bundle
        } catch {
            throw PolicyErrors(error)
        }
    }

    /// The bundle in a file; nil where something else stands there, or nothing.
    static func bundle(at url: URL) throws(ReadError) -> PolicyBundle? {
        let file = url.resolvingSymlinksInPath()
        guard DiskFolder.isFile(file), let handle = try? FileHandle(forReadingFrom: file) else { return nil }
        defer { try? handle.close() }
        guard let start = try? handle.read(upToCount: beginning.count), Array(start) == beginning else { return nil }
        // A byte too many tells that it is too large.
        guard let rest = try? handle.read(upToCount: maximumBytes - beginning.count + 1) else {
            throw ReadError("unreadable", "`\(DiskFolder.shown(url))` cannot be read")
        }
        return try PolicyBundle(reading: beginning + rest)
    }

    init(reading bytes: [UInt8]) throws(ReadError) {
        guard bytes.count <= Self.maximumBytes else { throw .tooLarge("the bundle", Self.maximumBytes) }
        let json: JSONValue
        do {
            json = try JSONValue.parse(bytes, limits: Self.limits)
        } catch {
            throw .noBundle("the bundle cannot be read: \(error.message)")
        }
        guard json["bylaw-bundle"]?.number?.int == 1 else {
            throw .noBundle("this is no bundle of a form that is known", help: "a bundle begins with `bylaw-bundle`: 1")
        }
        let digest = try (json["digest"]?.string).known()
        var files = PolicyFiles()
        for file in try (json["files"]?.elements).known() {
            let path = try Self.path(try (file["path"]?.string).known())
            guard files.contents[path] == nil else { throw .noBundle("the bundle holds `\(path)` twice") }
            files.insert(Array(try (file["text"]?.string).known().utf8), at: path)
        }
        let signatures = try (json["signatures"]?.elements).known().map { json throws(ReadError) in
            Signature(
                key: try (json["key"]?.string).known(),
                bytes: Array(try Data(base64Encoded: try (json["ed25519"]?.string).known()).known()))
        }
        self.init(files: files, digest: digest, signatures: signatures)
        guard files.digest.isSameUTF8(as: digest) else {
            throw ReadError("damaged-bundle", "the bundle's files are not those that its digest was made of")
        }
        let isInOrder = zip(signatures, signatures.dropFirst()).allSatisfy(Self.precedes)
        guard isInOrder, self.bytes == bytes else {
            throw ReadError("damaged-bundle", "the bundle is not written as bundles are")
        }
    }

    /// The path of a file in a bundle, which never leads out of it.
    static func path(_ text: String) throws(ReadError) -> PolicyPath {
        let path = PolicyPath(text)
        let isPlain = !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }
        guard isPlain, path.description.isSameUTF8(as: text), !path.parts.contains("..") else {
            throw .noBundle("`\(text)` is no path of a file in a bundle")
        }
        return path
    }
}

extension Optional {
    /// The value; without it there is no bundle.
    fileprivate func known() throws(ReadError) -> Wrapped {
        guard let self else { throw .noBundle("the bundle lacks some of its parts") }
        return self
    }
}

extension ReadError {
    fileprivate static func noBundle(_ message: String, help: String? = nil) -> ReadError {
        ReadError("not-a-bundle", message, help: help)
    }
}
