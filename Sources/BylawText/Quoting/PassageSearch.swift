/// Looks for passages in an original: one run of an automaton finds every piece, then each passage's pieces are joined from
/// the left. Linear in the original, in the passages, and in the places where their pieces occur.
struct PassageSearch {
    let result: Quotation

    init(_ passages: [Passage], in original: [FoldedText.Unit]) {
        let automaton = Automaton(passages.flatMap(\.pieces))
        /// Where pieces end, by group, ascending.
        var ends = [[Int]](repeating: [], count: automaton.groups.count)
        var work = 0
        original.withUnsafeBufferPointer { original in
            automaton.run(original) { group, end in
                work += 1
                if work <= Quotation.maximumWork { ends[group].append(end) }
            }
        }
        var groups = [Int](repeating: 0, count: passages.reduce(0) { $0 + $1.pieces.count })
        for group in automaton.groups.indices {
            for key in automaton.keys(of: group) { groups[Int(key)] = group }
        }
        var isFaithful = true
        var first = 0
        for passage in passages {
            let places = groups[first..<first + passage.pieces.count].map { ends[$0] }
            first += passage.pieces.count
            work += places.reduce(0) { $0 + $1.count }
            if work > Quotation.maximumWork {
                result = .undecided
                return
            }
            isFaithful = isFaithful && Self.follow(passage, places)
        }
        result = isFaithful ? .faithful : .altered
    }

    /// Whether the pieces can be taken one after the other, no further apart than the wildcards between them reach.
    private static func follow(_ passage: Passage, _ places: [[Int]]) -> Bool {
        var reached = places[0]
        for index in passage.gaps.indices {
            let (length, gap) = (passage.pieces[index + 1].count, passage.gaps[index])
            var nearest = 0
            var next: [Int] = []
            for end in places[index + 1] {
                let start = end - length
                while nearest < reached.count, reached[nearest] < start - gap { nearest += 1 }
                if nearest < reached.count, reached[nearest] <= start { next.append(end) }
            }
            if next.isEmpty { return false }
            reached = next
        }
        return !reached.isEmpty
    }
}
