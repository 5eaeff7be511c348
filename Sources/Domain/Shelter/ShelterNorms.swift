/// The norms for acute shelter at one moment; nil where nobody established one.
package struct ShelterNorms: Hashable, Sendable {
    /// From the begin until a suitable place is open (OV-3).
    package let availableMinutes: Int?
    /// Part of those affected for whom there is a place, in percent (OV-4).
    package let sharePercent: Int?
    /// However many are affected, no more places than this (OV-4).
    package let most: Int?
    /// From the begin until nobody lives in a sports hall any more (OV-5).
    package let housingHours: Int?

    package init(availableMinutes: Int?, sharePercent: Int?, most: Int?, housingHours: Int?) {
        self.availableMinutes = availableMinutes
        self.sharePercent = sharePercent
        self.most = most
        self.housingHours = housingHours
    }

    package init(_ norms: NormSet, at instant: Instant) {
        self.init(
            availableMinutes: norms.value(of: .shelterAvailable, at: instant),
            sharePercent: norms.value(of: .shelterShare, at: instant),
            most: norms.value(of: .shelterMost, at: instant),
            housingHours: norms.value(of: .shelterTemporaryHousing, at: instant))
    }

    /// For how many there must be a place: a begun person counts whole. Nil without a share.
    package func places(affected: Int) -> Int? {
        guard let sharePercent else { return nil }
        let share = (max(0, affected) * sharePercent + 99) / 100
        return most.map { min($0, share) } ?? share
    }
}

/// Something about shelter that somebody must know. It is told and stops nothing.
package enum ShelterSignal: Hashable, Sendable {
    /// No place is open yet, and must be by then.
    case dueBy(Instant)
    /// No place was open in time; nil: none is open still.
    case openedLate(due: Instant, openedAt: Instant?)
    /// Fewer places than planned for.
    case tooFewPlaces(planned: Int, present: Int)
    /// More places than the norm comes to, and nobody wrote why.
    case morePlaces(norm: Int, present: Int)
    /// People are still in acute shelter after the time by which they would have a place to live.
    case housingDue(Instant, people: Int)
    case missing(shelter: String, [Shelter.Facility])
    /// More people than fit.
    /// People are in it that is not open as far as anybody wrote down.
    case notOpen(shelter: String, people: Int)
    case full(shelter: String, people: Int, capacity: Int)
}
