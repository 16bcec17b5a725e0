extension CheckedExpression {
    /// How many regular expressions it looks for. Each that is written out is kept as a program, of a megabyte at most.
    package var patternCount: Int {
        var count = 0
        root.visit { node in
            guard case .call(let call) = node.kind else { return }
            if call.function == "matches" || call.function.hasPrefix("regex.") { count += 1 }
        }
        return count
    }
}
