import Domain
import Foundation
import Storage
import TestSupport

@testable import App

/// What a run found to be wrong, with the seed that finds it again.
struct FaultFinding: Error, CustomStringConvertible {
    let seed: UInt64
    let sentence: String

    var description: String { "seed \(seed): \(sentence)" }
}

/// A database with a handful of people in it, used by one run after the other: making it costs more than a
/// run.
struct FaultWorld: Sendable {
    static let peopleCount = 7

    let storage: Storage
    let people: [ID<Functionary>]
    /// Whose address it is.
    let owners: [String: ID<Functionary>]

    /// - Parameter storage: migrated and empty.
    init(_ storage: Storage) async throws {
        self.storage = storage
        let actor = Actor.command("test")
        let start = TestMoments.start
        try await storage.change(by: actor, at: start, randomness: Randomness(seed: 1)) { change in
            try change.loadRegion("VR17")
        }
        people = try await storage.change(by: actor, at: start, randomness: Randomness(seed: 2)) { change in
            var people: [ID<Functionary>] = []
            for number in 0..<Self.peopleCount {
                people.append(
                    try change.addPerson(
                        PersonDraft(
                            municipality: Code("GM0599"), personnelNumber: "F-\(number)",
                            name: PersonName(given: "Noor", prefix: "", surname: "Lisdodde \(number)"),
                            workBase: Code("GM0599"),
                            channels: [
                                ContactChannel(kind: .mobile, address: "+316000000\(10 + number)"),
                                ContactChannel(kind: .email, address: "f\(number)@voorbeeld.invalid"),
                            ])))
            }
            return people
        }
        var owners: [String: ID<Functionary>] = [:]
        for (number, person) in people.enumerated() {
            owners["+316000000\(10 + number)"] = person
            owners["f\(number)@voorbeeld.invalid"] = person
        }
        self.owners = owners
    }

    /// Throws every alarm away; the people stay.
    func clear() async throws {
        try await storage.write { tx in
            for table in [
                "alarm_link", "alarm_event", "alarm_answer", "alarm_batch", "alarm_message", "alarm_address",
                "alarm_contact", "alarm_callee", "alarm_exclusion", "alarm_candidate", "alarm_wave",
                "alarm_post",
                "alarm",
            ] {
                try tx.executeScript("DELETE FROM \(table)")
            }
            try tx.executeScript("UPDATE alarm_clock SET seen_at = 0")
        }
    }
}

/// Plans of every shape: thin, empty, with people in several posts, with nobody to end at but one.
enum FaultPlan {
    static func any(_ people: [ID<Functionary>], using random: inout Randomness) -> AlarmPlan {
        let functions: [Code<CrisisFunction>] = [Code("OVDBZ"), Code("CO")]
        let posts = (0..<(1 + random.below(2))).map { post in
            var waves: [WaveKind: [AlarmPlan.Place]] = [:]
            let kinds: [WaveKind] = [.duty, .function, .neighbours, .warned]
            for person in people where random.below(10) < 6 {
                let kind = kinds[random.below(4)]
                let isAway = kind == .duty && random.below(6) == 0
                waves[kind, default: []].append(
                    AlarmPlan.Place(
                        person: person, inclusion: .ofFunction, travelMinutes: 10,
                        warnings: isAway ? [.absent(until: .distantFuture)] : []))
            }
            return AlarmPlan.Post(
                function: functions[post], wanted: 1 + random.below(2),
                withinMinutes: random.below(2) == 0 ? 60 : nil,
                waves: kinds.map { AlarmPlan.Wave(kind: $0, people: waves[$0] ?? []) }, exclusions: [])
        }
        let mayor = random.below(2) == 0 ? nil : people[random.below(people.count)]
        return AlarmPlan(
            posts: posts, leaders: [people[random.below(people.count)]],
            lastResorts: Array(people.shuffled(using: &random).prefix(1 + random.below(2))),
            informed: [AlarmPlan.Informed(office: .mayor, municipality: Code("GM0599"), person: mayor)])
    }
}

extension Randomness {
    mutating func below(_ limit: Int) -> Int {
        Int(next() % UInt64(limit))
    }
}
