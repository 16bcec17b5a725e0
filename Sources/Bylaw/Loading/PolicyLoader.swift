import BylawSource
import BylawText
package import BylawYAML

/// Reads policy files and everything that they use.
///
/// Gathers the problems of all files; a file that cannot be read never keeps the others from being read.
package final class PolicyLoader {
    /// A policy with the vocabulary that it may use.
    package struct LoadedPolicy: Sendable {
        package let path: PolicyPath
        package let syntax: PolicySyntax
        package let vocabulary: Vocabulary
        /// Of the policy's file and of every file that it uses.
        package let digest: String
    }

    /// Names with where they were declared; own ones first, then those of used files.
    package struct Vocabulary: Sendable {
        package var types: [Named<TypeSyntax>] = []
        package var roles: [Named<RoleSyntax>] = []
        package var lexicons: [Named<LoadedLexicon>] = []
        /// The texts that are put into force.
        package var sources: [SourceDocument] = []
    }

    /// A file that was read once, however often it is used.
    private struct LoadedFile {
        let kind: PolicyParser.FileKind
        let digest: String
        var vocabulary = VocabularySyntax()
        var policy: PolicySyntax?
        var source: SourceDocument?
    }

    /// Room for about a million names.
    package static let maximumLexiconBytes = 32 << 20
    /// How many files may lead from a policy to one that it uses; each takes its part of the stack.
    package static let maximumUseDepth = 32
    /// How many files a policy may use.
    package static let maximumUses = 1_000

    private let folder: any PolicyFolder
    private let limits: YAMLLimits
    private let problems: Problems
    private var loaded: [PolicyPath: LoadedFile?] = [:]
    /// What the policies are made of: every file that was read, but fixtures, which decide nothing.
    package private(set) var files = PolicyFiles()

    package init(_ folder: any PolicyFolder, limits: YAMLLimits = .default, problems: Problems) {
        self.folder = folder
        self.limits = limits
        self.problems = problems
    }

    /// Every policy among the files that were asked for.
    package func load() -> [LoadedPolicy] {
        let paths: [PolicyPath]
        do {
            paths = try folder.files()
        } catch {
            problems.error(error.code, error.message, at: nil)
            return []
        }
        if let mark = folder.rootMark, let bytes = bytes(mark, limit: limits.bytes, reportedAt: nil) {
            files.insert(bytes, at: mark)
        }
        var policies: [LoadedPolicy] = []
        var policyFiles = 0
        for path in paths {
            guard let file = file(path, reportedAt: nil) else { continue }
            if file.kind == .policy { policyFiles += 1 }
            guard let syntax = file.policy else { continue }
            policies.append(resolve(path, syntax, file))
        }
        if policyFiles == 0, problems.errorCount == 0 {
            let place = folder.name.map { "in `\($0)`" } ?? "here"
            problems.error(
                "no-policies", "there is no policy \(place)", at: nil, notes: ["a policy has the key `policy`"])
        }
        return policies
    }

    /// The texts that the files which were loaded describe, by path, used or not.
    package var sources: [SourceDocument] {
        loaded.sorted { $0.key < $1.key }.compactMap { $0.value?.source }
    }

    private func resolve(_ path: PolicyPath, _ syntax: PolicySyntax, _ file: LoadedFile) -> LoadedPolicy {
        var vocabulary = Vocabulary()
        var digests: [(PolicyPath, String)] = [(path, file.digest)]
        add(syntax.vocabulary, of: path, to: &vocabulary, &digests)
        var seen: Set<PolicyPath> = [path]
        include(syntax.vocabulary.uses, from: path, trail: [path], seen: &seen, into: &vocabulary, &digests)
        var digest = Digest()
        for (path, text) in digests.sorted(by: { $0.0 < $1.0 }) {
            digest.add(path.description)
            digest.add(text)
        }
        return LoadedPolicy(path: path, syntax: syntax, vocabulary: vocabulary, digest: digest.text())
    }

    /// Adds what the used files declare, and what they use in turn. `trail` is the way here, to see a cycle.
    private func include(
        _ uses: [Located<String>], from path: PolicyPath, trail: [PolicyPath], seen: inout Set<PolicyPath>,
        into vocabulary: inout Vocabulary, _ digests: inout [(PolicyPath, String)]
    ) {
        for use in uses {
            guard let target = path.resolving(use.value) else {
                problems.error(
                    "outside-root", "`\(use.value)` lies outside the policies' root folder", at: use.location,
                    help: "the root is the folder that holds `\(DiskFolder.rootFile)`")
                continue
            }
            if trail.contains(target) {
                let way = (trail.drop { $0 != target } + [target]).map(\.description).joined(separator: " → ")
                problems.error(
                    "circular-use", "`\(use.value)` leads back to itself", at: use.location, notes: [way])
                continue
            }
            guard trail.count <= Self.maximumUseDepth else {
                problems.error(
                    "too-deep", "files use one another over more than \(Self.maximumUseDepth) files", at: use.location)
                continue
            }
            guard seen.count <= Self.maximumUses else {
                problems.error(
                    "too-many-files", "a policy uses at most \(Self.maximumUses) files", at: use.location)
                return
            }
            guard seen.insert(target).inserted, let file = file(target, reportedAt: use.location) else { continue }
            guard [.vocabulary, .lexicon, .source].contains(file.kind) else {
                problems.error(
                    "not-a-vocabulary", "`\(use.value)` is \(file.kind == .policy ? "a policy" : "no vocabulary")",
                    at: use.location, help: "use files with types, roles and lexicons, and sources")
                continue
            }
            digests.append((target, file.digest))
            add(file.vocabulary, of: target, to: &vocabulary, &digests)
            if let source = file.source { vocabulary.sources.append(source) }
            include(
                file.vocabulary.uses, from: target, trail: trail + [target], seen: &seen, into: &vocabulary, &digests)
        }
    }

    private func add(
        _ syntax: VocabularySyntax, of path: PolicyPath, to vocabulary: inout Vocabulary,
        _ digests: inout [(PolicyPath, String)]
    ) {
        merge(syntax.types, into: &vocabulary.types, "type")
        merge(syntax.roles, into: &vocabulary.roles, "role")
        var lexicons: [Named<LoadedLexicon>] = []
        for named in syntax.lexicons {
            var phrases: [Phrase] = []
            if let reference = named.value.file {
                guard let target = path.resolving(reference.value) else {
                    problems.error(
                        "outside-root", "`\(reference.value)` lies outside the policies' root folder",
                        at: reference.location)
                    continue
                }
                guard let bytes = bytes(target, limit: Self.maximumLexiconBytes, reportedAt: reference.location)
                else { continue }
                files.insert(bytes, at: target)
                let place = named.value.place()
                let file = LexiconFile(
                    SourceFile(name: folder.displayName(target), bytes: bytes), boundary: place.boundary,
                    anchors: place.anchors)
                file.diagnostics.forEach(problems.report)
                phrases = file.phrases
                var digest = Digest()
                digest.add(bytes)
                digests.append((target, digest.text()))
            }
            lexicons.append(Named(named.name, LoadedLexicon(named.value, filePhrases: phrases)))
        }
        merge(lexicons, into: &vocabulary.lexicons, "lexicon")
    }

    private func merge<Value>(_ new: [Named<Value>], into old: inout [Named<Value>], _ what: String) {
        guard !new.isEmpty else { return }
        var known = Dictionary(old.map { ($0.name.value, $0.name.location) }) { first, _ in first }
        for entry in new {
            if let first = known[entry.name.value] {
                problems.error(
                    "duplicate-name", "the \(what) `\(entry.name.value)` is declared twice", at: entry.name.location,
                    labels: [.init(first, "first declared here")])
            } else {
                known[entry.name.value] = entry.name.location
                old.append(entry)
            }
        }
    }

    /// A YAML file under the root, read and parsed once.
    private func file(_ path: PolicyPath, reportedAt place: SourceLocation?) -> LoadedFile? {
        if let known = loaded[path] { return known }
        let file = parse(path, reportedAt: place)
        loaded[path] = .some(file)
        return file
    }

    private func parse(_ path: PolicyPath, reportedAt place: SourceLocation?) -> LoadedFile? {
        guard let bytes = bytes(path, limit: limits.bytes, reportedAt: place) else { return nil }
        let source = SourceFile(name: folder.displayName(path), bytes: bytes)
        let (document, yamlProblems) = YAMLDocument.parse(source, limits: limits)
        yamlProblems.forEach(problems.report)
        guard let document else { return nil }
        var digest = Digest()
        digest.add(bytes)
        let parser = PolicyParser(file: source, problems: problems)
        let kind = PolicyParser.kind(of: document)
        if kind != .fixture { files.insert(bytes, at: path) }
        switch kind {
        case .policy:
            let policy = parser.policy(document.root)
            return LoadedFile(kind: kind, digest: digest.text(), policy: policy)
        case .lexicon, .vocabulary:
            let vocabulary =
                kind == .lexicon ? parser.lexiconFile(document.root) : parser.vocabularyFile(document.root)
            return LoadedFile(kind: kind, digest: digest.text(), vocabulary: vocabulary ?? .init())
        case .source:
            return LoadedFile(kind: kind, digest: digest.text(), source: parser.sourceDocument(document.root))
        case .fixture:
            return LoadedFile(kind: kind, digest: digest.text())
        case .unknown:
            problems.error(
                "not-a-policy", "this is no policy", at: SourceLocation(source, document.root.range),
                help: "a policy is a mapping that begins with `bylaw: 1`")
            return nil
        }
    }

    /// A file's bytes. What was read once is not read again: all that is made of a file is made of the same bytes, even
    /// where somebody is writing to it.
    private func bytes(_ path: PolicyPath, limit: Int, reportedAt place: SourceLocation?) -> [UInt8]? {
        if let known = files.contents[path], known.count <= limit { return known }
        do {
            return try folder.read(path, limit: limit)
        } catch {
            problems.error(error.code, error.message, at: place)
            return nil
        }
    }
}
