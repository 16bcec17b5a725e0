import Bylaw

struct WatchedService {
    let evaluator: Evaluator
    private var watch: RuleWatch

    init(policies: PolicySet) {
        evaluator = Evaluator(policies)
        watch = RuleWatch(policies)
    }

    mutating func judge(_ request: Request, standing: StandingInput) -> Decision {
        var request = request
        request.stopped = watch.stopped(at: request.time)
        let decision = evaluator.judge(request, standing: standing)
        watch.record(decision)
        return decision
    }
}
