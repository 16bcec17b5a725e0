/// A named group of functions and macros that an environment may have or lack.
package struct Library: Sendable {
    /// cel-go's name: `strings`, `math`.
    package let name: String
    package let functions: [Function]
    /// The macros that come with it, by the name they are called by: `optMap`. The parser expands them.
    package let macros: [String]

    package init(_ name: String, functions: [Function], macros: [String] = []) {
        self.name = name
        self.functions = functions
        self.macros = macros
    }
}
