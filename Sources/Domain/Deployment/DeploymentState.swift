/// How a deployment stands at one place in its log: a fold over the entries that nothing had taken the place of
/// by then. The same entries give the same state, in whatever order they are read.
package struct DeploymentState: Sendable {
    package let opening: Opening?
    package let openedAt: Instant?
    package let declarations: Declarations
    package let flexible: FlexibleScaling?
    package let watch: Watch?
    package let small: SmallDeployment?
    package let review: ScalingReview?
    package let ending: DeploymentEnding?
    package let picture: OwnPicture
    /// The number of the last frozen picture.
    package let pictureVersion: Int
    /// By the statement that was taken over.
    package let copies: [Int: DeploymentEntry]
    package let decisions: [Changing<DeploymentDecision>]
    package let actions: [Changing<DeploymentAction>]
    package let teams: [Changing<DeploymentTeam>]
    package let members: [Changing<DeploymentMember>]
    package let messages: [Changing<PublicMessage>]
    package let environment: [Changing<EnvironmentReport>]
    package let alarms: [AlarmLink]
    package let handovers: [Changing<Handover>]
    package let shelters: [Changing<Shelter>]
    package let shelterCounts: [Changing<ShelterCount>]
    package let shelterDemand: ShelterDemand?
    package let selfReliance: [Changing<SelfReliance>]
    package let objections: [Changing<Objection>]
    package let standing: [DeploymentEntry]

    /// A thing as it stands, with its entry. Two of one thing were changed at the same time: both are shown.
    package struct Changing<Value: Sendable>: Sendable {
        package let entry: DeploymentEntry
        package let value: Value
        /// Somebody else changed it at the same time.
        package let isContested: Bool
    }

    /// - Parameter standing: in any order.
    package init(standing unordered: [DeploymentEntry]) {
        let standing = unordered.sorted { $0.number < $1.number }
        self.standing = standing
        var perThing: [ID<DeploymentThing>: Int] = [:]
        for entry in standing { if let thing = entry.thing { perThing[thing, default: 0] += 1 } }
        func values<Value: Sendable>(_ read: (EntryContent) -> Value?) -> [Changing<Value>] {
            standing.compactMap { entry in
                read(entry.content).map { value in
                    Changing(
                        entry: entry, value: value,
                        isContested: entry.thing.map { (perThing[$0] ?? 0) > 1 } ?? false)
                }
            }
        }
        func last<Value: Sendable>(_ read: (EntryContent) -> Value?) -> Value? { values(read).last?.value }
        let opened: [Changing<Opening>] = values { if case .opened(let value) = $0 { value } else { nil } }
        opening = opened.first?.value
        openedAt = opened.first?.entry.occurredAt
        let levels: [Changing<Declaration>] = values { if case .level(let value) = $0 { value } else { nil } }
        declarations = Declarations(
            levels.map {
                HeardDeclaration(
                    number: $0.entry.number, occurredAt: $0.entry.occurredAt, declaration: $0.value)
            })
        flexible = last { if case .flexible(let value) = $0 { value } else { nil } }
        watch = last { if case .watch(let value) = $0 { value } else { nil } }
        small = last { if case .small(let value) = $0 { value } else { nil } }
        review = last { if case .review(let value) = $0 { value } else { nil } }
        ending = last { if case .ended(let value) = $0 { value } else { nil } }
        picture = OwnPicture(standing: standing)
        let versions: [PictureVersion] = standing.compactMap {
            if case .version(let value) = $0.content { value } else { nil }
        }
        pictureVersion = versions.map(\.version).max() ?? 0
        var copies: [Int: DeploymentEntry] = [:]
        for entry in standing { if case .copied(let copy) = entry.content { copies[copy.statement] = entry } }
        self.copies = copies
        decisions = values { if case .decision(let value) = $0 { value } else { nil } }
        actions = values { if case .action(let value) = $0 { value } else { nil } }
        teams = values { if case .team(let value) = $0 { value } else { nil } }
        members = values { if case .member(let value) = $0 { value } else { nil } }
        messages = values { if case .message(let value) = $0 { value } else { nil } }
        environment = values { if case .environment(let value) = $0 { value } else { nil } }
        handovers = values { if case .handover(let value) = $0 { value } else { nil } }
        shelters = values { if case .shelter(let value) = $0 { value } else { nil } }
        shelterCounts = values { if case .shelterCount(let value) = $0 { value } else { nil } }
        shelterDemand = last { if case .shelterDemand(let value) = $0 { value } else { nil } }
        selfReliance = values { if case .selfReliance(let value) = $0 { value } else { nil } }
        objections = values { if case .objection(let value) = $0 { value } else { nil } }
        alarms = standing.compactMap { if case .alarm(let value) = $0.content { value } else { nil } }
    }

    /// All municipalities that it touches, those of later declarations too.
    package var municipalities: [Code<Municipality>] {
        let heard = declarations.heard.flatMap(\.declaration.municipalities)
        return Set((opening?.municipalities ?? []) + heard).sorted()
    }

    package var mode: DeploymentMode {
        if !declarations.heard.isEmpty { return .grip }
        if flexible != nil { return .flexible }
        return opening?.mode ?? .small
    }

    /// Actions that are not done and have gone back to who gave them (Bvr 2.4.4).
    package var returned: [Changing<DeploymentAction>] { actions.filter { $0.value.state == .notDone } }
}
