/// The cases of the suite that are answered otherwise, each with its reason. A case that starts to be answered as the
/// suite wants, or otherwise than is written here, fails the test.
extension YAMLTestSuite {
    struct Exception: Sendable {
        let reason: String
        let difference: Difference
        let ids: [String]
    }

    /// What this subset of YAML refuses on purpose.
    static let refusedOnPurpose: [Exception] = [
        Exception(
            reason: "tags: a value's type is the schema's to say",
            difference: .refused("tag"),
            ids: [
                "2AUY", "2XXW", "33X3", "35KP", "52DL", "565N", "57H4", "5TYM", "6CK3", "6JWB", "6WLZ", "735Y",
                "74H7", "7FWL", "8MK2", "9KAX", "9WXW", "BU8L", "C4HZ", "CC74", "CUP7", "EHF6", "F2C7", "FH7J", "HMQ5",
                "J7PZ", "L94M", "LE5A", "M5C3", "P76L", "S4JQ", "U3C3", "UGM3", "UKK6/02", "WZ62", "Z67P", "Z9M4",
            ]),
        Exception(
            reason: "several documents: a file holds one policy",
            difference: .refused("several-documents"),
            ids: ["6XDY", "6ZKB", "9DXL", "JHB9", "KSS4", "L383", "PUW8", "RZT7", "U9NS"]),
        Exception(
            reason: "documents without anything in them: a policy was meant to be there",
            difference: .refused("empty-document"),
            ids: ["8G76", "98YD", "AVM7", "DK95/07", "MUS6/02", "MUS6/03", "MUS6/04"]),
        Exception(
            reason: "lists and mappings as keys: a key is text",
            difference: .refused("complex-key"),
            ids: [
                "4FJ6", "6BFJ", "6PBE", "9MMW", "KK5P", "LX3P", "M2N8/01", "M5DY", "Q9WF", "RZP5", "SBG9", "V9D5",
                "X38W",
                "XW4D",
            ]),
        Exception(
            reason: "a colon without a key before it: a slip",
            difference: .refused("empty-key"),
            ids: ["2JQS", "6M2F", "DFF7", "M2N8/00", "NHX8", "NKF9", "PW8X", "S3PD", "SM9W/01", "UKK6/00"]),
    ]

    /// Where libyaml 0.2.5, which reads YAML 1.1, differs from the suite.
    static let libyaml: [Exception] = [
        Exception(
            reason: "names of anchors are letters from a to z, digits, `-` and `_`",
            difference: .refused("anchor-name"),
            ids: ["8XYN", "W5VH", "Y2GN"]),
        Exception(
            reason: "`&a:` is not a name that ends in a colon, but an anchored empty key",
            difference: .refused("empty-key"),
            ids: ["2SXE"]),
        Exception(
            reason: "unknown directives and versions are refused, not passed over",
            difference: .refused("directive"),
            ids: ["2LFX", "6LVF", "BEC7", "MUS6/05", "MUS6/06"]),
        Exception(
            reason: "a line of a top-level block that starts with `%` is taken for a directive",
            difference: .refused("directive"),
            ids: ["W4TN"]),
        Exception(
            reason: "tabs are refused wherever spaces could indent",
            difference: .refused("tab-indentation"),
            ids: [
                "6BCT", "6CA3", "96NN/00", "96NN/01", "A2M4", "DK95/00", "DK95/03", "DK95/04", "Q5MG", "R4YG",
                "Y79Y/001",
                "Y79Y/010",
            ]),
        Exception(
            reason: "in brackets and braces a plain text cannot start with `:`, nor a value stand directly behind it",
            difference: .refused("unexpected-character"),
            ids: ["58MP", "5T43", "CFD4", "DBG4", "HM87/00"]),
        Exception(
            reason: "in braces `:` ends a plain text whatever stands behind it",
            difference: .refused("unexpected-colon"),
            ids: ["4ABK", "FRK4"]),
        Exception(
            reason: "in braces a key and its colon stand on one line",
            difference: .refused("missing-comma"),
            ids: ["4MUZ/00", "4MUZ/01", "4MUZ/02", "5MUD", "9SA2", "K3WX", "NJ66", "UT92"]),
        Exception(
            reason: "in braces a key and its colon stand on one line; here the brace looks as if it was never closed",
            difference: .refused("unclosed-bracket"),
            ids: ["VJP3/01"]),
        Exception(
            reason:
                "in brackets and braces `?` is an indicator without a space behind it too; refused, as the `?` would be lost",
            difference: .refused("unexpected-character"),
            ids: ["652Z", "HM87/01"]),
        Exception(
            reason: "a block at the top has to be indented",
            difference: .refused("bad-indentation"),
            ids: ["DK3J", "FP8R"]),
        Exception(
            reason: "a second document needs `---`",
            difference: .refused("bad-indentation"),
            ids: ["7Z25", "M7A3"]),
        Exception(
            reason: "`...` needs a document before it",
            difference: .refused("unexpected-character"),
            ids: ["HWV9", "QT73"]),
        Exception(
            reason: "a last line of nothing but spaces without a line break gives none",
            difference: .otherValue,
            ids: ["JEF9/02", "L24T/01"]),
        Exception(
            reason: "a comment may follow quotes, brackets, commas and `>` without a space",
            difference: .accepted,
            ids: ["9JBA", "CVW2", "SU5Z", "X4QW"]),
        Exception(
            reason: "lines within quotes and brackets may be indented less, or by tabs",
            difference: .accepted,
            ids: ["9C9N", "DK95/01", "QB6E", "Y79Y/003"]),
        Exception(
            reason: "in brackets `-` may stand alone",
            difference: .accepted,
            ids: ["G5U8", "YJV2"]),
        Exception(
            reason: "blank lines before a block's first line may be longer than its indentation",
            difference: .accepted,
            ids: ["S98Z"]),
    ]

    static let exceptions = refusedOnPurpose + libyaml
}
