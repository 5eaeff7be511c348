import Foundation
import Testing

@testable import Domain

@Suite struct ShelterStandingTests {
    private let start = Instant(milliseconds: 1_795_000_000_000)
    private let norms = ShelterNorms(availableMinutes: 180, sharePercent: 10, most: 200, housingHours: 48)

    private func place(
        _ kind: Shelter.Kind = .acute, capacity: Int? = 150, opened: Int? = nil, closed: Int? = nil,
        facilities: [Shelter.Facility] = Shelter.Facility.required, counts: [(Int, Int)] = []
    ) -> ShelterStanding.Place {
        let entry = DeploymentEntry(
            id: ID(uuid: .init()), number: 1, thing: nil, content: .note(Note()), text: "", occurredAt: start,
            receivedAt: start, recordedAt: start, author: EntryAuthor(account: "", name: "", function: nil),
            source: "", isConfidential: false, supersededBy: nil, processedBy: nil)
        let shelter = Shelter(
            kind: kind, name: "Hal", capacity: capacity, facilities: facilities,
            state: closed != nil ? .closed : opened != nil ? .open : .preparing,
            openedAt: opened.map { start.adding(minutes: $0) },
            closedAt: closed.map { start.adding(minutes: $0) })
        return ShelterStanding.Place(
            entry: entry, shelter: shelter, isContested: false,
            counts: counts.map { ShelterStanding.Count(at: start.adding(minutes: $0.0), people: $0.1) })
    }

    private func signals(
        _ places: [ShelterStanding.Place], affected: Int = 1_500, override: Int? = nil, reason: String = "",
        after minutes: Int
    ) -> [ShelterSignal] {
        ShelterStanding(
            places: places,
            demand: ShelterDemand(startedAt: start, affected: affected, override: override, reason: reason),
            norms: norms
        ).signals(at: start.adding(minutes: minutes))
    }

    @Test func `acute shelter is due three hours after the begin, and late one minute after that`() {
        let due = start.adding(minutes: 180)
        #expect(signals([place()], after: 10) == [.dueBy(due)])
        #expect(signals([place()], after: 180) == [.dueBy(due)])
        #expect(signals([place()], after: 181) == [.openedLate(due: due, openedAt: nil)])
        #expect(signals([place(opened: 180)], after: 200).isEmpty)
        #expect(
            signals([place(opened: 181)], after: 200)
                == [.openedLate(due: due, openedAt: start.adding(minutes: 181))])
    }

    @Test func `the norms say nothing about shelter for weeks or months`() {
        for kind in [Shelter.Kind.crisis, .longTerm] {
            let standing = ShelterStanding(
                places: [place(kind, capacity: 450, opened: 600, facilities: [], counts: [(600, 440)])],
                demand: nil, norms: norms)
            #expect(standing.signals(at: start.adding(minutes: 21 * 24 * 60)).isEmpty)
        }
    }

    @Test func `too few places are told until there are enough, more than the norm only without a reason`() {
        #expect(
            signals([place(capacity: 100, opened: 60)], after: 70)
                == [.tooFewPlaces(planned: 150, present: 100)])
        #expect(
            signals([place(capacity: 180, opened: 60)], after: 70) == [.morePlaces(norm: 150, present: 180)])
        #expect(
            signals([place(capacity: 180, opened: 60)], override: 180, reason: "kou", after: 70).isEmpty)
    }

    @Test func `nobody stays in acute shelter longer than two days unnoticed`() {
        let full = place(opened: 60, counts: [(90, 40), (2_000, 12)])
        #expect(signals([full], after: 48 * 60).isEmpty)
        #expect(
            signals([full], after: 48 * 60 + 1)
                == [.housingDue(start.adding(minutes: 48 * 60), people: 12)])
        let closed = place(opened: 60, closed: 2_500, counts: [(90, 40)])
        #expect(signals([closed], after: 48 * 60 + 1).isEmpty)
    }

    @Test func `a place that lacks what everybody needs, or is too full, says so`() {
        let poor = place(opened: 60, facilities: [.food], counts: [(70, 151)])
        #expect(
            signals([poor], after: 80) == [
                .missing(shelter: "Hal", [.sanitary, .information]),
                .full(shelter: "Hal", people: 151, capacity: 150),
            ])
    }

    @Test func `hours of people run from each count to the next, to its end`() {
        let standing = ShelterStanding(
            places: [
                place(opened: 0, counts: [(0, 10), (60, 20)]),
                place(opened: 0, closed: 120, counts: [(0, 5)]),
            ], demand: nil, norms: norms)
        // 10 people an hour, then 20 for two hours; 5 people for two hours.
        #expect(standing.personHours(until: start.adding(minutes: 180)) == 10 + 40 + 10)
        #expect(standing.people == 20)
    }

    @Test func `of two counts at one moment the one written down last counts`() {
        let series = ShelterStanding.series([
            (start, 4, 30), (start, 2, 10), (start.adding(minutes: 5), 3, 9),
        ])
        #expect(series.map(\.people) == [30, 9])
    }
}
