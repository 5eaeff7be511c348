/// Everything on record of one person that bears on one function.
package struct CompetenceRecord: Hashable, Sendable {
    /// Of the function: base level and specialisations, of every state.
    package let certificates: [Certificate]
    /// That count for the function, by day.
    package let activities: [PerformedActivity]
    /// For the function.
    package let exemptions: [Exemption]

    /// - Parameters: in any order.
    package init(
        certificates: [Certificate] = [], activities: [PerformedActivity] = [], exemptions: [Exemption] = []
    ) {
        self.certificates = certificates
        let isSorted = zip(activities, activities.dropFirst()).allSatisfy { $0.day <= $1.day }
        self.activities = isSorted ? activities : activities.sorted { $0.day < $1.day }
        self.exemptions = exemptions
    }

    /// Nothing of any kind: then the product does not know, and says so.
    var isEmpty: Bool { certificates.isEmpty && activities.isEmpty && exemptions.isEmpty }

    package func adding(_ activity: PerformedActivity) -> CompetenceRecord {
        CompetenceRecord(
            certificates: certificates, activities: activities + [activity], exemptions: exemptions)
    }

    package func adding(_ certificate: Certificate) -> CompetenceRecord {
        CompetenceRecord(
            certificates: certificates + [certificate], activities: activities, exemptions: exemptions)
    }
}
