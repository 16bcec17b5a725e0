import Bylaw
import BylawService
import Foundation

/// A copy of a folder of policies, in which somebody edits without a break.
struct ChangingPolicies {
    let folder: URL
    private let file: URL
    private let text: String
    private(set) var edits = 0

    /// Copies a folder with all that it may use into a new one.
    init(copying root: URL, policies: String, file: String, to folder: URL) throws {
        try FileManager.default.copyItem(at: root, to: folder)
        self.folder = folder.appending(path: policies)
        self.file = self.folder.appending(path: file)
        text = try String(contentsOf: self.file, encoding: .utf8)
    }

    /// Edits the file, every tenth time so that it does not load, and lets the store take it. Returns whether the store
    /// did what it should.
    mutating func edit(_ store: PolicyStore) throws -> Bool {
        edits += 1
        let isBroken = edits % 10 == 0
        let edited = text + (isBroken ? "rules: [\n" : "# \(edits)\n")
        try Data(edited.utf8).write(to: file, options: .atomic)
        switch store.reload() {
        case .loaded: return !isBroken
        case .refused: return isBroken
        case .unchanged, .changing: return false
        }
    }
}
