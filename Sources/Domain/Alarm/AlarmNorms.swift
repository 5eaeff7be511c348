/// The times an alarm goes by, frozen with it when it is raised: a norm that is changed in the night must not
/// change an alarm that runs.
package struct AlarmNorms: Codable, Hashable, Sendable {
    /// How long each wave has before the next is called.
    package let waveMinutes: Int
    /// Without an answer, how long before a person's next channel is tried. A channel that fails is not waited
    /// for.
    package let channelMinutes: Int
    /// How long somebody may be past the time they said before they are asked.
    package let overdueMinutes: Int
    /// How long they have to answer that; after it another is called.
    package let overdueReplyMinutes: Int
    /// How long a named human has to take an alarm that found too few people, before the next is told.
    package let takeMinutes: Int
    /// Within which a better description follows a thin one.
    package let followUpMinutes: Int
    /// When somebody is expected who does not say when, on a post without a norm of its own.
    package let arrivalMinutes: Int

    /// An hour: what the statutory norms for most teams come to (Bvr 2.3.2); it only decides when somebody is
    /// asked where they are.
    private static let arrivalUsual = 60

    /// For people who are asked in calm time, about something that begins at a known moment: each wave has a
    /// quarter of the time that is left, and nobody is rung every five minutes.
    package init(calm norms: NormSet, at now: Instant, minutesLeft: Int) {
        let wave = min(max(minutesLeft / 4, Self.calmWave.lowerBound), Self.calmWave.upperBound)
        waveMinutes = wave
        channelMinutes = max(wave / 4, norms.number(of: .alarmAnswer, at: now))
        overdueMinutes = norms.number(of: .alarmOverdue, at: now)
        overdueReplyMinutes = norms.number(of: .alarmOverdueReply, at: now)
        takeMinutes = max(wave / 4, norms.number(of: .alarmTaken, at: now))
        followUpMinutes = norms.number(of: .alarmFollowUp, at: now)
        arrivalMinutes = Self.arrivalUsual
    }

    /// A quarter of an hour when the crew changes soon, four hours when there is a day.
    private static let calmWave = 15...240

    package init(_ norms: NormSet, at now: Instant) {
        waveMinutes = norms.number(of: .alarmWave, at: now)
        channelMinutes = norms.number(of: .alarmAnswer, at: now)
        overdueMinutes = norms.number(of: .alarmOverdue, at: now)
        overdueReplyMinutes = norms.number(of: .alarmOverdueReply, at: now)
        takeMinutes = norms.number(of: .alarmTaken, at: now)
        followUpMinutes = norms.number(of: .alarmFollowUp, at: now)
        arrivalMinutes = Self.arrivalUsual
    }
}
