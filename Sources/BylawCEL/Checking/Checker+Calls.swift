internal import BylawSource

extension Checker {
    /// A call: of a function whose name is dotted (`math.abs(x)`), of the host's, of a method, or of a function.
    mutating func call(_ syntax: Syntax, _ presence: Presence) -> Checked {
        guard case .call(let name, let receiver, let arguments, let isRooted) = syntax.kind else {
            return unreachable(syntax)
        }
        let dotted = receiver.flatMap { dottedFunction($0, name) }
        var operands: [Checked] = []
        if dotted == nil, let receiver { operands.append(check(receiver, presence)) }
        for argument in arguments { operands.append(check(argument, presence)) }
        if let dotted { return call(dotted, dotted.name, name, operands, isMember: false, syntax.range) }
        return call(name, operands, isMember: receiver != nil, isRooted, syntax.range)
    }

    /// The function whose name a receiver is a part of.
    private func dottedFunction(_ receiver: Syntax, _ name: Syntax.Name) -> Function? {
        dottedName(receiver).flatMap { function("\($0.name).\(name.text)", isRooted: $0.isRooted) }
    }

    /// A call whose operands are known: the receiver, if it has one, and the arguments.
    private mutating func call(
        _ name: Syntax.Name, _ operands: [Checked], isMember: Bool, _ isRooted: Bool, _ range: SourceRange
    ) -> Checked {
        let receiver = isMember ? operands.first : nil
        if let answer = askHost(name, receiver, Array(operands.dropFirst(isMember ? 1 : 0)), range) { return answer }
        let function =
            isMember ? environment.functions[name.text] : self.function(name.text, isRooted: isRooted)
        guard let function, isDynamic || isCallable(function, isMember) else {
            return unknownFunction(name, receiver, operands, range)
        }
        var checked = call(function, name.text, name, operands, isMember: isMember, range)
        if name.text == "hasValue", let receiver { checked.whenTrue = present(where: receiver.node) }
        return checked
    }

    private mutating func unknownFunction(
        _ name: Syntax.Name, _ receiver: Checked?, _ operands: [Checked], _ range: SourceRange
    ) -> Checked {
        if operands.contains(where: { $0.type == .error }) {
            // What is wrong with the operands has been told.
        } else if environment.hostCalls?.names.contains(name.text) == true {
            let types = operands.dropFirst(receiver == nil ? 0 : 1).map { unifier.resolve($0.type) }
            report(.notTheHosts(name, receiver.map { unifier.resolve($0.type) }, types))
        } else {
            let isMethod = receiver != nil
            report(.unknownFunction(name, isMethod: isMethod, known: callable(isMethod: isMethod)))
        }
        return failed(range, EvaluationError(.noSuchOverload, "no function `\(name.text)`"))
    }

    private func function(_ name: String, isRooted: Bool) -> Function? {
        for candidate in environment.candidates(name, isRooted: isRooted) {
            if let function = environment.functions[candidate] { return function }
        }
        return nil
    }

    private func isCallable(_ function: Function, _ isMethod: Bool) -> Bool {
        function.overloads.contains { $0.isMember == isMethod }
    }

    /// What could have been meant by the name of a function or method.
    private func callable(isMethod: Bool) -> [String] {
        let names = environment.functions.values.filter { isCallable($0, isMethod) }.map(\.name)
        let macros =
            isMethod
            ? ["all", "exists", "exists_one", "map", "filter", "transformList", "transformMap", "optMap"] : ["has"]
        return (names + macros + (environment.hostCalls?.names ?? [])).filter {
            $0.utf8.first.map(isNameStart) ?? false
        }
        .sorted()
    }

    private mutating func call(
        _ function: Function, _ shown: String, _ name: Syntax.Name, _ arguments: [Checked], isMember: Bool,
        _ range: SourceRange
    ) -> Checked {
        guard let (overloads, type) = resolve(function.overloads, arguments, isMember: isMember) else {
            if !arguments.contains(where: { $0.type == .error }) {
                let types = arguments.map { unifier.resolve($0.type) }
                let candidates = function.overloads.filter { $0.isMember == isMember }
                report(.noOverload(shown, name.range, types, arguments.map(\.node.range), isMember, candidates))
            }
            return failed(range, EvaluationError(.noSuchOverload, "no overload of `\(shown)` takes these arguments"))
        }
        checkLiterals(of: overloads, arguments)
        let call = CheckedNode.Call(function: shown, overloads: overloads, arguments: arguments.map(\.node))
        return node(.call(call), type, range)
    }

    /// A literal that its function can never use, such as a malformed pattern, is told before anything is evaluated.
    private mutating func checkLiterals(of overloads: [Overload], _ arguments: [Checked]) {
        guard overloads.count == 1, let preparation = overloads.first?.preparation,
            arguments.indices.contains(preparation.argument),
            case .constant(let literal) = arguments[preparation.argument].node.kind,
            case .failure(let error) = preparation.prepare(literal)
        else { return }
        report(ExpressionProblem("invalid-argument", error.message, at: arguments[preparation.argument].node.range))
    }

    /// The overloads that may fit, and the type of what they give: `dyn` where they differ.
    mutating func resolve(
        _ overloads: [Overload], _ arguments: [Checked], isMember: Bool
    ) -> (overloads: [Overload], type: CELType)? {
        let given = arguments.map(\.type)
        if given.contains(.error), !isDynamic { return nil }
        var chosen: [Overload] = []
        var result: CELType?
        for overload in overloads where overload.isMember == isMember {
            guard let parameters = overload.parameters(forArguments: given.count) else { continue }
            // What takes anything says nothing about types where another overload is known to fit.
            if !chosen.isEmpty, !given.contains(.dyn), parameters.allSatisfy({ $0 == .dyn }) { continue }
            let signature = unifier.instantiate(parameters + [overload.result])
            guard let type = signature.last, unifier.accepts(Array(signature.dropLast()), given) else { continue }
            chosen.append(overload)
            let resolved = unifier.resolve(type)
            if let known = result, known != resolved { result = .dyn } else { result = resolved }
        }
        guard let result else { return nil }
        return (chosen, result)
    }

    // MARK: The host's

    /// Asks the host for a call that it claims; nothing where it is none of the host's.
    private mutating func askHost(
        _ name: Syntax.Name, _ receiver: Checked?, _ arguments: [Checked], _ range: SourceRange
    ) -> Checked? {
        guard let host = environment.hostCalls, host.names.contains(name.text) else { return nil }
        if receiver?.type == .error || arguments.contains(where: { $0.type == .error }) {
            return failed(range, EvaluationError(.host, "the arguments have no value"))
        }
        let call = HostCall(
            name: name.text, nameRange: name.range, receiver: receiver.map { form($0.node) },
            arguments: arguments.map { form($0.node) }, range: range)
        switch host.resolve(call) {
        case .slot(let slot, let type): return node(.hostSlot(slot), type, range)
        case .notMine: return nil
        case .problem(let code, let message, let help, let place):
            report(ExpressionProblem(code, message, at: place, help: help))
            return failed(range, EvaluationError(.host, message))
        }
    }

    private func form(_ node: CheckedNode) -> HostCall.Form {
        switch node.kind {
        case .constant(let value): HostCall.Form(.literal(value), node.range)
        case .attribute(let path): HostCall.Form(.attribute(path, unifier.resolve(node.type)), node.range)
        default: HostCall.Form(.other(unifier.resolve(node.type)), node.range)
        }
    }
}

extension Overload {
    /// The type that each of so many arguments must have; nothing where the overload does not take so many.
    func parameters(forArguments count: Int) -> [CELType]? {
        if parameters.count == count { return parameters }
        guard isVariadic, count > parameters.count, let last = parameters.last else { return nil }
        return parameters + Array(repeating: last, count: count - parameters.count)
    }
}
