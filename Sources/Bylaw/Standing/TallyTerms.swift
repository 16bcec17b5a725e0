/// What a threshold brings.
public enum SanctionKind: String, Sendable, Hashable, CaseIterable {
    /// A private word.
    case remind
    /// A formal warning.
    case warn
    /// No such actions for a time.
    case suspend
    /// A role is lost.
    case revoke
    /// A merit is recognised, with a title where the rung names one.
    case recognise
}

/// How long a point counts.
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
