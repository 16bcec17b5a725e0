import Foundation

/// What may be sent to a terminal.
enum Terminal {
    /// Whether what is written there is shown in colours: on a terminal that knows them, and where `NO_COLOR` does not
    /// ask for none (<https://no-color.org>: any value but the empty one).
    static func showsColours(
        on descriptor: Descriptor, environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> Bool {
        descriptor.isTerminal && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    }
}
