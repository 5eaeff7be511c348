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
    /// How it departed from the mandate matrix when it was released.
    package let deviations: [MandateDeviation]

    package init(
        kind: MessageKind, goal: CommunicationGoal, audience: String, channel: String, speaker: Speaker,
        advice: String = "", approvedBy: String = "", subject: String = "", answers: [Int] = [],
        isReleased: Bool = true, deviations: [MandateDeviation] = []
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
        self.deviations = deviations
    }

    /// The same with what the check at its release found; later levels and matrices change nothing about it.
    package func released(with deviations: [MandateDeviation]) -> PublicMessage {
        PublicMessage(
            kind: kind, goal: goal, audience: audience, channel: channel, speaker: speaker, advice: advice,
            approvedBy: approvedBy, subject: subject, answers: answers, deviations: deviations)
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
