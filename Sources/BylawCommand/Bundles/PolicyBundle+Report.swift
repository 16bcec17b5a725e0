import Bylaw
import BylawJSON

extension PolicyBundle {
    /// What the bundle is, for people.
    func summary(_ path: String) -> String {
        let signers = signatures.isEmpty ? "nobody" : signatures.map(\.key).joined(separator: ", ")
        return "\(path)\n  digest: \(digest)\n  files: \(paths.count)\n  signed by: \(signers)\n"
    }

    /// What the bundle is, as members of a report.
    func write(_ json: inout JSONWriter) {
        json.member("digest", digest)
        json.strings("files", paths)
        json.strings("keys", signatures.map(\.key))
    }
}
