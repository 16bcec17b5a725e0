/// A macro that goes over a list, or over a map's keys (with one variable) or entries (with two).
package struct Comprehension: Sendable {
    /// What is made of the elements.
    package enum Kind: String, Sendable {
        case all
        case exists
        case existsOne = "exists_one"
        case map
        case filter
        case transformList
        case transformMap
        case transformMapEntry
        case sortBy
    }

    package let kind: Kind
    /// The macro's name as it was written (`exists_one` and `existsOne` are one kind).
    package let name: Syntax.Name
    /// What it goes over.
    package let range: Syntax
    /// One or two: the element (a map's key), or index and element (key and value).
    package let variables: [Syntax.Name]
    /// Which elements take part, for those kinds that take a condition besides the body.
    package let condition: Syntax?
    /// The predicate, or what becomes of each element.
    package let body: Syntax
}
