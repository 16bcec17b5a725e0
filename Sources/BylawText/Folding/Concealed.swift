/// Something that holds texts which may have to be hidden: neither printing nor dumping it shows them.
package protocol Concealed: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {}

extension Concealed {
    package var description: String { "<redacted>" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

extension FoldedText: Concealed {}
extension FoldedBytes: Concealed {}
extension TextScan: Concealed {}
extension MaskSession: Concealed {}
