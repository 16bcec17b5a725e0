extension String {
    /// The language alone of a code that may say more: `zh` of `zh-Hant` and of `ZH_TW`; nil where the code is empty.
    var primaryLanguage: String? { split(whereSeparator: { $0 == "-" || $0 == "_" }).first?.lowercased() }
}
