import Domain

/// What recording a result must know of a message.
struct ClaimedMessage: Sendable {
    let id: ID<AlarmMessage>
    let alarm: ID<Alarm>
    let person: ID<Functionary>
    let purpose: AlarmMessage.Purpose
    let series: ID<AlarmMessage>
    let position: Int
    let attempts: Int
}

/// Who reads a message, and what for.
struct AlarmReader: Sendable {
    let person: ID<Functionary>
    let purpose: AlarmMessage.Purpose
}
