/// Notes the groups of a match whose span is known, in a pattern that never leaves a choice.
struct OnePassMachine {
    private let table: OnePassTable
    private let classes: [UInt8]
    private let slotCount: Int

    /// A machine for a program; nil if the program leaves choices.
    init?(_ program: Program, slotCount: Int) {
        guard let table = OnePassTable(program, slotCount: slotCount) else { return nil }
        self.table = table
        classes = program.byteClasses.classes
        self.slotCount = slotCount
    }

    /// The slots of the match with this span.
    func run(_ text: Text, over span: Range<Int>) -> [Int]? {
        var slots = [Int](repeating: -1, count: slotCount)
        slots[0] = span.lowerBound
        slots[1] = span.upperBound
        var node = 0
        var position = span.lowerBound
        while true {
            let isEnd = position == span.upperBound
            let action =
                isEnd
                ? table.ends[node] : table.actions[node * table.stride + Int(classes[Int(text.bytes[position])])]
            guard let action else { return nil }
            if !action.condition.isEmpty, !text.assertions(at: position).isSuperset(of: action.condition) { return nil }
            var noted = action.slots
            while noted != 0 {
                slots[noted.trailingZeroBitCount] = position
                noted &= noted - 1
            }
            if isEnd { return slots }
            node = Int(action.next)
            position += 1
        }
    }
}
