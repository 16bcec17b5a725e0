import Bylaw
import BylawService
import Foundation

struct SharingService {
    let store: PolicyStore
    let log: DecisionLog

    init(policies: URL, log path: String, key: LogKey) throws {
        store = try PolicyStore(contentsOf: policies)  // looks at the folder while `try await store.run()` does
        log = try DecisionLog(path: path, key: key)
    }

    /// Answers the requests of one thread, each by whatever is in force then.
    func answer(_ requests: some Sequence<Request>, _ respond: (Decision, PolicyVersion) -> Void) {
        let session = store.session()
        for request in requests {
            let (decision, version) = session.judge(request, standing: .none)
            respond(log.logged(decision, of: request), version)  // held, where there can be no record of it
        }
    }
}
