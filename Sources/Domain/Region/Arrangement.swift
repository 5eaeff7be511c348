/// How a region organises a process or a function (*inrichting*) from a day on: on what level, why, who is responsible
/// and who does it. "Regionaal als het kan, lokaal als het moet."
package struct Arrangement: Hashable, Sendable {
    package let subject: Subject
    package let level: Level
    /// Nil where no task organisation carries it, as with the officer on scene.
    package let taskOrganisation: Code<TaskOrganisation>?
    package let reason: String
    package let responsible: String
    package let executes: String
    /// Holds until the next arrangement of the same subject begins.
    package let validFrom: Day
    package let status: FactStatus
    package let source: String

    package init(
        subject: Subject, level: Level, taskOrganisation: Code<TaskOrganisation>?, reason: String,
        responsible: String, executes: String, validFrom: Day, status: FactStatus, source: String
    ) {
        self.subject = subject
        self.level = level
        self.taskOrganisation = taskOrganisation
        self.reason = reason
        self.responsible = responsible
        self.executes = executes
        self.validFrom = validFrom
        self.status = status
        self.source = source
    }

    package enum Subject: Hashable, Sendable {
        case process(Code<CareProcess>)
        case function(Code<CrisisFunction>)
    }

    package enum Level: String, CaseIterable, Sendable {
        case local, intermunicipal, regional

        /// What the duty lines of a function say: the smallest district decides, because there the fewest people carry
        /// it. Nil without lines.
        ///
        /// - Parameters:
        ///   - served: how many municipalities each line serves.
        ///   - count: of the whole region.
        package init?(served: [Int], of count: Int) {
            guard let smallest = served.min() else { return nil }
            self = smallest >= count ? .regional : smallest > 1 ? .intermunicipal : .local
        }
    }
}

extension Arrangement {
    /// The arrangement in force on `day` per subject: the last one that had begun.
    package static func inForce(_ arrangements: [Arrangement], on day: Day) -> [Subject: Arrangement] {
        arrangements.filter { $0.validFrom <= day }.sorted { $0.validFrom < $1.validFrom }
            .reduce(into: [:]) { $0[$1.subject] = $1 }
    }
}
