package import BylawSource

/// A type as written in `types:`, `judges:` or a field.
package indirect enum TypeSyntax: Sendable {
    case name(Located<String>)
    case enumeration([Located<String>], SourceLocation)
    case list(TypeSyntax, SourceLocation)
    case map(TypeSyntax, SourceLocation)
    case optional(TypeSyntax, SourceLocation)
    case record([Named<TypeSyntax>], SourceLocation)

    package var location: SourceLocation {
        switch self {
        case .name(let name): name.location
        case .enumeration(_, let location), .list(_, let location), .map(_, let location),
            .optional(_, let location), .record(_, let location):
            location
        }
    }
}
