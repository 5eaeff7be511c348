import Foundation

/// What an entry of a deployment says, besides its text. Everything a deployment consists of is an entry:
/// nothing is ever changed or taken away, so what was known at any minute can be read back (spec I8).
package enum EntryContent: Hashable, Sendable {
    case opened(Opening)
    case level(Declaration)
    case flexible(FlexibleScaling)
    case watch(Watch)
    case note(Note)
    case statement(PictureStatement)
    case version(PictureVersion)
    case copied(PictureCopy)
    case decision(DeploymentDecision)
    case action(DeploymentAction)
    case team(DeploymentTeam)
    case member(DeploymentMember)
    case message(PublicMessage)
    case environment(EnvironmentReport)
    case alarm(AlarmLink)
    case review(ScalingReview)
    case small(SmallDeployment)
    case handover(Handover)
    case ended(DeploymentEnding)
    case shelter(Shelter)
    case shelterCount(ShelterCount)
    case shelterDemand(ShelterDemand)
    case selfReliance(SelfReliance)
    case objection(Objection)

    /// The raw value is stored and is the `kind` that programs read.
    package enum Kind: String, CaseIterable, Codable, Sendable {
        case opened, level, flexible, watch, note, statement, version, copied, decision, action, team, member
        case message, environment, alarm, review, small, handover, ended
        case shelter, shelterCount, shelterDemand, selfReliance, objection
    }

    package var kind: Kind {
        switch self {
        case .opened: .opened
        case .level: .level
        case .flexible: .flexible
        case .watch: .watch
        case .note: .note
        case .statement: .statement
        case .version: .version
        case .copied: .copied
        case .decision: .decision
        case .action: .action
        case .team: .team
        case .member: .member
        case .message: .message
        case .environment: .environment
        case .alarm: .alarm
        case .review: .review
        case .small: .small
        case .handover: .handover
        case .ended: .ended
        case .shelter: .shelter
        case .shelterCount: .shelterCount
        case .shelterDemand: .shelterDemand
        case .selfReliance: .selfReliance
        case .objection: .objection
        }
    }

    /// What follows from it stays true until something takes its place; a note only tells.
    package var isState: Bool { kind.isState }

    package func encoded() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let bytes =
            switch self {
            case .opened(let value): try encoder.encode(value)
            case .level(let value): try encoder.encode(value)
            case .flexible(let value): try encoder.encode(value)
            case .watch(let value): try encoder.encode(value)
            case .note(let value): try encoder.encode(value)
            case .statement(let value): try encoder.encode(value)
            case .version(let value): try encoder.encode(value)
            case .copied(let value): try encoder.encode(value)
            case .decision(let value): try encoder.encode(value)
            case .action(let value): try encoder.encode(value)
            case .team(let value): try encoder.encode(value)
            case .member(let value): try encoder.encode(value)
            case .message(let value): try encoder.encode(value)
            case .environment(let value): try encoder.encode(value)
            case .alarm(let value): try encoder.encode(value)
            case .review(let value): try encoder.encode(value)
            case .small(let value): try encoder.encode(value)
            case .handover(let value): try encoder.encode(value)
            case .ended(let value): try encoder.encode(value)
            case .shelter(let value): try encoder.encode(value)
            case .shelterCount(let value): try encoder.encode(value)
            case .shelterDemand(let value): try encoder.encode(value)
            case .selfReliance(let value): try encoder.encode(value)
            case .objection(let value): try encoder.encode(value)
            }
        return String(decoding: bytes, as: UTF8.self)
    }

    package init(_ kind: Kind, _ text: String) throws {
        let bytes = Data(text.utf8)
        let decoder = JSONDecoder()
        switch kind {
        case .opened: self = .opened(try decoder.decode(Opening.self, from: bytes))
        case .level: self = .level(try decoder.decode(Declaration.self, from: bytes))
        case .flexible: self = .flexible(try decoder.decode(FlexibleScaling.self, from: bytes))
        case .watch: self = .watch(try decoder.decode(Watch.self, from: bytes))
        case .note: self = .note(try decoder.decode(Note.self, from: bytes))
        case .statement: self = .statement(try decoder.decode(PictureStatement.self, from: bytes))
        case .version: self = .version(try decoder.decode(PictureVersion.self, from: bytes))
        case .copied: self = .copied(try decoder.decode(PictureCopy.self, from: bytes))
        case .decision: self = .decision(try decoder.decode(DeploymentDecision.self, from: bytes))
        case .action: self = .action(try decoder.decode(DeploymentAction.self, from: bytes))
        case .team: self = .team(try decoder.decode(DeploymentTeam.self, from: bytes))
        case .member: self = .member(try decoder.decode(DeploymentMember.self, from: bytes))
        case .message: self = .message(try decoder.decode(PublicMessage.self, from: bytes))
        case .environment: self = .environment(try decoder.decode(EnvironmentReport.self, from: bytes))
        case .alarm: self = .alarm(try decoder.decode(AlarmLink.self, from: bytes))
        case .review: self = .review(try decoder.decode(ScalingReview.self, from: bytes))
        case .small: self = .small(try decoder.decode(SmallDeployment.self, from: bytes))
        case .handover: self = .handover(try decoder.decode(Handover.self, from: bytes))
        case .ended: self = .ended(try decoder.decode(DeploymentEnding.self, from: bytes))
        case .shelter: self = .shelter(try decoder.decode(Shelter.self, from: bytes))
        case .shelterCount: self = .shelterCount(try decoder.decode(ShelterCount.self, from: bytes))
        case .shelterDemand: self = .shelterDemand(try decoder.decode(ShelterDemand.self, from: bytes))
        case .selfReliance: self = .selfReliance(try decoder.decode(SelfReliance.self, from: bytes))
        case .objection: self = .objection(try decoder.decode(Objection.self, from: bytes))
        }
    }
}

extension EntryContent.Kind {
    package var isState: Bool { self != .note }
}
