/// How a deployment began.
package struct Opening: Hashable, Codable, Sendable {
    package let title: String
    package let place: String
    package let municipalities: [Code<Municipality>]
    package let isExercise: Bool
    package let mode: DeploymentMode
    /// The template that gave it its first tasks; nil without one.
    package let template: String?

    package init(
        title: String, place: String = "", municipalities: [Code<Municipality>], isExercise: Bool = false,
        mode: DeploymentMode, template: String? = nil
    ) {
        self.title = title
        self.place = place
        self.municipalities = municipalities
        self.isExercise = isExercise
        self.mode = mode
        self.template = template
    }
}

/// Scaling up at a mayor's request outside GRIP (spec I2): who asked, what for; the rest may follow.
package struct FlexibleScaling: Hashable, Codable, Sendable {
    package let domain: ScalingDomain
    /// The mayor or whoever spoke for them.
    package let askedBy: String
    package let functions: [Code<CrisisFunction>]
    package let reason: String

    package init(
        domain: ScalingDomain, askedBy: String = "", functions: [Code<CrisisFunction>] = [],
        reason: String = ""
    ) {
        self.domain = domain
        self.askedBy = askedBy
        self.functions = functions
        self.reason = reason
    }
}

/// Somebody watches something that may become a crisis (*dreigende of lauwe fase*).
package struct Watch: Hashable, Codable, Sendable {
    package let watcher: String
    package let nextLookAt: Instant?
    /// What would make it a deployment.
    package let trigger: String
    /// Who was told beforehand.
    package let informed: String

    package init(watcher: String, nextLookAt: Instant?, trigger: String = "", informed: String = "") {
        self.watcher = watcher
        self.nextLookAt = nextLookAt
        self.trigger = trigger
        self.informed = informed
    }
}

/// A small deployment or advice by telephone (spec I11).
package struct SmallDeployment: Hashable, Codable, Sendable {
    package let askedBy: String
    package let done: String
    package let handedTo: String
    package let minutes: Int?
    /// Advice only: nobody went there.
    package let isAdvice: Bool

    package init(askedBy: String, done: String, handedTo: String, minutes: Int?, isAdvice: Bool) {
        self.askedBy = askedBy
        self.done = done
        self.handedTo = handedTo
        self.minutes = minutes
        self.isAdvice = isAdvice
    }
}

/// That people were called for a deployment.
package struct AlarmLink: Hashable, Codable, Sendable {
    package let alarm: String
    package let asked: [String: Int]

    package init(alarm: String, asked: [String: Int]) {
        self.alarm = alarm
        self.asked = asked
    }
}

/// How a deployment ended; a watch may end without one.
package struct DeploymentEnding: Hashable, Codable, Sendable {
    package let handedTo: String
    package let isWithoutDeployment: Bool

    package init(handedTo: String = "", isWithoutDeployment: Bool = false) {
        self.handedTo = handedTo
        self.isWithoutDeployment = isWithoutDeployment
    }
}

extension Instant: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(milliseconds: try decoder.singleValueContainer().decode(Int64.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}
