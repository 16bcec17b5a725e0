/// Which optional attributes are known to be there, at one point of an expression.
package struct Presence: Sendable, Hashable {
    /// Where an attribute is read from: a variable, or one of a comprehension.
    enum Root: Sendable, Hashable {
        case variable(String)
        case local(Int)
    }

    /// An attribute: the fields, and the literal indices, that lead to it.
    struct Place: Sendable, Hashable {
        let root: Root
        var steps: [String]
    }

    private(set) var places: Set<Place>

    /// Nothing is known.
    package static let nothing = Presence(places: [])

    /// What both say.
    package func union(_ other: Presence) -> Presence { Presence(places: places.union(other.places)) }

    /// What each of two ways says.
    func intersection(_ other: Presence) -> Presence { Presence(places: places.intersection(other.places)) }

    func contains(_ place: Place) -> Bool { places.contains(place) }

    init(places: Set<Place>) { self.places = places }

    /// What is said of declared variables: all that means anything outside the expression.
    var ofVariables: Presence {
        Presence(places: places.filter { if case .variable = $0.root { true } else { false } })
    }

    /// What is said of anything but the local variables from `local` on, whose scope ends.
    func leaving(_ local: Int) -> Presence {
        guard !places.isEmpty else { return self }
        return Presence(
            places: places.filter { if case .local(let index) = $0.root { index < local } else { true } })
    }
}
