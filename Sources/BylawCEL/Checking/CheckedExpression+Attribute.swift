extension CheckedExpression {
    /// The attribute, where the expression is nothing but one.
    package var attributePath: AttributePath? {
        if case .attribute(let path) = root.kind { path } else { nil }
    }
}
