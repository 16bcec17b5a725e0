import BylawTestSupport
import Foundation

/// The folders of policies and fixtures in this package.
enum Pack {
    static let policies = SharedData.packageRoot.appending(path: "Policies")
    static let fixtures = SharedData.packageRoot.appending(path: "Fixtures")
}
