import Bylaw
import BylawCEL

/// What a policy's conditions compare attributes with: constants, and what other attributes of the request say.
struct PolicyConstants {
    private var byPath: [RequestPath: ComparedConstants] = [:]
    private var byTally: [String: ComparedConstants] = [:]

    init(_ examination: PolicyExamination) {
        let plan = examination.plan
        for comparison in Self.programs(of: plan).flatMap(\.expression.comparisons) {
            // It reads no slot that the whole does not read.
            var layout = plan.layout
            let value = examination.value(of: comparison.side.plan(into: &layout))
            for path in plan.attributes(readBy: comparison.reads) { byPath[path, default: .init()].add(value) }
            for slot in comparison.reads.hostSlots {
                guard case .points(let tally) = plan.policy.hostSlots[slot] else { continue }
                byTally[tally, default: .init()].add(value)
            }
        }
    }

    private static func programs(of plan: PolicyPlan) -> [Program] {
        plan.lets.map(\.value) + plan.softeners.flatMap(\.when.expressions)
            + plan.rules.flatMap { rule -> [Program] in
                let unless = rule.unless?.expressions ?? []
                switch rule.trigger {
                case .when(let condition), .require(let condition): return condition.expressions + unless
                case .labelMissing, .labelContradicted, .labelUnsupported: return unless
                }
            }
    }

    /// What an attribute is compared with.
    func constants(of path: RequestPath) -> ComparedConstants { byPath[path] ?? .init() }

    /// The numbers of points that conditions ask for, and those beside them.
    func counts(ofTally tally: String) -> [Int] { byTally[tally]?.counts ?? [] }
}

/// What one attribute is compared with.
struct ComparedConstants {
    /// More of one kind than this are rarely told apart by one request, and cost a judgement each.
    private static let most = 16

    private var texts: [String] = []
    private var integers: [Int64] = []
    private var doubles: [Double] = []
    private var durations: [DurationValue] = []
    private var times: [TimestampValue] = []

    mutating func add(_ value: Value) {
        switch value {
        case .string(let text): texts.append(unlessKnown: String(text), Self.most)
        case .int(let number): integers.append(unlessKnown: number, Self.most)
        case .double(let number): doubles.append(unlessKnown: number, Self.most)
        case .duration(let span): durations.append(unlessKnown: span, Self.most)
        case .timestamp(let time): times.append(unlessKnown: time, Self.most)
        case .list(let list): for element in list.elements { add(element) }
        default: break
        }
    }

    /// Numbers that may be counted, and the one before each.
    fileprivate var counts: [Int] {
        Set(integers.filter { 0...1_000 ~= $0 }.flatMap { [Int($0), max(0, Int($0) - 1)] }).sorted()
    }

    /// Values that conditions could tell from the current one. An attribute of a request is set to them, so that times
    /// and durations are texts.
    func values(of type: AttributeType, near current: Value?, at now: Timestamp) -> [AttributeValue] {
        switch type {
        case .bool: [true, false]
        case .enumeration(let enumeration): enumeration.values.map(AttributeValue.string)
        case .int:
            Set(integers.flatMap { [$0 == .min ? $0 : $0 - 1, $0, $0 == .max ? $0 : $0 + 1] }).sorted()
                .map(AttributeValue.int)
        case .double:
            Set(doubles.flatMap { [$0 - 1, $0, $0 + 1] } + integers.map(Double.init)).sorted().map(
                AttributeValue.double)
        case .string: texts.map(AttributeValue.string)
        // In which nothing is found.
        case .text: [""]
        case .duration: durations.flatMap { $0.neighbours.map { .string($0.text) } }
        case .timestamp:
            (durations.flatMap { span in
                span.neighbours.flatMap {
                    [now.advanced(by: .init($0, sign: -1)), now.advanced(by: .init($0, sign: 1))]
                }
            }
                + times.map { Timestamp($0) }.flatMap {
                    [$0.advanced(by: .seconds(-1)), $0, $0.advanced(by: .seconds(1))]
                })
                .map { .string($0.description) }
        case .list(let element): lists(of: element, near: current, at: now)
        case .map, .record: []
        }
    }

    /// The list with one more element, or with one fewer.
    private func lists(of element: AttributeType, near current: Value?, at now: Timestamp) -> [AttributeValue] {
        var present: [AttributeValue] = []
        if case .list(let list) = current { present = list.elements.compactMap { AttributeValue($0) } }
        let fewer = present.indices.map { index in
            AttributeValue.list(present.enumerated().filter { $0.offset != index }.map(\.element))
        }
        let more = values(of: element, near: nil, at: now).filter { !present.contains($0) }.map { added in
            AttributeValue.list(present + [added])
        }
        return more + fewer
    }
}

extension [String] {
    fileprivate mutating func append(unlessKnown text: String, _ most: Int) {
        if count < most, !contains(where: { $0.utf8.elementsEqual(text.utf8) }) { append(text) }
    }
}

extension Array {
    fileprivate mutating func append(unlessKnown element: Element, _ most: Int) where Element: Equatable {
        if count < most, !contains(element) { append(element) }
    }
}

extension DurationValue {
    /// One second less, this, and one more.
    fileprivate var neighbours: [DurationValue] {
        [-1, 0, 1].compactMap { DurationValue(seconds: seconds + $0, nanoseconds: nanoseconds) }
    }
}

extension Duration {
    fileprivate init(_ value: DurationValue, sign: Int64) {
        self = .seconds(value.seconds * sign) + .nanoseconds(Int64(value.nanoseconds) * sign)
    }
}

extension AttributeValue {
    /// What a request says to have a value; nil for what it cannot say.
    init?(_ value: BylawCEL.Value) {
        switch value {
        case .null: self = .null
        case .bool(let bool): self = .bool(bool)
        case .int(let int): self = .int(int)
        case .double(let double): self = .double(double)
        case .string(let text): self = .string(String(text))
        case .timestamp(let time): self = .string(time.text)
        case .duration(let duration): self = .string(duration.text)
        case .list(let list):
            let items = list.elements.compactMap { AttributeValue($0) }
            guard items.count == list.elements.count else { return nil }
            self = .list(items)
        default: return nil
        }
    }
}
