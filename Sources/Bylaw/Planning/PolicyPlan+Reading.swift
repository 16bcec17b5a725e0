import BylawCEL

extension PolicyPlan {
    /// Whether a condition looks at the list of facts itself, and so may look for any fact.
    package var readsFacts: Bool {
        layout.sources.contains { source in
            switch source {
            case .attribute(let path), .presence(let path): path.variable == "facts"
            case .host: false
            }
        }
    }
}
