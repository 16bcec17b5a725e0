import BylawSource
import Foundation

/// What may be sent to a terminal.
enum Terminal {
    /// How text is marked up that is written there.
    static func style(of descriptor: Descriptor) -> TextRenderer.Style {
        showsColours(on: descriptor) ? .colour : .plain
    }

    /// Whether what is written there is shown in colours: on a terminal that knows them, and where `NO_COLOR` does not
    /// ask for none (<https://no-color.org>: any value but the empty one).
    private static func showsColours(on descriptor: Descriptor) -> Bool {
        let environment = ProcessInfo.processInfo.environment
        return descriptor.isTerminal && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    }
}
