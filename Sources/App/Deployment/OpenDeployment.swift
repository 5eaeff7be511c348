package import Domain
import Storage
import Web

/// What somebody tells when a deployment begins. Little is asked: the rest may follow.
package struct OpeningRequest: Sendable {
    /// The same key is the same deployment.
    package let key: String
    package let title: String
    package let place: String
    package let municipalities: [Code<Municipality>]
    package let isExercise: Bool
    package let mode: DeploymentMode
    /// The level that was declared, with what is known of it.
    package let declaration: Declaration?
    package let flexible: FlexibleScaling?
    /// When it was declared or asked; nil: now.
    package let occurredAt: Instant?
    package let template: String?

    package init(
        key: String, title: String, place: String = "", municipalities: [Code<Municipality>],
        isExercise: Bool = false, mode: DeploymentMode = .small, declaration: Declaration? = nil,
        flexible: FlexibleScaling? = nil, occurredAt: Instant? = nil, template: String? = nil
    ) {
        self.key = key
        self.title = title
        self.place = place
        self.municipalities = municipalities
        self.isExercise = isExercise
        self.mode = declaration != nil ? .grip : flexible != nil ? .flexible : mode
        self.declaration = declaration
        self.flexible = flexible
        self.occurredAt = occurredAt
        self.template = template
    }

    package static let titleMax = 200
}

/// Why a deployment is not opened: only when nobody could find it again.
package enum OpeningRefusal: Error, Hashable, Sendable {
    case noTitle
    case titleTooLong
    case noMunicipality
    case unknownMunicipality(Code<Municipality>)
}

extension Change {
    /// Opens a deployment and records what was declared or asked. Whoever opens it need not be on a list: who is on
    /// duty, the office or the control room.
    ///
    /// - Throws: `OpeningRefusal`, `WebFailure.forbidden`.
    mutating func openDeployment(_ request: OpeningRequest) throws -> ID<Deployment> {
        try actor.require(.openDeployments)
        if let present = try tx.deployment(key: request.key) { return present }
        let known = Set(try tx.municipalities().map(\.code))
        if request.title.isEmpty { throw OpeningRefusal.noTitle }
        if request.title.count > OpeningRequest.titleMax { throw OpeningRefusal.titleTooLong }
        if request.municipalities.isEmpty { throw OpeningRefusal.noMunicipality }
        if let unknown = request.municipalities.first(where: { !known.contains($0) }) {
            throw OpeningRefusal.unknownMunicipality(unknown)
        }
        let year = Amsterdam.day(at: now).parts.year
        let deployment = Deployment(
            id: newID(), year: year, sequence: try tx.nextDeploymentSequence(in: year), title: request.title,
            place: request.place, mode: request.mode, level: request.declaration?.level,
            isExercise: request.isExercise, openedAt: request.occurredAt ?? now, recordedAt: now, version: 0,
            reviewDueOn: nil, endedAt: nil, municipalities: request.municipalities)
        try tx.insert(deployment, key: request.key)
        try record(
            JournalEntry(
                "deployment.opened", "deployment", deployment.id,
                after: [
                    "nummer": .text(deployment.number), "vorm": .text(request.mode.rawValue),
                    "oefening": .text(request.isExercise ? "ja" : "nee"),
                    "gemeenten": .text(request.municipalities.map(\.text).joined(separator: " ")),
                ]))
        try writeOpening(request, deployment)
        return deployment.id
    }

    private mutating func writeOpening(_ request: OpeningRequest, _ deployment: Deployment) throws {
        let opening = Opening(
            title: request.title, place: request.place, municipalities: request.municipalities,
            isExercise: request.isExercise, mode: request.mode, template: request.template)
        var drafts = [EntryDraft(.opened(opening), request.title, key: "\(request.key)/opening")]
        if let declaration = request.declaration {
            drafts.append(
                EntryDraft(.level(declaration), declaration.sentence, key: "\(request.key)/niveau"))
        }
        if let flexible = request.flexible {
            drafts.append(
                EntryDraft(.flexible(flexible), flexible.sentence, key: "\(request.key)/flexibel"))
            let due = Amsterdam.day(at: request.occurredAt ?? now).adding(days: ScalingReview.dueDays)
            drafts.append(
                EntryDraft(
                    .review(ScalingReview(dueOn: due.iso)),
                    "Achteraf toetsen: was het verstandig en was het legitiem?", key: "\(request.key)/toets"))
        }
        for var draft in drafts {
            draft.occurredAt = request.occurredAt
            _ = try append(draft, to: deployment, .full)
        }
    }
}
