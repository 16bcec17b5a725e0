/// What the keys of a matrix's table are names of.
enum MatrixAxis: String {
    case row
    case column
    case layer

    /// The code of a name in the table that the matrix does not declare.
    var unknownCode: String {
        switch self {
        case .row: "unknown-row"
        case .column: "unknown-column"
        case .layer: "unknown-layer"
        }
    }

    /// The code of a declared name that is not in the table.
    var missingCode: String {
        switch self {
        case .row: "missing-row"
        case .column: "missing-column"
        case .layer: "missing-layer"
        }
    }
}
