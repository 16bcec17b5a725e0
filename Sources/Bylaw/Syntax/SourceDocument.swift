package import BylawSource

/// A published text that policies put into force, and what of it no rule does. The text itself is kept elsewhere.
package struct SourceDocument: Sendable {
    /// A part of the text that no rule puts into force.
    package struct Omission: Sendable {
        package enum Extent: Sendable {
            /// Wherever this stands.
            case quote(Located<String>)
            /// From the first of these through the next `to` behind it.
            case span(from: Located<String>, to: Located<String>)
        }

        package let location: SourceLocation
        package let extent: Extent
        /// Why, in each language.
        package let reason: MessageSyntax
    }

    package let id: Located<String>
    package let title: MessageSyntax
    /// The language that the text is in, and so its quotations.
    package let language: Located<String>
    /// The text's name under the folder that holds the texts.
    package let file: Located<String>
    /// Where it was published.
    package let url: Located<String>?
    package let omissions: [Omission]
    package let meta: MetaSyntax
}
