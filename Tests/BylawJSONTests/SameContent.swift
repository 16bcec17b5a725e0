import BylawJSON

/// Whether two values hold the same, wherever they were read: strings and keys by their bytes, numbers by their text.
func sameContent(_ a: JSONValue, _ b: JSONValue) -> Bool {
    switch (a.content, b.content) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let a), .number(let b)): a == b
    case (.string(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
    case (.array(let a), .array(let b)): a.elementsEqual(b, by: sameContent)
    case (.object(let a), .object(let b)):
        a.elementsEqual(b) { $0.key.utf8.elementsEqual($1.key.utf8) && sameContent($0.value, $1.value) }
    default: false
    }
}
