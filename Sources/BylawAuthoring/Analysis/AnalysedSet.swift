import Bylaw
import BylawSource

/// A set of policies as they were written and as they were checked.
struct AnalysedSet: Sendable {
    struct Policy: Sendable {
        let loaded: PolicyLoader.LoadedPolicy
        let checked: CheckedPolicy
        var syntax: PolicySyntax { loaded.syntax }
    }

    let policies: [Policy]

    /// The names of the files that were asked for, rather than only used by others.
    let asked: Set<String>

    init(_ loaded: [PolicyLoader.LoadedPolicy], _ set: PolicySet, asked: [String]) {
        self.asked = Set(asked)
        policies = loaded.compactMap { loaded in
            set.checked.first { $0.path == loaded.path }.map { Policy(loaded: loaded, checked: $0) }
        }
    }

    /// Every file that the policies were read from and that declares something, each once.
    var files: [SourceFile] {
        var files: [SourceFile] = []
        for policy in policies {
            let vocabulary = policy.loaded.vocabulary
            let names = vocabulary.types.map(\.name) + vocabulary.roles.map(\.name) + vocabulary.lexicons.map(\.name)
            for file in [policy.syntax.file] + names.map(\.location.file)
            where !files.contains(where: { $0.name.utf8.elementsEqual(file.name.utf8) }) {
                files.append(file)
            }
        }
        return files
    }
}
