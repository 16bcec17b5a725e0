import Bylaw
import BylawSource
import Foundation

/// A folder that notes what is seen of it.
final class ObservedFolder: PolicyFolder {
    private(set) var reading: FolderReading
    private let folder: any PolicyFolder
    /// Files whose digests are known as long as their status is the same.
    private let known: [PolicyPath: FolderReading.File]

    init(_ folder: any PolicyFolder, trusting known: [PolicyPath: FolderReading.File] = [:]) {
        self.folder = folder
        self.known = known
        reading = FolderReading(root: Self.diskPath(of: PolicyPath([String]()), in: folder) ?? "")
    }

    var name: String? { folder.name }
    var rootMark: PolicyPath? { folder.rootMark }

    func displayName(_ path: PolicyPath) -> String { folder.displayName(path) }

    func files() throws(ReadError) -> [PolicyPath] {
        do throws(ReadError) {
            let files = try folder.files()
            reading.listing = .value(files)
            return files
        } catch {
            reading.listing = .unreadable(code: error.code)
            throw error
        }
    }

    func read(_ path: PolicyPath, limit: Int) throws(ReadError) -> [UInt8] {
        let status = settledStatus(of: path)
        do throws(ReadError) {
            let bytes = try folder.read(path, limit: limit)
            note(path, .value(Self.digest(of: bytes)), limit: limit, status)
            return bytes
        } catch {
            // What cannot be read now may be readable at once, and its status the same: it is always tried again.
            note(path, .unreadable(code: error.code), limit: limit, nil)
            throw error
        }
    }

    /// Notes what stands in a file, which is read only where its status does not tell.
    func look(_ path: PolicyPath, limit: Int) {
        if let known = known[path], let old = known.status, settledStatus(of: path) == old {
            reading.files[path] = known
        } else {
            _ = try? read(path, limit: limit)
        }
    }

    private func note(
        _ path: PolicyPath, _ digest: FolderReading.Seen<String>, limit: Int, _ status: FileStatus?
    ) {
        reading.files[path] = FolderReading.File(digest: digest, limit: limit, status: status)
    }

    private static func digest(of bytes: [UInt8]) -> String {
        var digest = Digest()
        digest.add(bytes)
        return digest.text()
    }

    private func settledStatus(of path: PolicyPath) -> FileStatus? {
        guard let path = Self.diskPath(of: path, in: folder), let status = FileStatus(of: path),
            status.isSettled(at: Date())
        else { return nil }
        return status
    }

    /// Where a file lies, if it lies on a disk.
    private static func diskPath(of path: PolicyPath, in folder: any PolicyFolder) -> String? {
        (folder as? DiskFolder)?.url(of: path).path
    }
}
