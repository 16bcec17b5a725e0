import BylawJSON
import BylawTestSupport
import Foundation

/// What the fuzzers begin with: the project's own files, and published suites where they are beside the project.
enum Seeds {
    static let root = SharedData.packageRoot

    /// Writes a target's inputs into the folder `corpus`, and its words as a dictionary of libFuzzer's, `words`.
    static func write(_ target: any FuzzTarget.Type, to folder: URL) throws {
        let corpus = folder.appending(path: "corpus")
        try FileManager.default.createDirectory(at: corpus, withIntermediateDirectories: true)
        let seeds = target.seeds
        for (index, seed) in seeds.enumerated() {
            try Data(seed).write(to: corpus.appending(path: "seed-\(index)"))
        }
        let words = target.words.map { word in
            "\"" + word.utf8.map { "\\x" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "\"\n"
        }
        try Data(words.joined().utf8).write(to: folder.appending(path: "words"))
        print("\(seeds.count) seeds, \(words.count) words")
    }

    static func bytes(_ url: URL) -> [UInt8] { (try? Data(contentsOf: url)).map(Array.init) ?? [] }

    /// The files under a folder whose names end so, by their paths from there, in order.
    static func paths(in folder: URL, named endings: [String]) -> [String] {
        let all = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return all.filter { path in endings.contains { path.hasSuffix($0) } }.sorted()
    }

    /// The files under one of the project's folders.
    static func files(in folder: String, named endings: [String]) -> [[UInt8]] {
        let url = root.appending(path: folder)
        return paths(in: url, named: endings).map { bytes(url.appending(path: $0)) }
    }

    /// The files under a folder beside the project.
    static func shared(_ folder: String, named endings: [String]) -> [[UInt8]] {
        guard SharedData.isPresent(folder), let url = SharedData.url(folder) else { return [] }
        return paths(in: url, named: endings).map { bytes(url.appending(path: $0)) }
    }

    /// The first lines of a file beside the project.
    static func lines(_ path: String, first count: Int) -> [[UInt8]] {
        guard SharedData.isPresent(path), let url = SharedData.url(path) else { return [] }
        return bytes(url).split(separator: UInt8(ascii: "\n")).prefix(count).map(Array.init)
    }

    /// What `seed` makes of each test of a suite beside the project: a JSON file that is one list.
    static func suite(_ path: String, _ seed: (JSONValue) -> [UInt8]?) -> [[UInt8]] {
        guard SharedData.isPresent(path), let url = SharedData.url(path) else { return [] }
        return (try? JSONValue.parse(bytes(url)))?.elements?.compactMap(seed) ?? []
    }

    static func base64(_ text: String) -> [UInt8]? { Data(base64Encoded: text).map(Array.init) }
}
