/// Finds out which types the variables of one expression stand for, as cel-go does: a variable takes the first type it
/// meets, and a more general one where a later one asks for it.
struct Unifier {
    private var bindings: [Int: CELType] = [:]
    /// What was bound before each change, so that changes can be taken back.
    private var changes: [(id: Int, before: CELType?)] = []
    private var count = 0

    /// A variable that stands for no type yet.
    mutating func fresh() -> CELType {
        count += 1
        return .variable(count)
    }

    /// A signature with a fresh variable for each of its parameters.
    mutating func instantiate(_ types: [CELType]) -> [CELType] {
        var variables: [String: CELType] = [:]
        return types.map { instantiate($0, &variables) }
    }

    private mutating func instantiate(_ type: CELType, _ variables: inout [String: CELType]) -> CELType {
        switch type {
        case .parameter(let name):
            if let variable = variables[name] { return variable }
            let variable = fresh()
            variables[name] = variable
            return variable
        case .list(let element): return .list(instantiate(element, &variables))
        case .map(let key, let value): return .map(instantiate(key, &variables), instantiate(value, &variables))
        case .optional(let value): return .optional(instantiate(value, &variables))
        case .type(let inner): return .type(instantiate(inner, &variables))
        case .abstract(let name, let parameters):
            return .abstract(name, parameters.map { instantiate($0, &variables) })
        default: return type
        }
    }

    /// What is known of a type. Variables that stand for nothing yet stay, or become `dyn` where that is `final`.
    func resolve(_ type: CELType, final: Bool = false) -> CELType {
        switch type {
        case .variable(let id):
            if let bound = bindings[id] { return resolve(bound, final: final) }
            return final ? .dyn : type
        case .list(let element): return .list(resolve(element, final: final))
        case .map(let key, let value): return .map(resolve(key, final: final), resolve(value, final: final))
        case .optional(let value): return .optional(resolve(value, final: final))
        case .type(let inner): return .type(resolve(inner, final: final))
        case .abstract(let name, let parameters):
            return .abstract(name, parameters.map { resolve($0, final: final) })
        default: return type
        }
    }

    /// Whether a value of one type may stand where another is wanted. What that says of variables is kept, unless the
    /// answer is no.
    mutating func accepts(_ wanted: CELType, _ given: CELType) -> Bool {
        let mark = changes.count
        if assign(given, to: wanted) { return true }
        undo(to: mark)
        return false
    }

    /// ``accepts(_:_:)`` for one argument after another, all or none.
    mutating func accepts(_ wanted: [CELType], _ given: [CELType]) -> Bool {
        guard wanted.count == given.count else { return false }
        let mark = changes.count
        for (wanted, given) in zip(wanted, given) where !assign(given, to: wanted) {
            undo(to: mark)
            return false
        }
        return true
    }

    private mutating func set(_ id: Int, _ type: CELType) {
        changes.append((id, bindings[id]))
        bindings[id] = type
    }

    private mutating func undo(to mark: Int) {
        while changes.count > mark {
            let change = changes.removeLast()
            bindings[change.id] = change.before
        }
    }

    /// The type of what may be either; nothing where no type but `dyn` holds both.
    mutating func join(_ a: CELType, _ b: CELType) -> CELType? {
        let mark = changes.count
        if assign(a, to: b, loosely: true) { return general(a, b) }
        undo(to: mark)
        return nil
    }

    /// Loosely, a string stands for a host's kind of string too: as in `share.text == 'x'`, where both sides have one
    /// type variable.
    private mutating func assign(_ given: CELType, to wanted: CELType, loosely: Bool = false) -> Bool {
        if case .variable(let id) = wanted {
            if let answer = bind(id, to: given) { return answer }
        }
        if case .variable(let id) = given { return bind(id, to: wanted) ?? false }
        switch (given, wanted) {
        case (.dyn, _), (_, .dyn), (.error, _), (_, .error): return true
        case (.null, _): return isNullable(wanted)
        case (_, .null): return isNullable(given)
        case (.list(let a), .list(let b)), (.optional(let a), .optional(let b)):
            return assign(a, to: b, loosely: loosely)
        case (.map(let aKey, let aValue), .map(let bKey, let bValue)):
            return assign(aKey, to: bKey, loosely: loosely) && assign(aValue, to: bValue, loosely: loosely)
        case (.type, .type): return true
        case (.abstract(let a, let x), .abstract(let b, let y)):
            guard a == b, x.count == y.count else { return false }
            return zip(x, y).allSatisfy { assign($0, to: $1, loosely: loosely) }
        case (.host, .host) where !loosely: return given == wanted
        case (_, .host): return loosely && given.isText && wanted.isText
        case (_, .string), (_, .enumeration): return given == wanted || given.isText && wanted.isText
        default: return given == wanted
        }
    }

    private func isNullable(_ type: CELType) -> Bool {
        switch type {
        case .null, .abstract, .optional, .timestamp, .duration: true
        default: false
        }
    }

    /// Lets a variable stand for a type. False where it stands for another one already; nothing where it cannot, for
    /// the type holds the variable itself.
    private mutating func bind(_ id: Int, to type: CELType) -> Bool? {
        if type == .variable(id) { return true }
        if let bound = bindings[id] {
            if bound == type { return true }
            guard assign(type, to: bound, loosely: true) else { return false }
            let joined = general(type, bound)
            if !occurs(id, in: joined) { set(id, joined) }
            return true
        }
        guard !occurs(id, in: type) else { return nil }
        set(id, type)
        return true
    }

    private func occurs(_ id: Int, in type: CELType) -> Bool {
        switch type {
        case .variable(let other): other == id || bindings[other].map { occurs(id, in: $0) } ?? false
        case .list(let inner), .optional(let inner), .type(let inner): occurs(id, in: inner)
        case .map(let key, let value): occurs(id, in: key) || occurs(id, in: value)
        case .abstract(_, let parameters): parameters.contains { occurs(id, in: $0) }
        default: false
        }
    }

    /// The more general of two types that go together, part by part.
    private func general(_ a: CELType, _ b: CELType) -> CELType {
        switch (a, b) {
        case (.dyn, _), (.error, _), (.variable, _): return a
        case (_, .dyn), (_, .error), (_, .variable): return b
        case (.null, _): return b
        case (_, .null): return a
        case (.list(let a), .list(let b)): return .list(general(a, b))
        case (.optional(let a), .optional(let b)): return .optional(general(a, b))
        case (.map(let aKey, let aValue), .map(let bKey, let bValue)):
            return .map(general(aKey, bKey), general(aValue, bValue))
        case (.abstract(let name, let x), .abstract(_, let y)):
            return .abstract(name, zip(x, y).map { general($0, $1) })
        default: return a == b || !(a.isText && b.isText) ? a : .string
        }
    }
}
