import Bylaw
import BylawSource
import BylawYAML
import Foundation

/// Reads fixture files and the policies that they name, each once.
final class FixtureLoader {
    let problems = Problems()
    /// What the files of equivalent mutants beside the fixtures list.
    private(set) var equivalents: [EquivalentMutant] = []
    private let lexicons: [String: HostLexicon]
    /// By path; nil where the policies are wrong, which was reported.
    private var policies: [String: FixturePolicies?] = [:]
    private var seen: Set<String> = []

    init(lexicons: [String: HostLexicon]) { self.lexicons = lexicons }

    /// The cases of a fixture file or of every fixture in a folder.
    func cases(_ url: URL) -> [FixtureCase] {
        do {
            let folder = try DiskFolder(url)
            let paths = try folder.files()
            let isFolder = (try? url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false
            if !isFolder, let path = paths.first?.sibling(EquivalentMutant.fileName),
                FileManager.default.fileExists(atPath: folder.url(of: path).path)
            {
                readEquivalents(path, in: folder)
            }
            return paths.flatMap { path -> [FixtureCase] in
                if path.parts.last == EquivalentMutant.fileName {
                    readEquivalents(path, in: folder)
                    return []
                }
                return seen.insert(folder.url(of: path).path).inserted
                    ? cases(path, in: folder, isFolder: isFolder) : []
            }
        } catch {
            problems.error(error.code, error.message, at: nil)
            return []
        }
    }

    private func document(_ path: PolicyPath, in folder: DiskFolder) -> YAMLDocument? {
        let bytes: [UInt8]
        do {
            bytes = try folder.read(path, limit: YAMLLimits.default.bytes)
        } catch {
            problems.error(error.code, error.message, at: nil)
            return nil
        }
        let file = SourceFile(name: folder.displayName(path), bytes: bytes)
        let (document, yamlProblems) = YAMLDocument.parse(file)
        yamlProblems.forEach(problems.report)
        return document
    }

    private func readEquivalents(_ path: PolicyPath, in folder: DiskFolder) {
        guard seen.insert(folder.url(of: path).path).inserted, let document = document(path, in: folder) else { return }
        equivalents += FixtureParser(file: document.file, problems: problems).equivalentMutants(document.root)
    }

    private func cases(_ path: PolicyPath, in folder: DiskFolder, isFolder: Bool) -> [FixtureCase] {
        guard let document = document(path, in: folder) else { return [] }
        let file = document.file
        if isFolder, Self.isPolicyFile(document) { return [] }
        guard let syntax = FixtureParser(file: file, problems: problems).fixture(document.root),
            let policies = policies(syntax.policies, besides: folder.url(of: path))
        else { return [] }
        return FixtureBinder(syntax: syntax, policies: policies, problems: problems).cases()
    }

    /// Whether a file is surely meant as a policy, a lexicon, a source or a vocabulary. Anything else in a folder of fixtures is
    /// taken for a fixture, for a slip in its keys must not make it go unnoticed.
    private static func isPolicyFile(_ document: YAMLDocument) -> Bool {
        switch PolicyParser.kind(of: document) {
        case .policy, .lexicon, .source: true
        case .fixture, .unknown: false
        case .vocabulary:
            ["vocabulary", "types", "roles", "lexicons"].contains { document.root.mapping?[$0] != nil }
        }
    }

    private func policies(_ reference: Located<String>, besides fixture: URL) -> FixturePolicies? {
        let url = URL(filePath: reference.value, relativeTo: fixture.deletingLastPathComponent())
            .standardizedFileURL.resolvingSymlinksInPath()
        guard FileManager.default.fileExists(atPath: url.path) else {
            problems.error(
                "missing-file", "there are no policies at `\(reference.value)`", at: reference.location,
                help: "the path is relative to this file")
            return nil
        }
        if let known = policies[url.path] { return known }
        let loaded = load(url, reference)
        policies[url.path] = .some(loaded)
        return loaded
    }

    private func load(_ url: URL, _ reference: Located<String>) -> FixturePolicies? {
        let found = Problems()
        do {
            let loader = PolicyLoader(try PolicySource.open(url), problems: found)
            let loaded = loader.load()
            let set = try PolicySet(loaded, from: loader, problems: found)
            return FixturePolicies(loaded, set, lexicons: lexicons, from: url.path)
        } catch {
            report(error.diagnostics, reference)
        }
        return nil
    }

    /// A problem without a place of its own is shown where the policies are named.
    private func report(_ found: [Diagnostic], _ reference: Located<String>) {
        for problem in found {
            problems.report(
                problem.location != nil
                    ? problem
                    : Diagnostic(
                        problem.code, severity: problem.severity, problem.message, at: reference.location,
                        labels: problem.labels, notes: problem.notes, help: problem.help))
        }
    }
}

extension PolicyPath {
    /// Another file in the same folder.
    fileprivate func sibling(_ name: String) -> PolicyPath { PolicyPath(parts.dropLast() + [name]) }
}
