import Bylaw
import Foundation

/// Standing by its definition, as slowly as it is written down: nothing is carried from one event to the next, every
/// question looks at all events again. Calendar units come from Foundation.
struct PlainStanding {
    let time: Timestamp
    let terms: [String: TallyTerms]
    /// What is known of the member at that time, in no order.
    private let known: [LedgerEvent]
    /// What of it no reversal takes back.
    private var valid: [LedgerEvent] = []

    init(of subject: String, at time: Timestamp, events: [LedgerEvent], terms: [TallyTerms]) {
        self.time = time
        self.terms = Dictionary(terms.map { ($0.digest, $0) }) { first, _ in first }
        known = events.filter { $0.subject == subject && $0.occurred <= time && $0.recorded <= time }
        valid = known.filter { !isReversed($0) }
    }

    // MARK: Events

    private func isBefore(_ a: LedgerEvent, _ b: LedgerEvent) -> Bool {
        (a.occurred, a.recorded, a.id) < (b.occurred, b.recorded, b.id)
    }

    private func names(_ reversal: LedgerEvent, _ event: LedgerEvent) -> Bool {
        switch (reversal.kind, event.kind) {
        case (.reversal(.event(let id)), _): id == event.id
        case (.reversal(.incident(let incident)), .strike(let charge)): incident == charge.incident
        default: false
        }
    }

    /// Whether a reversal takes the event back. Of reversals only a later one can.
    private func isReversed(_ event: LedgerEvent) -> Bool {
        known.contains { reversal in
            guard names(reversal, event) else { return false }
            if case .reversal = event.kind, !isBefore(event, reversal) { return false }
            return !isReversed(reversal)
        }
    }

    private func knownSince(_ event: LedgerEvent) -> Timestamp { max(event.occurred, event.recorded) }

    // MARK: Points

    /// A charge with its event and terms.
    private struct Charge {
        let event: LedgerEvent
        let charge: LedgerEvent.Charge
        let terms: TallyTerms
    }

    private func charges(_ policy: String, _ tally: String) -> [Charge] {
        valid.compactMap { event in
            guard let charge = event.charge, charge.policy == policy, charge.tally == tally,
                let terms = terms[charge.terms]
            else { return nil }
            return Charge(event: event, charge: charge, terms: terms)
        }
    }

    /// The valid pardons of a tally.
    private func pardons(_ policy: String, _ tally: String) -> [(time: Timestamp, clears: LedgerEvent.Pardon.Clears)] {
        valid.compactMap { event in
            guard case .pardon(let pardon) = event.kind, pardon.policy ?? policy == policy,
                pardon.tally ?? tally == tally
            else { return nil }
            return (event.occurred, pardon.clears)
        }
    }

    private func isInWindow(_ charge: Charge, at moment: Timestamp) -> Bool {
        let occurred = charge.event.occurred
        guard occurred <= moment else { return false }
        switch charge.terms.window {
        case .forever: return true
        case .rolling(let duration):
            return Duration.seconds(moment.seconds - occurred.seconds) < duration
        case .calendar(let unit, _, let weekStarts):
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = TimeZone(secondsFromGMT: 9 * 3600) ?? calendar.timeZone
            calendar.firstWeekday = weekStarts == .sunday ? 1 : 2
            calendar.minimumDaysInFirstWeek = 1
            let component: Calendar.Component =
                switch unit {
                case .week: .weekOfYear
                case .month: .month
                case .quarter: .quarter
                case .year: .year
                }
            let dates = [occurred, moment].map { Date(timeIntervalSince1970: Double($0.seconds)) }
            guard unit == .quarter else {
                return calendar.dateInterval(of: component, for: dates[0]).map {
                    $0.contains(dates[1]) && dates[1] < $0.end
                } ?? false
            }
            let quarters = dates.map {
                (calendar.component(.year, from: $0), (calendar.component(.month, from: $0) - 1) / 3)
            }
            return quarters[0] == quarters[1]
        }
    }

    private func counts(_ charge: Charge, at moment: Timestamp) -> Bool {
        isInWindow(charge, at: moment)
            && !pardons(charge.charge.policy, charge.charge.tally).contains {
                $0.clears == .points && knownSince(charge.event) <= $0.time && $0.time <= moment
            }
    }

    /// Added up over the incidents; `all` says what counts of each.
    private func points(_ charges: [Charge], among all: [Charge]) -> Int {
        Dictionary(grouping: charges, by: \.charge.incident).reduce(0) { sum, group in
            let points = group.value.map(\.charge.points)
            let last = all.filter { $0.charge.incident == group.key }.max { isBefore($0.event, $1.event) }
            return sum + (last?.terms.perIncident == .sum ? points.reduce(0, +) : points.max() ?? 0)
        }
    }

    // MARK: Sanctions

    /// The rung that a charge crosses where only what was known at a moment counts.
    private func rung(_ charge: Charge, among all: [Charge], knownAt moment: Timestamp) -> Rung? {
        let earlier = all.filter {
            isBefore($0.event, charge.event) && knownSince($0.event) <= moment && counts($0, at: charge.event.occurred)
        }
        let before = points(earlier, among: all)
        let after = points(earlier + [charge], among: all)
        guard after > before, let last = charge.terms.ladder.compactMap(\.at.points).max() else { return nil }
        let crossed = charge.terms.ladder.filter { rung in
            rung.at.points.map { $0 <= after && ($0 > before || $0 == last) } ?? false
        }
        return crossed.max { ($0.at.points ?? 0) < ($1.at.points ?? 0) }
    }

    private func sanctions(_ policy: String, _ tally: String) -> [Standing.Sanction] {
        let all = charges(policy, tally).sorted { isBefore($0.event, $1.event) }
        return all.compactMap { charge in
            guard let rung = rung(charge, among: all, knownAt: time) else { return nil }
            let moments = all.map { knownSince($0.event) }.filter { $0 >= knownSince(charge.event) }.sorted()
            let from = moments.first { self.rung(charge, among: all, knownAt: $0) == rung }
            guard let from else { return nil }
            var ends: [Timestamp] = []
            if rung.sanction == .suspend, let duration = rung.duration { ends.append(from.advanced(by: duration)) }
            if [.suspend, .revoke].contains(rung.sanction) {
                ends += pardons(policy, tally).map(\.time).filter { from <= $0 }
            }
            return Standing.Sanction(
                policy: policy, tally: tally, rung: rung, event: charge.event.id, from: from, until: ends.min())
        }
    }

    // MARK: Standing

    func standing(of subject: String) -> Standing {
        var standing = Standing(subject: subject)
        let names = Set(valid.compactMap { $0.charge.map { [$0.policy, $0.tally] } }).sorted {
            ($0[0], $0[1]) < ($1[0], $1[1])
        }
        for name in names {
            let all = charges(name[0], name[1])
            let points = points(all.filter { counts($0, at: time) }, among: all)
            if points > 0 { standing.tallies.append(.init(policy: name[0], tally: name[1], points: points)) }
            standing.sanctions += sanctions(name[0], name[1])
        }
        standing.sanctions = standing.sanctions.enumerated()
            .sorted { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }.map(\.element)
        standing.suspensions = standing.sanctions.filter { $0.rung.sanction == .suspend && $0.until != $0.from }
            .map { .init(policy: $0.policy, actions: $0.rung.actions, from: $0.from, until: $0.until) }
        for title in standing.sanctions.compactMap(\.rung.title) where !standing.titles.contains(title) {
            standing.titles.append(title)
        }
        let roles = Set(known.compactMap(role) + standing.sanctions.compactMap(\.rung.role)).sorted()
        for role in roles {
            switch isHeld(role, standing.sanctions) {
            case true?: standing.roles.append(role)
            case false?: standing.revoked.append(role)
            case nil: break
            }
        }
        return standing
    }

    private func role(_ event: LedgerEvent) -> String? {
        switch event.kind {
        case .roleGranted(let role), .roleRevoked(let role): role
        default: nil
        }
    }

    /// What the last change says of a role; nil where there is none.
    private func isHeld(_ role: String, _ sanctions: [Standing.Sanction]) -> Bool? {
        let people = valid.filter { self.role($0) == role }.map { event in
            (event.occurred, event.recorded, 0, event.id, event.kind == .roleGranted(role))
        }
        let ladders = sanctions.filter { $0.rung.role == role && $0.until == nil }.map { sanction in
            (sanction.from, sanction.from, 1, sanction.event, sanction.rung.sanction == .recognise)
        }
        let last = (people + ladders).max { ($0.0, $0.1, $0.2, $0.3) < ($1.0, $1.1, $1.2, $1.3) }
        return last?.4
    }
}
