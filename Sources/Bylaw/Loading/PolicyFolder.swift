import BylawSource
package import Foundation

/// Where policies are read from: a folder on disk, or texts in memory.
package protocol PolicyFolder {
    /// The policy files that were asked for, in order.
    func files() throws(ReadError) -> [PolicyPath]
    /// The bytes of a file under the root, at most `limit` of them.
    func read(_ path: PolicyPath, limit: Int) throws(ReadError) -> [UInt8]
    /// The file that marks the root; nil where there is none.
    var rootMark: PolicyPath? { get }
    /// What people are shown as the place that was asked for; nil where there is none.
    var name: String? { get }
    /// What people are shown as the file's name.
    func displayName(_ path: PolicyPath) -> String
}

/// Why a file or folder cannot be read.
package struct ReadError: Error {
    package let code: String
    package let message: String
    package let help: String?

    package init(_ code: String, _ message: String, help: String? = nil) {
        self.code = code
        self.message = message
        self.help = help
    }
}

/// Texts in memory, each with its path under the root.
package struct MemoryFolder: PolicyFolder {
    private let texts: [PolicyPath: [UInt8]]
    private let asked: [PolicyPath]
    package let name: String?

    /// Those of `texts` that are YAML are asked for; others may be used by them.
    package init(_ texts: [String: String]) {
        self.init(
            Dictionary(
                texts.map { (PolicyPath($0.key), Array($0.value.utf8)) }, uniquingKeysWith: { first, _ in first }),
            name: nil)
    }

    /// The same for files that were read from a place with a name.
    package init(_ files: PolicyFiles, name: String? = nil) { self.init(files.contents, name: name) }

    private init(_ texts: [PolicyPath: [UInt8]], name: String?) {
        self.name = name
        self.texts = texts
        asked = self.texts.keys.filter { $0.isYAML && $0.parts.last != DiskFolder.rootFile }.sorted()
    }

    package var rootMark: PolicyPath? {
        let path = PolicyPath([DiskFolder.rootFile])
        return texts[path] == nil ? nil : path
    }

    package func files() throws(ReadError) -> [PolicyPath] { asked }

    package func read(_ path: PolicyPath, limit: Int) throws(ReadError) -> [UInt8] {
        guard let bytes = texts[path] else { throw ReadError("missing-file", "there is no file `\(path)`") }
        guard bytes.count <= limit else { throw .tooLarge(path.description, limit) }
        return bytes
    }

    package func displayName(_ path: PolicyPath) -> String {
        name.map { "\($0)/\(path)" } ?? path.description
    }
}

extension ReadError {
    /// For what went wrong in a way that nobody knows of.
    static let unreadablePolicies = ReadError("unreadable", "the policies cannot be read")

    static func tooLarge(_ name: String, _ limit: Int) -> ReadError {
        ReadError("file-too-large", "`\(name)` is larger than \(limit) bytes")
    }
}

extension PolicyPath {
    package var isYAML: Bool { parts.last.map { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") } ?? false }
}

/// A file or folder on disk. The root is the nearest folder above that holds `bylaw-root.yaml`, else the folder itself.
package struct DiskFolder: PolicyFolder {
    /// The file that marks the folder which `uses` cannot leave.
    package static let rootFile = "bylaw-root.yaml"
    private static let maximumFiles = 10_000

    private let root: URL
    private let target: URL
    private let isFolder: Bool
    package let rootMark: PolicyPath?

    package init(_ url: URL) throws(ReadError) {
        target = url.standardizedFileURL.resolvingSymlinksInPath()
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: target.path, isDirectory: &isFolder) else {
            throw ReadError("missing-file", "there is no file or folder `\(url.relativePath)`")
        }
        self.isFolder = isFolder.boolValue
        let start = isFolder.boolValue ? target : target.deletingLastPathComponent()
        let marked = Self.markedRoot(above: start)
        root = marked ?? start
        rootMark = marked.map { _ in PolicyPath([Self.rootFile]) }
    }

    /// The nearest folder that holds the root's mark, from this one upwards.
    private static func markedRoot(above start: URL) -> URL? {
        var candidate = start
        while !FileManager.default.fileExists(atPath: candidate.appending(path: rootFile).path) {
            let parent = candidate.deletingLastPathComponent()
            guard parent.path != candidate.path, candidate.path != "/" else { return nil }
            candidate = parent
        }
        return candidate
    }

    package var name: String? { Self.shown(target) }

    package func files() throws(ReadError) -> [PolicyPath] {
        guard isFolder else { return [path(of: target)] }
        var found: [PolicyPath] = []
        var folders = [target]
        while let folder = folders.popLast() {
            let items: [URL]
            do {
                items = try FileManager.default.contentsOfDirectory(
                    at: folder, includingPropertiesForKeys: [], options: [.skipsHiddenFiles])
            } catch {
                throw ReadError("unreadable", "the folder `\(Self.shown(folder))` cannot be read")
            }
            for item in items {
                if let status = Self.status(of: item), status.st_mode & S_IFMT == S_IFDIR {
                    folders.append(item)
                } else if path(of: item).isYAML, item.lastPathComponent != Self.rootFile {
                    found.append(path(of: item))
                }
            }
            guard found.count + folders.count <= Self.maximumFiles else {
                throw ReadError("too-many-files", "`\(Self.shown(target))` holds more than \(Self.maximumFiles) files")
            }
        }
        return found.sorted()
    }

    package func read(_ path: PolicyPath, limit: Int) throws(ReadError) -> [UInt8] {
        let name = displayName(path)
        // As the system itself follows links: only so is it the file that is then read.
        guard let resolved = Self.resolved(url(of: path)), let root = Self.resolved(root),
            let status = Self.status(of: resolved)
        else {
            throw ReadError("missing-file", "there is no file `\(name)`")
        }
        guard resolved.path.hasPrefix(root.path.hasSuffix("/") ? root.path : root.path + "/") else {
            throw ReadError("outside-root", "`\(name)` links out of the policies' root folder")
        }
        // A pipe or device has no size to check and might never end.
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw ReadError("unreadable", "`\(name)` is not a file")
        }
        guard status.st_size <= limit else { throw .tooLarge(name, limit) }
        // No more than one byte too many, however the file grew meanwhile.
        guard let data = try? FileHandle(forReadingFrom: resolved).read(upToCount: limit + 1) ?? Data() else {
            throw ReadError("unreadable", "`\(name)` cannot be read")
        }
        guard data.count <= limit else { throw .tooLarge(name, limit) }
        return Array(data)
    }

    package func displayName(_ path: PolicyPath) -> String { Self.shown(url(of: path)) }

    /// Where a file lies on disk.
    package func url(of path: PolicyPath) -> URL { path.parts.reduce(root) { $0.appending(path: $1) } }

    /// What the system says of what is there, of a link itself; nil where there is nothing. Foundation asks for much more,
    /// down to the owner's name.
    private static func status(of url: URL) -> stat? {
        var status = stat()
        return lstat(url.path, &status) == 0 ? status : nil
    }

    /// Whether there is a file, which has a size and an end: no folder, pipe or device.
    static func isFile(_ url: URL) -> Bool { status(of: url).map { $0.st_mode & S_IFMT == S_IFREG } ?? false }

    /// Where a file lies, all links followed; nil where there is none, or they lead in a circle.
    private static func resolved(_ url: URL) -> URL? {
        guard let path = realpath(url.path, nil) else { return nil }
        defer { free(path) }
        return URL(filePath: String(cString: path))
    }

    private func path(of url: URL) -> PolicyPath {
        let rootParts = root.pathComponents
        let parts = url.pathComponents
        return PolicyPath(Array(parts.dropFirst(rootParts.count)))
    }

    /// The path from the current folder where the file lies below it, else the whole path.
    static func shown(_ url: URL) -> String {
        let here = FileManager.default.currentDirectoryPath
        let prefix = here.hasSuffix("/") ? here : here + "/"
        return url.path.hasPrefix(prefix) ? String(url.path.dropFirst(prefix.count)) : url.path
    }
}
