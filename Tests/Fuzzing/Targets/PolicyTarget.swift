@testable import Bylaw
import BylawSource
import BylawTesting
import Foundation

/// Policy files among the project's other files: there are policies or errors, and what loads decides the fixtures' requests
/// the same with all shortcuts and without any, and opens nothing where something went wrong.
struct PolicyTarget: FuzzTarget {
    static var seeds: [[UInt8]] {
        Seeds.files(in: "Policies", named: [".yaml"]) + Seeds.files(in: "Tests/Broken", named: [".yaml"])
            + Seeds.files(in: "Tests/Histories/policies", named: [".yaml"])
    }

    static let words = Seeds.keys + Seeds.functions

    /// The requests of the fixtures, one for each action on each kind of resource.
    private let requests: [Request]
    private let others = OtherFiles()

    init() {
        let all = Seeds.situations.map(\.request)
        var seen: Set<[String]> = []
        requests = all.filter { seen.insert([$0.actor.type, $0.action.name, $0.resource.type]).inserted }
        require(requests.count > 10, "there are no requests to judge")
    }

    func exercise(_ input: [UInt8]) {
        do throws(PolicyErrors) {
            let policies = try PolicySet(others.with(input))
            requireHarmless(policies.warnings)
            let quick = Evaluator(policies)
            let plain = Evaluator(policies, shortcuts: [])
            for request in requests where !quick.applicable(to: request).isEmpty {
                for standing in [StandingInput.none, .unavailable] {
                    let decision = quick.judge(request, standing: standing)
                    requireSound(decision)
                    require(
                        plain.judge(request, standing: standing) == decision, "without shortcuts it is another decision"
                    )
                }
            }
        } catch {
            require(error.diagnostics.contains { $0.severity == .error }, "policies are refused without an error")
            requireHarmless(error.diagnostics)
        }
    }
}

/// The project's policy files, of which one is another.
private struct OtherFiles: PolicyFolder {
    private static let place = PolicyPath("workcircle/input.yaml")
    private var texts: [PolicyPath: [UInt8]]

    init() {
        let root = Seeds.root.appending(path: "Policies")
        texts = Dictionary(
            Seeds.paths(in: root, named: [".yaml", ".txt", ".tsv"]).map {
                (PolicyPath($0), Seeds.bytes(root.appending(path: $0)))
            },
            uniquingKeysWith: { first, _ in first })
    }

    func with(_ input: [UInt8]) -> OtherFiles {
        var folder = self
        folder.texts[Self.place] = input
        return folder
    }

    var name: String? { nil }

    var rootMark: PolicyPath? { nil }

    func files() -> [PolicyPath] { [Self.place] }

    func read(_ path: PolicyPath, limit: Int) throws(ReadError) -> [UInt8] {
        guard let bytes = texts[path] else { throw ReadError("missing-file", "there is no file `\(path)`") }
        guard bytes.count <= limit else { throw ReadError("file-too-large", "`\(path)` is too large") }
        return bytes
    }

    func displayName(_ path: PolicyPath) -> String { path.description }
}
