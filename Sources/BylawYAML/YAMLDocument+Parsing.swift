package import BylawSource

extension YAMLDocument {
    /// Reads the one document in a file: bytes are checked (``Encoding``), libyaml finds events (``EventReader``), and a tree is
    /// built of them (``TreeBuilder``) in which each scalar knows the way back to its bytes (``ScalarMap``).
    ///
    /// The document is absent where nothing can be made of the file, and present together with problems where reading could go
    /// on: of equal keys the first is kept, a tag is passed over, an alias of nothing is null. Whoever uses a document with errors
    /// among its problems does so only to find more of them. O(n) in the file's bytes, and bounded by `limits`.
    package static func parse(
        _ file: SourceFile, limits: YAMLLimits = .default
    ) -> (document: YAMLDocument?, problems: [Diagnostic]) {
        guard file.bytes.count <= limits.bytes else {
            let place = SourceLocation(file, SourceRange(limits.bytes, limits.bytes))
            return (nil, [.tooManyBytes(file.bytes.count, limit: limits.bytes, at: place)])
        }
        return file.bytes.withUnsafeBufferPointer { bytes in
            if let problem = Encoding.problem(in: bytes, of: file) { return (nil, [problem]) }
            // libyaml does not take a null pointer, which an empty buffer may have.
            if bytes.isEmpty { return (nil, [.emptyDocument(at: SourceLocation(file, SourceRange(0, 0)))]) }
            var builder = TreeBuilder(file, bytes: bytes, limits: limits)
            if let stop = read(bytes, into: &builder) { return (nil, builder.problems + [stop]) }
            return (builder.root.map { YAMLDocument(file: file, root: $0) }, builder.problems)
        }
    }

    /// Feeds a builder until the document ends; gives what kept it from ending.
    private static func read(_ bytes: UnsafeBufferPointer<UInt8>, into builder: inout TreeBuilder) -> Diagnostic? {
        do throws(SyntaxError) {
            var reader = try EventReader(bytes, start: Encoding.markLength(of: bytes))
            while true {
                let event = try reader.next()
                do throws(TreeBuilder.Stop) {
                    guard try builder.take(event) else { return nil }
                } catch {
                    return error.problem
                }
            }
        } catch {
            return SyntaxWording(
                error: error, lastScalar: builder.lastScalar, file: builder.file, bytes: bytes
            ).diagnostic
        }
    }
}
