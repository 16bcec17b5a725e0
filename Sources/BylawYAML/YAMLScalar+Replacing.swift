import BylawSource

extension YAMLScalar {
    /// A scalar of another text in the place of this one, written plainly where this one was. What is reported of it is
    /// told at the place of what it stands for.
    package func replacing(text: String) -> YAMLScalar {
        let value: Value = if case .plain = style { Value(plain: text) } else { .string }
        return YAMLScalar(text: text, style: style, value: value, map: map)
    }

    /// A plain scalar of any text in the place of this one.
    package func plain(_ text: String) -> YAMLScalar {
        YAMLScalar(text: text, style: .plain, value: Value(plain: text), map: map)
    }
}
