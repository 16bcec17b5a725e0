package import Bylaw
import BylawTesting

/// The kinds of files and parts of files that have a JSON Schema.
public enum SchemaKind: String, Sendable, CaseIterable {
    /// A policy.
    case policy
    /// A file of types, roles and lexicons that policies share.
    case vocabulary
    /// A file that is one lexicon.
    case lexicon
    /// A file that describes a text which policies put into force.
    case source
    /// A fixture.
    case fixture
    /// A list of mutants that no fixture could notice.
    case equivalentMutants = "equivalent-mutants"

    /// The declaration by which the parser reads it too.
    package var shape: Shape {
        switch self {
        case .policy: Shapes.policy
        case .vocabulary: Shapes.vocabulary
        case .lexicon: Shapes.lexiconFile
        case .source: Shapes.sourceDocument
        case .fixture: FixtureShapes.fixture
        case .equivalentMutants: FixtureShapes.equivalentMutants
        }
    }
}
