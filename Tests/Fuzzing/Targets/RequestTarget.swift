@testable import Bylaw
import BylawCEL
import BylawJSON
import BylawSource
import Foundation

/// Requests as JSON: reading in one pass and by way of a tree are of one mind; each request gets the same decision with all
/// shortcuts and without any, in a session and alone; and none is allowed that anything went wrong with.
struct RequestTarget: FuzzTarget {
    static var seeds: [[UInt8]] {
        Seeds.files(in: "Examples/shares", named: [".json"]) + Seeds.requests.map { Array($0.utf8) }
    }

    static let words = [
        "\"id\":", "\"incident\":", "\"time\":", "\"stage\":\"done\"", "\"actor\":", "\"action\":", "\"resource\":",
        "\"context\":", "\"facts\":", "\"rulings\":", "\"modes\":", "\"fact\":", "\"at\":", "\"until\":", "\"by\":",
        "\"type\":",
        "\"roles\":[\"ambassador\"]", "\"subject\":", "\"properties\":", "\"text\":", "\"label\":\"rumor\"", "null",
        "-0", "2.0",
        "1e400", "\"2024-09-01T10:00:00+09:00\"", "\"member\"", "\"share\"", "\"post\"", "\"x-official\"", "\\u3042",
    ]

    private let quick: Evaluator
    private let plain: Evaluator
    private let session: JudgingSession
    private let time = Timestamp("2024-09-01T10:00:00+09:00")

    init() {
        do {
            let policies = try PolicySet(contentsOf: Seeds.root.appending(path: "Policies/workcircle"))
            quick = Evaluator(policies)
            plain = Evaluator(policies, shortcuts: [])
            session = JudgingSession(quick)
        } catch {
            fatalError("the policies do not load: \(error)")
        }
    }

    func exercise(_ input: [UInt8]) {
        let scanned = RequestScanner.request(input, defaultTime: time)
        let tree = (try? JSONValue.parse(input)).flatMap { try? Request($0, defaultTime: time) }
        if let scanned {
            require(scanned == tree, "read in one pass it is another request, or is refused")
            require(scanned.time.offsetMinutes == tree?.time.offsetMinutes, "another offset")
        }
        do throws(RequestError) {
            let request = try Request(json: input, defaultTime: time)
            require(request == tree, "it is read otherwise than from a tree")
            judge(request)
        } catch {
            require(tree == nil, "it is refused, but not from a tree")
            requireHarmless([error.diagnostic(in: SourceFile(name: "input", bytes: input))])
        }
    }

    private func judge(_ request: Request) {
        for standing in [StandingInput.none, .unavailable] {
            let decision = quick.judge(request, standing: standing)
            requireSound(decision)
            requireErrors(of: request, standing, in: decision)
            require(plain.judge(request, standing: standing) == decision, "without shortcuts it is decided otherwise")
            require(session.judge(request, standing: standing) == decision, "in a session it is decided otherwise")
            require(session.outcome(of: request, standing: standing) == decision.outcome, "another outcome alone")
        }
    }
}

extension RequestTarget {
    /// Each condition is evaluated here by its own program, without the judge: a rule whose condition has no value is told
    /// among the errors, whatever else comes of the request.
    private func requireErrors(of request: Request, _ standing: StandingInput, in decision: Decision) {
        for frame in session.frames(of: request, standing: standing) where !frame.plan.jurisdiction.isShadow {
            for rule in frame.plan.rules where rule.rule.isAbout(request.action.name) && rule.exemption == nil {
                guard let program = rule.expression, program.evaluate(in: frame.frame).isError else { continue }
                require(
                    decision.errors.contains { $0.rule.hasSuffix(rule.rule.name) },
                    "`\(rule.rule.name)` has no value, and is not told")
            }
        }
    }
}

extension RulePlan {
    /// What the rule asks, where that is one expression.
    fileprivate var expression: Program? {
        switch trigger {
        case .when(.expression(let program)), .require(.expression(let program)): program
        default: nil
        }
    }
}

/// What must hold of every decision: a fault never opens, and it can be written.
func requireSound(_ decision: Decision) {
    require(decision.errors.isEmpty || decision.outcome != .allow, "what went wrong is allowed")
    require(!decision.rules.contains { $0.result == .errored } || decision.outcome != .allow, "an errored rule opens")
    require(!decision.rules.contains { $0.effect == .deny } || decision.outcome == .deny, "a denial does not stand")
    var writer = JSONWriter()
    decision.write(to: &writer)
    require((try? JSONValue.parse(writer.bytes)) != nil, "the decision is no JSON")
}
