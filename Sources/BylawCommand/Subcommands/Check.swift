import ArgumentParser
import Bylaw
import BylawAuthoring
import BylawJSON
import BylawSource
import Foundation

/// `bylaw check`: loads policies and shows every problem of every file.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Load policies and print every problem in them.",
        discussion: "Each PATH is a set of its own: a policy file, a folder with all that is in it, or a bundle.")

    @Argument(help: "Policy files, folders of them, or bundles.", transform: NamedPath.read)
    var paths: [String]

    @Flag(help: "Find too what surely means something else than was meant, and exit with 1 where there is any.")
    var strict = false

    @OptionGroup var signature: SignatureOptions
    @OptionGroup var problems: ProblemOptions
    @OptionGroup var report: ReportOptions

    func run() throws {
        let reporter = Reporter(format: report.format, maximum: problems.maxProblems)
        let result = CheckResult(paths, signedBy: try signature.keys(reporter), isStrict: strict)
        switch report.format {
        case .text:
            try reporter.show(result.diagnostics)
            if result.status == nil { try reporter.print(result.summary) }
        case .json: try reporter.print(members: result.write)
        }
        if let status = result.status { throw status }
    }
}

/// What became of loading several paths.
private struct CheckResult {
    private(set) var policies: [Decision.PolicyReference] = []
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var status: ExitStatus?

    /// - Parameters:
    ///   - keys: Who must have signed the policies; nil: nobody.
    ///   - isStrict: Whether policies are analysed too, and nothing may be found.
    init(_ paths: [String], signedBy keys: [VerifyingKey]?, isStrict: Bool) {
        for path in paths {
            let url = URL(filePath: path)
            do throws(PolicyErrors) {
                let set: PolicySet
                var findings: [Diagnostic] = []
                if isStrict {
                    let analysis = try PolicyAnalysis(contentsOf: url, signedBy: keys)
                    (set, findings) = (analysis.policies, analysis.findings)
                } else if let keys {
                    set = try PolicySet(contentsOf: url, signedBy: keys)
                } else {
                    set = try PolicySet(contentsOf: url)
                }
                policies += set.policies
                diagnostics += set.warnings + findings
                if isStrict, !(set.warnings + findings).isEmpty, status == nil { status = .no }
            } catch {
                diagnostics += error.diagnostics
                if status != .unusable { status = ExitStatus(error.diagnostics) }
            }
        }
    }

    /// `2 policies, no errors`.
    var summary: String { "\(policies.count) \(policies.count == 1 ? "policy" : "policies"), no errors\n" }

    func write(to json: inout JSONWriter) {
        json.list("policies", policies) { json, policy in
            json.member("policy", policy.policy)
            json.member("version", policy.version.description)
            json.member("digest", policy.digest)
        }
        json.key("diagnostics")
        json.value(diagnostics)
    }
}
