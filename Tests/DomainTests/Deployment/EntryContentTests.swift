import Foundation
import Testing

@testable import Domain

@Suite struct EntryContentTests {
    private static let moment = Instant(milliseconds: 1_795_000_000_000)

    private static let thing = ID<DeploymentThing>(
        uuid: UUID(uuid: (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)))

    private static let examples: [EntryContent] = [
        .opened(Opening(title: "Brand", municipalities: [Code("GM0613")], mode: .grip)),
        .level(
            Declaration(level: .two, declarer: .officer, ground: "rook", municipalities: [Code("GM0613")])),
        .flexible(FlexibleScaling(domain: .social, functions: [Code("ACBZ")])),
        .watch(Watch(watcher: "OvD-Bz", nextLookAt: moment)),
        .note(Note(kind: .question, corrects: 3, setsAside: [1, 2])),
        .statement(PictureStatement(theme: .shelter, topic: "Plaatsen", from: [4])),
        .version(PictureVersion(version: 2)), .copied(PictureCopy(statement: 7)),
        .decision(
            DeploymentDecision(judgement: "j", decision: "d", picture: 1, decidedBy: "AC", checkAt: moment)),
        .action(DeploymentAction(what: "w", owner: "o", dueAt: moment, giver: "g")),
        .team(DeploymentTeam(kind: .care, name: "TBz", roles: [.init(role: "r", name: "n", duty: .leads)])),
        .member(DeploymentMember(person: "p", function: Code("CO"))),
        .message(
            PublicMessage(kind: .care, goal: .information, audience: "a", channel: "c", speaker: .region)),
        .environment(EnvironmentReport(topic: .rumours)), .alarm(AlarmLink(alarm: "a", asked: ["CO": 2])),
        .review(ScalingReview(dueOn: "2026-12-21")),
        .small(SmallDeployment(askedBy: "a", done: "d", handedTo: "h", minutes: 20, isAdvice: true)),
        .handover(
            Handover(
                function: Code("CO"), from: "p", to: "q", since: moment, promises: "b", worries: "z",
                givenAt: moment)),
        .shelter(
            Shelter(
                kind: .crisis, name: "n", capacity: 40, facilities: [.beds], state: .open, openedAt: moment)),
        .shelterCount(ShelterCount(shelter: thing, people: 12)),
        .shelterDemand(ShelterDemand(startedAt: moment, affected: 900, override: 60, reason: "r")),
        .selfReliance(
            SelfReliance(kind: .offer, what: "w", number: 3, contact: "c", state: .matched, match: thing)),
        .objection(Objection(by: "b", municipality: Code("GM0613"), decision: 4)),
        .ended(DeploymentEnding(handedTo: "gemeente")),
    ]

    @Test(arguments: examples)
    func `what was stored is read back as it was`(content: EntryContent) throws {
        #expect(try EntryContent(content.kind, try content.encoded()) == content)
    }

    @Test func `every kind has an example here`() {
        #expect(Set(Self.examples.map(\.kind)) == Set(EntryContent.Kind.allCases))
    }

    @Test func `only a note is no state`() {
        #expect(EntryContent.Kind.allCases.filter { !$0.isState } == [.note])
    }
}
