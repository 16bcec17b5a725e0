/// How long a point counts, as a policy writes it; ``TallyTerms/Window`` has it with the policy's calendar.
package enum TallyWindow: Sendable, Hashable {
    /// For ever.
    case forever
    /// From the act, to the second.
    case rolling(Duration)
    /// Until the unit ends in which the act occurred, in the policy's time zone.
    case calendar(CalendarUnit)
}

package enum CalendarUnit: String, Sendable, Hashable, CaseIterable {
    case week, month, quarter, year
}

/// What counts where one incident breaks several rules.
package enum PerIncident: String, Sendable, Hashable, CaseIterable {
    case highest, sum
}
