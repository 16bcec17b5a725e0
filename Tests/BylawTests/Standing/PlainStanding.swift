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
        case (.appealOverturned(let decision), _): decision.event == event.id
        default: false
        }
    }

    /// Whether a reversal takes the event back. Of reversals only a later one can.
    private func isReversed(_ event: LedgerEvent) -> Bool {
        known.contains { reversal in
            guard names(reversal, event) else { return false }
            if event.takesBack, !isBefore(event, reversal) { return false }
            return !isReversed(reversal)
        }
    }

    private func knownSince(_ event: LedgerEvent) -> Timestamp { max(event.occurred, event.recorded) }

    // MARK: Points

    /// A charge or a warning by hand, with its event and terms.
    private struct Charge {
        let event: LedgerEvent
        let incident: String
        let points: Int
        let isSevere: Bool
        let isWarning: Bool
        let terms: TallyTerms
    }

    private func charges(_ policy: String, _ tally: String) -> [Charge] {
        valid.compactMap { event in
            if case .warning(let warning) = event.kind, warning.tally.policy == policy, warning.tally.tally == tally,
                let terms = terms[warning.tally.terms]
            {
                return Charge(
                    event: event, incident: warning.incident, points: 0, isSevere: false, isWarning: true, terms: terms)
            }
            guard let charge = event.charge, charge.policy == policy, charge.tally == tally,
                let terms = terms[charge.terms]
            else { return nil }
            return Charge(
                event: event, incident: charge.incident, points: charge.points, isSevere: charge.isSevere,
                isWarning: false, terms: terms)
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

    private func isIn(_ window: TallyTerms.Window, _ occurred: Timestamp, at moment: Timestamp) -> Bool {
        guard occurred <= moment else { return false }
        switch window {
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

    private func isPardoned(_ charge: Charge, _ policy: String, _ tally: String, at moment: Timestamp) -> Bool {
        pardons(policy, tally).contains {
            $0.clears == .points && knownSince(charge.event) <= $0.time && $0.time <= moment
        }
    }

    // MARK: Trainings

    /// A training that counts.
    private struct Training {
        let completed: Timestamp
        let lifts: Timestamp
        let kind: TallyTerms.Training.Lifts
        let target: String?
    }

    private func trainings(_ policy: String, _ tally: String) -> [Training] {
        let completed = valid.compactMap { event -> (LedgerEvent, LedgerEvent.Expungement, TallyTerms.Training)? in
            guard case .expungement(let training) = event.kind, training.tally.policy == policy,
                training.tally.tally == tally, let terms = terms[training.tally.terms]?.training
            else { return nil }
            return (event, training, terms)
        }.sorted { (knownSince($0.0), $0.0.id) < (knownSince($1.0), $1.0.id) }
        var used: [(Timestamp, TallyTerms.Training)] = []
        var counting: [Training] = []
        for (event, training, terms) in completed {
            let moment = knownSince(event)
            let now = used.filter { isIn($0.1.window, $0.0, at: moment) }.count
            if let atMost = terms.atMost, now >= atMost { continue }
            used.append((moment, terms))
            counting.append(
                Training(
                    completed: moment, lifts: moment.advanced(by: terms.after), kind: terms.lifts,
                    target: training.event
                ))
        }
        return counting.enumerated().sorted { ($0.element.lifts, $0.offset) < ($1.element.lifts, $1.offset) }
            .map(\.element)
    }

    // MARK: Walking

    /// What a tally looks like at one moment: everything is looked up in lists, nothing is reckoned in advance.
    private struct Walk {
        var counted: [Charge] = []
        var lifted: Set<String> = []
        /// Warnings with the moment at which a training lifted them.
        var warnings: [(charge: Charge, lifted: Timestamp?)] = []
        var trainings: [Training] = []
        var taken: [Charge] = []
        /// What each charge brought, by its event's id.
        var rungs: [String: Rung] = [:]
    }

    private func walk(
        _ charges: [Charge], _ trainings: [Training], _ policy: String, _ tally: String, all: [Charge], until: Timestamp
    ) -> Walk {
        var walk = Walk()
        walk.trainings = trainings
        func advance(to moment: Timestamp) {
            while let next = walk.trainings.first, next.lifts <= moment {
                walk.trainings.removeFirst()
                let isVoid = walk.taken.contains { charge in
                    let isAct = charge.isWarning || charge.points > 0 && charge.event.charge != nil && isStrike(charge)
                    return isAct && next.completed <= charge.event.occurred && charge.event.occurred < next.lifts
                }
                if isVoid { continue }
                switch next.kind {
                case .warning:
                    let index = walk.warnings.firstIndex { warning in
                        isStanding(warning, policy, tally, at: next.lifts)
                            && knownSince(warning.charge.event) <= next.completed
                            && (next.target == nil || next.target == warning.charge.event.id)
                    }
                    if let index { walk.warnings[index].lifted = next.lifts }
                case .strike:
                    let target = walk.counted.first { charge in
                        counts(charge, walk, policy, tally, at: next.lifts) && charge.points > 0
                            && knownSince(charge.event) <= next.completed
                            && (next.target == nil || next.target == charge.event.id)
                    }
                    if let target { walk.lifted.insert(target.event.id) }
                }
            }
        }
        for charge in charges.sorted(by: { isBefore($0.event, $1.event) }) {
            let moment = charge.event.occurred
            advance(to: moment)
            let standing = walk.warnings.filter { isStanding($0, policy, tally, at: moment) }
            let isCovered = standing.contains { $0.charge.incident == charge.incident }
            walk.taken.append(charge)
            if charge.isWarning {
                walk.rungs[charge.event.id] = Rung(at: .manual, sanction: .warn)
                walk.warnings.append((charge, nil))
                continue
            }
            if charge.isSevere, let severe = charge.terms.severe {
                walk.rungs[charge.event.id] = severe
            } else if let terms = charge.terms.warnings, isStrike(charge), charge.points > 0 {
                if isCovered { continue }
                if standing.count < terms.first {
                    walk.rungs[charge.event.id] = Rung(at: .warning, sanction: .warn)
                    walk.warnings.append((charge, nil))
                    continue
                }
                walk.rungs[charge.event.id] = rung(charge, walk, policy, tally, all)
            } else {
                walk.rungs[charge.event.id] = rung(charge, walk, policy, tally, all)
            }
            walk.counted.append(charge)
        }
        advance(to: until)
        return walk
    }

    private func isStrike(_ charge: Charge) -> Bool {
        if case .strike = charge.event.kind { true } else { false }
    }

    private func isStanding(
        _ warning: (charge: Charge, lifted: Timestamp?), _ policy: String, _ tally: String, at moment: Timestamp
    ) -> Bool {
        let charge = warning.charge
        return isIn(charge.terms.warnings?.window ?? charge.terms.window, charge.event.occurred, at: moment)
            && !isPardoned(charge, policy, tally, at: moment) && warning.lifted.map { moment < $0 } ?? true
    }

    private func counts(
        _ charge: Charge, _ walk: Walk, _ policy: String, _ tally: String, at moment: Timestamp
    ) -> Bool {
        isIn(charge.terms.window, charge.event.occurred, at: moment)
            && !isPardoned(charge, policy, tally, at: moment) && !walk.lifted.contains(charge.event.id)
    }

    /// Added up over the incidents; `all` says what counts of each.
    private func points(_ charges: [Charge], among all: [Charge]) -> Int {
        Dictionary(grouping: charges, by: \.incident).reduce(0) { sum, group in
            let points = group.value.map(\.points)
            let last = all.filter { $0.incident == group.key }.max { isBefore($0.event, $1.event) }
            return sum + (last?.terms.perIncident == .sum ? points.reduce(0, +) : points.max() ?? 0)
        }
    }

    /// The rung that a charge crosses by its points.
    private func rung(
        _ charge: Charge, _ walk: Walk, _ policy: String, _ tally: String, _ all: [Charge]
    ) -> Rung? {
        let earlier = walk.counted.filter { counts($0, walk, policy, tally, at: charge.event.occurred) }
        let before = points(earlier, among: all)
        let after = points(earlier + [charge], among: all)
        guard after > before, let last = charge.terms.ladder.compactMap(\.at.points).max() else { return nil }
        let crossed = charge.terms.ladder.filter { rung in
            rung.at.points.map { $0 <= after && ($0 > before || $0 == last) } ?? false
        }
        return crossed.max { ($0.at.points ?? 0) < ($1.at.points ?? 0) }
    }

    // MARK: Sanctions

    private func sanction(
        _ rung: Rung, _ policy: String, _ tally: String, event: String, from: Timestamp
    ) -> Standing.Sanction {
        var ends: [Timestamp] = []
        if rung.sanction == .suspend, let duration = rung.duration { ends.append(from.advanced(by: duration)) }
        if [.suspend, .revoke].contains(rung.sanction) {
            ends += pardons(policy, tally).map(\.time).filter { from <= $0 }
        }
        return Standing.Sanction(
            policy: policy, tally: tally, rung: rung, event: event, from: from, until: ends.min())
    }

    private func sanctions(_ policy: String, _ tally: String) -> [Standing.Sanction] {
        let all = charges(policy, tally).sorted { isBefore($0.event, $1.event) }
        let trainings = trainings(policy, tally)
        func rung(_ charge: Charge, knownAt moment: Timestamp) -> Rung? {
            // A charge is looked at with what came before it and was known by then.
            let subset = all.filter {
                $0.event.id == charge.event.id
                    || isBefore($0.event, charge.event) && knownSince($0.event) <= moment
            }
            return walk(subset, trainings, policy, tally, all: all, until: charge.event.occurred)
                .rungs[charge.event.id]
        }
        return all.compactMap { charge in
            guard let found = rung(charge, knownAt: time) else { return nil }
            let moments = all.map { knownSince($0.event) }.filter { $0 >= knownSince(charge.event) }.sorted()
            let from =
                charge.isWarning
                ? knownSince(charge.event) : moments.first { rung(charge, knownAt: $0) == found }
            return from.map { sanction(found, policy, tally, event: charge.event.id, from: $0) }
        }
    }

    /// Sanctions by hand, in the ledger's order.
    private var manual: [Standing.Sanction] {
        valid.sorted(by: isBefore).compactMap { event in
            guard case .sanction(let manual) = event.kind else { return nil }
            let rung = Rung(
                at: .manual, sanction: manual.sanction, actions: manual.actions, duration: manual.duration,
                role: manual.role)
            return sanction(rung, manual.tally.policy, manual.tally.tally, event: event.id, from: knownSince(event))
        }
    }

    // MARK: What was carried out

    /// What was recorded last of each sanction, in the order of first recording.
    private var acknowledged: [(sanction: LedgerEvent.SanctionReference, isCarriedOut: Bool)] {
        var list: [(sanction: LedgerEvent.SanctionReference, isCarriedOut: Bool)] = []
        for event in valid.sorted(by: isBefore) {
            let (sanction, isCarriedOut): (LedgerEvent.SanctionReference, Bool)
            switch event.kind {
            case .sanctionCarriedOut(let reference): (sanction, isCarriedOut) = (reference, true)
            case .sanctionUndone(let reference): (sanction, isCarriedOut) = (reference, false)
            default: continue
            }
            if let index = list.firstIndex(where: { $0.sanction == sanction }) {
                list[index].isCarriedOut = isCarriedOut
            } else {
                list.append((sanction, isCarriedOut))
            }
        }
        return list
    }

    private func mustBeUndone(_ sanction: LedgerEvent.SanctionReference, _ standing: Standing) -> Bool {
        let own = standing.sanctions.first { LedgerEvent.SanctionReference($0) == sanction }
        switch sanction.sanction {
        case .revoke:
            guard own == nil || own?.until != nil else { return false }
            return !standing.revoked.contains(sanction.role ?? "")
        case .suspend:
            if let own {
                guard let until = own.until else { return false }
                if let duration = own.rung.duration, until >= own.from.advanced(by: duration) { return false }
            }
            return !standing.sanctions.contains { other in
                guard other.rung.sanction == .suspend, other.policy == sanction.policy, other.from <= time,
                    other.until == nil || time < other.until ?? time
                else { return false }
                if other.rung.actions.isEmpty { return true }
                return !sanction.actions.isEmpty && Set(sanction.actions).isSubset(of: other.rung.actions)
            }
        default: return false
        }
    }

    // MARK: Standing

    func standing(of subject: String, incident: String? = nil) -> Standing {
        var standing = Standing(subject: subject)
        let tallies = valid.compactMap { event -> [String]? in
            if case .warning(let warning) = event.kind { return [warning.tally.policy, warning.tally.tally] }
            return event.charge.map { [$0.policy, $0.tally] }
        }
        for name in Set(tallies).sorted(by: { ($0[0], $0[1]) < ($1[0], $1[1]) }) {
            let (policy, tally) = (name[0], name[1])
            let all = charges(policy, tally)
            let end = walk(all, trainings(policy, tally), policy, tally, all: all, until: time)
            let points = points(end.counted.filter { counts($0, end, policy, tally, at: time) }, among: all)
            let warnings = end.warnings.filter { isStanding($0, policy, tally, at: time) }
            if points > 0 || !warnings.isEmpty {
                standing.tallies.append(.init(policy: policy, tally: tally, points: points, warnings: warnings.count))
            }
            if let incident, all.contains(where: { $0.incident == incident }) {
                let own = end.counted.filter { $0.incident == incident && counts($0, end, policy, tally, at: time) }
                standing.ofIncident.append(
                    .init(
                        policy: policy, tally: tally, points: self.points(own, among: all),
                        warnings: warnings.contains { $0.charge.incident == incident } ? 1 : 0))
            }
            standing.sanctions += sanctions(policy, tally)
        }
        standing.sanctions += manual
        standing.sanctions = standing.sanctions.enumerated()
            .sorted { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }.map(\.element)
        for index in standing.sanctions.indices {
            let reference = LedgerEvent.SanctionReference(standing.sanctions[index])
            standing.sanctions[index].isCarriedOut =
                acknowledged.contains { $0.sanction == reference && $0.isCarriedOut }
        }
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
        standing.restores = acknowledged.filter { $0.isCarriedOut && mustBeUndone($0.sanction, standing) }
            .map(\.sanction)
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

extension LedgerEvent {
    /// Whether it takes something back.
    fileprivate var takesBack: Bool {
        switch kind {
        case .reversal, .appealOverturned: true
        default: false
        }
    }
}
