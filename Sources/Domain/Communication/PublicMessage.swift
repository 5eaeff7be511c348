/// What a message is for (domain.md §9).
package enum CommunicationGoal: String, CaseIterable, Codable, Sendable {
    case information, limitingHarm, meaning
}

/// What a message is about; the mandate depends on it (spec K1).
package enum MessageKind: String, CaseIterable, Codable, Sendable {
    /// What people can do now (*handelingsperspectief*).
    case behaviouralAdvice
    case confirmedFacts
    /// Care, shelter, aftermath.
    case care
    case meaning, victims, blame
}

/// Who speaks: the region or the municipality.
package enum Speaker: String, CaseIterable, Codable, Sendable {
    case region, municipality
}

/// A message to the public, as it was released.
package struct PublicMessage: Hashable, Codable, Sendable {
    package let kind: MessageKind
    package let goal: CommunicationGoal
    package let audience: String
    package let channel: String
    package let speaker: Speaker
    package let advice: String
    package let approvedBy: String
    /// Two messages on one subject from different speakers are laid side by side.
    package let subject: String
    /// Reports of what people think and ask that it answers.
    package let answers: [Int]
    package let isReleased: Bool

    package init(
        kind: MessageKind, goal: CommunicationGoal, audience: String, channel: String, speaker: Speaker,
        advice: String = "", approvedBy: String = "", subject: String = "", answers: [Int] = [],
        isReleased: Bool = true
    ) {
        self.kind = kind
        self.goal = goal
        self.audience = audience
        self.channel = channel
        self.speaker = speaker
        self.advice = advice
        self.approvedBy = approvedBy
        self.subject = subject
        self.answers = answers
        self.isReleased = isReleased
    }
}

/// What people know, think and need (*omgevingsbeeld*).
package struct EnvironmentReport: Hashable, Codable, Sendable {
    package let topic: Topic

    package enum Topic: String, CaseIterable, Codable, Sendable {
        case questions, feelings, behaviour, rumours, media
    }

    package init(topic: Topic) {
        self.topic = topic
    }
}
