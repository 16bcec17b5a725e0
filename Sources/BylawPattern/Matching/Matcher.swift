final class Matcher: Sendable {
    let program: Program
    let groupCount: Int
    init(_ program: Program, groupCount: Int) {
        self.program = program
        self.groupCount = groupCount
    }

    func firstMatch(in text: Text, from start: Int) -> PatternMatch? {
        let machine = PikeMachine(program, slotCount: groupCount * 2 + 2)
        guard let slots = machine.run(text, from: start, upTo: text.count, isAnchored: false) else { return nil }
        return PatternMatch(slots: slots)
    }
}
