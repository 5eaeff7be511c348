import Domain

extension Change {
    /// Somebody who is called may arrive hours later, and then stays for a shift.
    private static let aheadMinutes = 24 * 60

    /// Tells, in the same transaction, what the coming or going of people in a deployment leaves uncovered on the
    /// lines on which they are on duty: whoever is at work there cannot answer another call.
    ///
    /// Cost: one small read for somebody without duty in the day ahead; otherwise one proof of a day.
    mutating func noticeCrew(_ people: Set<ID<Functionary>>) throws {
        guard !isNoticingGaps else { return }
        let ahead = Interval(wholeMinute, wholeMinute.adding(minutes: Self.aheadMinutes))
        var lines: Set<Code<DutyLine>> = []
        for person in people.sorted() {
            lines.formUnion(try tx.duties(during: ahead, person: person).map(\.duty.line))
        }
        let opened = try settleGaps(
            on: lines, during: ahead, cause: "deployment.crewed",
            person: people.count == 1 ? people.first : nil)
        try tellPlanners(of: opened)
    }
}
