import BylawSource
public import Foundation

/// A set of policies with everything that they use, packed into one file: it is what it was when it was packed, or it is
/// refused.
///
/// The file is JSON, and the same set gives the same bytes on every machine:
///
/// ```json
/// {"bylaw-bundle":1,"digest":"sha256:…","files":[{"path":"sharing.yaml","text":"…"}],
///  "signatures":[{"key":"sha256:…","ed25519":"…"}]}
/// ```
///
/// Its digest is that of the set that it was packed from (``PolicySet/digest``), and what is signed is the digest. A
/// bundle is accepted wherever a folder of policies is.
public struct PolicyBundle: Sendable {
    /// The digest of the policies: ``PolicySet/digest``.
    public let digest: String
    /// Who signed it, in the order of their keys' ids. That a signature is there does not say that it is right: see
    /// ``verify(signedBy:)``.
    public private(set) var signatures: [Signature]
    package let files: PolicyFiles

    /// What a key's holder says of the policies: that they are these.
    public struct Signature: Sendable, Hashable {
        /// The id of the key: ``VerifyingKey/id``.
        public let key: String
        /// The signature by Ed25519, 64 bytes.
        public let bytes: [UInt8]
    }

    /// Packs a policy file, or every policy in a folder and the folders in it, with what they use. A bundle keeps its
    /// signatures, so that several people can sign it one after the other.
    ///
    /// - Throws: One error with every problem. Only what loads is packed.
    public init(packing url: URL) throws(PolicyErrors) {
        do {
            if let bundle = try Self.bundle(at: url) {
                self = bundle
            } else {
                let problems = Problems()
                let loader = PolicyLoader(try DiskFolder(url), problems: problems)
                let set = try PolicySet(loader.load(), from: loader, problems: problems)
                self.init(files: loader.files, digest: set.digest, signatures: [])
                try checkContents()
            }
        } catch {
            throw PolicyErrors(error, otherwise: .unreadablePolicies)
        }
        // What cannot be read again is better not written.
        _ = try PolicySet(self)
    }

    init(files: PolicyFiles, digest: String, signatures: [Signature]) {
        self.files = files
        self.digest = digest
        self.signatures = signatures
    }

    /// The paths of the files, in the order of their bytes.
    public var paths: [String] { files.contents.keys.sorted().map(\.description) }

    /// Adds the signature of a key's holder, in place of an earlier one by the same key.
    ///
    /// On Apple's systems signatures of the same bundle differ from time to time, and every one of them is right.
    ///
    /// - Throws: What the system's cryptography refuses.
    public mutating func sign(with key: SigningKey) throws {
        let id = key.verifyingKey.id
        signatures.removeAll { $0.key == id }
        signatures.append(.init(key: id, bytes: try key.signature(of: statement)))
        signatures.sort(by: Self.precedes)
    }

    /// The order of signatures in a bundle: by the bytes of their keys' ids.
    static func precedes(_ a: Signature, _ b: Signature) -> Bool {
        a.key.utf8.lexicographicallyPrecedes(b.key.utf8)
    }

    /// Makes sure that the holder of one of the keys signed the bundle.
    ///
    /// - Returns: The first of the keys by which it is signed.
    /// - Throws: Why nobody whom the keys tell of vouches for it.
    @discardableResult
    public func verify(signedBy keys: [VerifyingKey]) throws(PolicyErrors) -> VerifyingKey {
        var isForged = false
        for key in keys {
            guard let signature = signatures.first(where: { $0.key == key.id }) else { continue }
            if key.isSignature(signature.bytes, of: statement) { return key }
            isForged = true
        }
        throw PolicyErrors(
            isForged
                ? ReadError("wrong-signature", "the signature does not fit the bundle")
                : signatures.isEmpty
                    ? ReadError("not-signed", "the bundle is not signed", help: Self.howToSign)
                    : ReadError("not-signed", "the bundle is not signed by a key that is asked for"))
    }

    static let howToSign = "sign it: `bylaw bundle DIR --key PRIVATE.pem --output FILE`"

    /// What is signed: nothing else that a key may be used for begins so.
    private var statement: [UInt8] { Array("bylaw bundle 1\n".utf8) + Array(digest.utf8) }
}

extension PolicySet {
    /// The policies of a bundle.
    ///
    /// - Throws: One error with every problem of every file, as where they are loaded from a folder.
    public init(_ bundle: PolicyBundle) throws(PolicyErrors) {
        try self.init(MemoryFolder(bundle.files))
    }
}
