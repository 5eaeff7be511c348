import Foundation
import Testing

@testable import Domain

@Suite struct DeploymentMomentsTests {
    private let start = Instant(milliseconds: 1_795_000_000_000)

    private func norms(_ values: [NormCode: Int]) -> NormSet {
        NormSet(
            values.map { code, value in
                Norm(
                    code: code, value: value, status: .practice, source: "test", sequence: 1,
                    recordedAt: .distantPast)
            })
    }

    private func entry(
        _ number: Int, _ content: EntryContent, at minutes: Int, thing: ID<DeploymentThing>? = nil,
        processedBy: Int? = nil, supersededBy: Int? = nil
    ) -> DeploymentEntry {
        let moment = start.adding(minutes: minutes)
        return DeploymentEntry(
            id: ID(uuid: .init()), number: number, thing: thing, content: content, text: "",
            occurredAt: moment,
            receivedAt: moment, recordedAt: moment, author: EntryAuthor(account: "", name: "", function: nil),
            source: "", isConfidential: false, supersededBy: supersededBy, processedBy: processedBy)
    }

    private func moments(
        _ entries: [DeploymentEntry], _ values: [NormCode: Int] = [:],
        alarms: [DeploymentMoments.AlarmCourse] = []
    ) -> [NormedMoment] {
        DeploymentMoments(entries, openedAt: start, norms: norms(values)).all(alarms: alarms)
    }

    private func message(_ number: Int, at minutes: Int) -> DeploymentEntry {
        entry(
            number,
            .message(
                PublicMessage(
                    kind: .confirmedFacts, goal: .information, audience: "iedereen", channel: "website",
                    speaker: .region, advice: "", approvedBy: "", subject: "", answers: [])), at: minutes)
    }

    @Test func `an alarm is measured from the declaration before it, not from the begin`() {
        let level = entry(2, .level(Declaration(level: .two)), at: 30)
        let turnout = Turnout(
            wanted: 1, withinMinutes: 90, raisedAt: start.adding(minutes: 33),
            arrivals: [start.adding(minutes: 100)])
        let alarm = DeploymentMoments.AlarmCourse(
            raisedAt: start.adding(minutes: 33), describedAt: start.adding(minutes: 34),
            informed: [("burgemeester", nil)], posts: [("Officier", turnout)])
        let found = moments([level], [.alarmStart: 2, .alarmDescription: 5], alarms: [alarm])
        #expect(found.first { $0.subject == .alarmStarted }?.minutes == 3)
        #expect(found.first { $0.subject == .alarmStarted }?.verdict == .late)
        #expect(found.first { $0.subject == .described }?.verdict == .inTime)
        #expect(found.first { $0.subject == .informed }?.verdict == .never)
        #expect(found.first { $0.subject == .atWork }?.minutes == 67)
        #expect(found.first { $0.subject == .atWork }?.verdict == .inTime)
    }

    @Test func `messages are repeated while there is a level, and not in quieter weeks`() {
        let entries = [
            entry(1, .level(Declaration(level: .two)), at: 0), message(2, at: 25), message(3, at: 60),
            entry(4, .level(Declaration(level: nil)), at: 61), message(5, at: 62), message(6, at: 600),
        ]
        let found = moments(entries, [.communicationFirst: 30, .communicationRepeat: 30])
        #expect(found.filter { $0.subject == .firstMessage }.map(\.verdict) == [.inTime])
        #expect(found.filter { $0.subject == .nextMessage }.map(\.verdict) == [.late, .inTime])
    }

    @Test func `a note is measured until the entry that took it into the picture`() {
        let entries = [
            entry(1, .note(Note()), at: 0, processedBy: 3), entry(2, .note(Note(kind: .question)), at: 1),
            entry(3, .statement(PictureStatement(theme: .incident, topic: "Rook", from: [1])), at: 11),
            entry(4, .note(Note()), at: 20),
        ]
        let found = moments(entries, [.pictureProcess: 10]).filter { $0.subject == .pictured }
        #expect(found.map(\.minutes) == [11, nil])
        #expect(found.map(\.verdict) == [.late, .never])
    }

    @Test func `an action is measured against what was agreed when it was given`() {
        let thing = ID<DeploymentThing>(uuid: .init())
        func action(_ state: DeploymentAction.State) -> EntryContent {
            .action(
                DeploymentAction(
                    what: "Bel", owner: "CO", dueAt: start.adding(minutes: 30), state: state, giver: "AC"))
        }
        let entries = [
            entry(1, action(.open), at: 10, thing: thing, supersededBy: 2),
            entry(2, action(.done), at: 29, thing: thing),
            entry(3, action(.open), at: 12, thing: ID(uuid: .init())),
        ]
        let found = moments(entries).filter { $0.subject == .action }
        #expect(found.map(\.verdict) == [.inTime, .never])
        #expect(found.first?.withinMinutes == 20)
    }

    @Test func `shelter for weeks has no moment, acute shelter one`() {
        let thing = ID<DeploymentThing>(uuid: .init())
        func entries(_ kind: Shelter.Kind) -> [DeploymentEntry] {
            [
                entry(1, .shelterDemand(ShelterDemand(startedAt: start, affected: 500)), at: 1),
                entry(
                    2,
                    .shelter(
                        Shelter(
                            kind: kind, name: "Hal", state: .open, openedAt: start.adding(minutes: 170))),
                    at: 170, thing: thing),
            ]
        }
        let acute = moments(entries(.acute), [.shelterAvailable: 180]).filter { $0.subject == .shelterOpened }
        #expect(acute.map(\.verdict) == [.inTime])
        let none = moments([entries(.crisis)[1]], [.shelterAvailable: 180])
        #expect(none.allSatisfy { $0.subject != .shelterOpened })
    }
}
