import Bylaw
import Foundation

/// What was seen of a folder while policies were loaded from it: where it lies, which files were there, and what stood in
/// each that was asked for. Two that are equal load alike.
struct FolderReading: Sendable, Equatable {
    /// Opens the place that policies are read from, as it is now.
    typealias Opener = @Sendable () throws(PolicyErrors) -> any PolicyFolder

    /// What was there, or the code of why it could not be read.
    enum Seen<Value: Equatable & Sendable>: Equatable, Sendable {
        case value(Value)
        case unreadable(code: String)

        init(_ read: () throws(ReadError) -> Value) {
            do throws(ReadError) {
                self = .value(try read())
            } catch {
                self = .unreadable(code: error.code)
            }
        }
    }

    /// A file that was asked for.
    struct File: Sendable, Equatable {
        /// The digest of its bytes.
        let digest: Seen<String>
        /// How many bytes it might have.
        let limit: Int
        /// What its digest may be told by without reading it again: its status, if that was settled before it was read.
        let status: FileStatus?

        static func == (a: File, b: File) -> Bool { a.digest == b.digest }
    }

    /// The folder that `uses` is confined to; it changes where a link is turned to another folder.
    var root: Seen<String>
    var listing: Seen<[PolicyPath]> = .value([])
    var files: [PolicyPath: File] = [:]

    init(root: String) { self.root = .value(root) }

    /// What is seen of a place that cannot be opened.
    init(_ errors: PolicyErrors) { root = .unreadable(code: errors.diagnostics.map(\.code).joined(separator: " ")) }

    /// What is there now, of all that this reading looked at.
    ///
    /// - Parameter rereads: Whether to read every byte again, rather than only those of files whose status is another.
    func again(_ open: Opener, rereads: Bool) -> FolderReading {
        let folder: any PolicyFolder
        do throws(PolicyErrors) {
            folder = try open()
        } catch {
            return FolderReading(error)
        }
        let observed = ObservedFolder(folder, trusting: rereads ? [:] : files)
        let listed = (try? observed.files()) ?? []
        for path in Set(listed).union(files.keys).sorted() {
            observed.look(path, limit: files[path]?.limit ?? Self.limit)
        }
        return observed.reading
    }

    /// How many bytes are read of a file that came later; the loader tells what is really too large.
    private static let limit = 32 << 20
}
