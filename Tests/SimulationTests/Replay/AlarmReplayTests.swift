import Domain
import Foundation
import Testing

@testable import Simulation

@Suite struct AlarmReplayTests {
    private let here = Code<Municipality>("GM0001")
    private let near = Code<Municipality>("GM0002")
    private let far = Code<Municipality>("GM0003")

    private func person(
        _ number: UInt8, _ municipality: Code<Municipality>, _ course: PastAlarm.Course
    ) -> PastAlarm.Person {
        PastAlarm.Person(
            id: ID(uuid: .init(uuid: (number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))),
            municipality: municipality, course: course)
    }

    private func alarm(_ people: [PastAlarm.Person], wanted: Int = 2, within: Int? = 60) -> PastAlarm {
        PastAlarm(
            municipality: here,
            posts: [
                PastAlarm.Post(
                    function: Code("CO"), wanted: wanted, withinMinutes: within, people: people)
            ])
    }

    private let sharings: [StaffingDesign.Sharing] = [
        .local, .intermunicipal([[Code("GM0001"), Code("GM0002")]]), .regional,
    ]

    @Test func `who came from elsewhere is lost to a design that does not ask there`() {
        let past = alarm([person(1, here, .came(minutes: 30)), person(2, far, .came(minutes: 50))])
        let results = sharings.map { AlarmReplay(past, $0) }
        #expect(results.map(\.real) == [2, 2, 2])
        #expect(results.map(\.least) == [1, 1, 2])
        #expect(results.map(\.most) == [1, 1, 2])
        #expect(results[0].posts[0].lost.count == 1)
        #expect(results[2].posts[0].lost.isEmpty)
    }

    @Test func `who was never asked may have come, so the answer is a range`() {
        let past = alarm([
            person(1, here, .came(minutes: 30)), person(2, near, .available(minutes: 40)),
            person(3, far, .available(minutes: 61)), person(4, near, .available(minutes: nil)),
        ])
        let results = sharings.map { AlarmReplay(past, $0) }
        #expect(results.map(\.least) == [1, 1, 1])
        #expect(results.map(\.most) == [1, 2, 2])
        #expect(results[1].posts[0].gained == [past.posts[0].people[1].id])
    }

    @Test func `who came too late or was asked in vain fills nothing`() {
        let past = alarm([person(1, here, .came(minutes: 61)), person(2, here, .stayed)])
        #expect(AlarmReplay(past, .regional).most == 0)
        #expect(AlarmReplay(alarm([person(1, here, .came(minutes: 61))], within: nil), .local).real == 1)
    }

    @Test func `the design as it was gives at least what happened, whatever the people did`() {
        var random = SplitMix64(state: 7)
        for _ in 0..<300 {
            let people = (0..<Int.random(in: 0...6, using: &random)).map { number in
                let course: PastAlarm.Course =
                    switch Int.random(in: 0...2, using: &random) {
                    case 0: .came(minutes: Int.random(in: 0...120, using: &random))
                    case 1: .stayed
                    default: .available(minutes: Bool.random(using: &random) ? 30 : nil)
                    }
                return person(UInt8(number), [here, near, far].randomElement(using: &random) ?? here, course)
            }
            let past = alarm(people, wanted: Int.random(in: 1...3, using: &random))
            let results = sharings.map { AlarmReplay(past, $0) }
            #expect(results[2].least == results[2].real)
            #expect(results.allSatisfy { $0.least <= $0.most && $0.most <= $0.wanted })
            #expect(results[0].least <= results[1].least && results[1].least <= results[2].least)
            #expect(results[0].most <= results[1].most && results[1].most <= results[2].most)
        }
    }
}
