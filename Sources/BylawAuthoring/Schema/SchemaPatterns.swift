/// What texts of a certain form look like, as regular expressions of ECMA 262, which is what JSON Schema has. Each says
/// the same as the reader of that form.
enum SchemaPatterns {
    /// Letters and digits of any language, `-`, `_` and `.`; not beginning with `-` or `.`; 128 at most. The characters
    /// that are written out are those that Unicode allows in identifiers beyond its categories.
    static let name: String = {
        let letter =
            #"\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}\u00B7\u0387\u1369-\u1371\u19DA\u2118\u212E\u200C\u200D\u309B\u309C\u30FB\uFF65"#
        return "^[\(letter)][\(letter).-]{0,127}$"
    }()

    /// Three numbers of at most nine digits, without leading zeros.
    static let version = #"^(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})$"#

    /// Numbers with units.
    static let duration = #"^(([0-9]+\.?[0-9]*|\.[0-9]+)(ns|us|ms|s|m|h|d|w))+$"#

    /// A part of a whole, above zero.
    static let percentage = #"^(?!0{1,3}(\.0{1,2})?%)(0{0,2}[0-9]|0?[0-9]{2}|100(?!\.0?[1-9]))(\.[0-9]{1,2})?%$"#

    /// RFC 3339 with an offset.
    static let timestamp =
        #"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})$"#
}
