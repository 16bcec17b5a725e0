package import BylawSource

extension YAMLDocument {
    /// Reads the one document in a file.
    ///
    /// The document is absent where nothing can be made of the file, and present together with problems where reading could go
    /// on: of equal keys the first is kept, a tag is passed over. Whoever uses a document with errors among its
    /// problems does so only to find more of them.
    package static func parse(
        _ file: SourceFile, limits: YAMLLimits = .default
    ) -> (document: YAMLDocument?, problems: [Diagnostic]) {
        (nil, [])
    }
}
