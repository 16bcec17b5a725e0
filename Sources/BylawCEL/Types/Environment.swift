/// What an expression may refer to: functions, variables and types, and the calls that the host resolves itself.
package struct Environment: Sendable {
    /// Names are looked for in this namespace first, then in those around it: `com.example`.
    package var container = ""
    /// The calls that become slots.
    package var hostCalls: HostCalls?
    /// Variables by their whole names, which may be dotted.
    package private(set) var variables: [String: CELType] = [:]
    /// Functions by their names, which may be dotted (`math.greatest`); operators by cel-go's names (`_+_`).
    package private(set) var functions: [String: Function] = [:]
    private var types: [String: TypeValue] = [:]

    /// An environment without variables.
    package init(libraries: [Library] = Library.all) {
        for type in TypeValue.standard { types[type.name] = type }
        for library in libraries {
            for function in library.functions { declare(function: function) }
        }
    }

    /// Makes a variable known; a second declaration of a name replaces the first.
    package mutating func declare(variable name: String, type: CELType) { variables[name] = type }

    /// Makes a function known. Overloads of a name that is known already are added to it.
    package mutating func declare(function: Function) {
        guard let known = functions[function.name] else {
            functions[function.name] = function
            return
        }
        let ids = Set(known.overloads.map(\.id))
        let added = function.overloads.filter { !ids.contains($0.id) }
        functions[function.name] = Function(known.name, known.documentation, known.overloads + added)
    }

    /// The type of that name, if a name that is no variable can mean one: `int`, `google.protobuf.Timestamp`.
    func type(named name: String) -> TypeValue? { types[name] }

    /// The full names that `name` may stand for, the innermost container's first.
    func candidates(_ name: String, isRooted: Bool = false) -> [String] {
        guard !isRooted, !container.isEmpty else { return [name] }
        var result: [String] = []
        var parts = container.split(separator: ".")
        while !parts.isEmpty {
            result.append(parts.joined(separator: ".") + "." + name)
            parts.removeLast()
        }
        return result + [name]
    }
}
