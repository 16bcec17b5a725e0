public import BylawSource
public import Foundation

/// A small folder of policies to begin with: a policy, a lexicon that it uses, and a fixture that tests it.
///
/// Everything in it passes `bylaw check` and `bylaw test`. Each file names its schema, so that editors complete and
/// explain it.
public struct Starter: Sendable {
    /// A file of the folder.
    public struct File: Sendable {
        /// Its path in the folder.
        public let path: String
        /// What is in it.
        public let text: String
    }

    /// In the order in which they are best read.
    public let files: [File]

    /// The files, with messages in a language.
    public init(language: StarterLanguage = .en) {
        let texts = language.texts
        files = [
            File(path: "policies/posting.yaml", text: Self.policy(language, texts)),
            File(path: "lexicons/money.yaml", text: Self.lexicon(texts)),
            File(path: "fixtures/posting.yaml", text: Self.fixture(texts)),
            File(
                path: "bylaw-root.yaml",
                text: "# Marks the root of the policies: they use no file outside of this folder.\nbylaw: 1\n"),
            File(path: "schema/policy.json", text: PolicySchema(.policy).text),
            File(path: "schema/lexicon.json", text: PolicySchema(.lexicon).text),
            File(path: "schema/fixture.json", text: PolicySchema(.fixture).text),
        ]
    }

    /// Writes the files into a folder, which is made where it is not there.
    ///
    /// - Throws: Where one of them is there already: nothing is written then. And where a file cannot be written.
    public func write(to folder: URL) throws(StarterError) {
        let manager = FileManager.default
        let urls = files.map { folder.appending(path: $0.path) }
        for url in urls where manager.fileExists(atPath: url.path) {
            throw StarterError("already-there", "`\(url.relativePath)` is there already", help: "name another folder")
        }
        for (file, url) in zip(files, urls) {
            do {
                try manager.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                // Where it came to be there just now, it is somebody's all the same.
                try Data(file.text.utf8).write(to: url, options: .withoutOverwriting)
            } catch {
                throw StarterError("unwritable", "`\(url.relativePath)` cannot be written", help: nil)
            }
        }
    }

    /// What to do next, for people; `folder` is how they call the folder.
    public static func nextSteps(in folder: String) -> String {
        let prefix = folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/"
        return """
            A policy, a lexicon and a fixture are in \(folder == "." ? "this folder" : "`\(folder)`").

            See that all is well, and what the policy decides:
              bylaw check \(prefix)policies
              bylaw test \(prefix)fixtures

            Then change \(prefix)policies/posting.yaml, and say in \(prefix)fixtures/posting.yaml what must come of it.
            `bylaw explain-code CODE` says what a problem means.

            """
    }
}

/// Why the files of a ``Starter`` are not written.
public struct StarterError: Error, Sendable {
    /// The problem, for people.
    public let diagnostic: Diagnostic

    init(_ code: String, _ message: String, help: String?) {
        diagnostic = Diagnostic(code, message, at: nil, help: help)
    }
}
