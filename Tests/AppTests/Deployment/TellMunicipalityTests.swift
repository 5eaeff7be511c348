import Domain
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct TellMunicipalityTests {
    private static let morning = NightlyWork.morningMail.dueAt(TestMoments.startDay.adding(days: 1))

    private static func record(
        in region: TestRegion, _ place: Code<Municipality>, key: String, isExercise: Bool = false
    ) async throws {
        _ = try await region.change(as: "meldkamer") { change in
            try change.recordSmallDeployment(
                OpeningRequest(
                    key: key, title: "Advies", place: "Dorpsplein", municipalities: [place],
                    isExercise: isExercise),
                SmallDeployment(
                    askedBy: "politie", done: "Drie gezinnen naar familie geholpen", handedTo: "wijkteam",
                    minutes: 25, isAdvice: true))
        }
    }

    private struct Letter: Equatable {
        let subject: String
        let body: String
        let recipient: String
    }

    private static func letters(_ region: TestRegion) async throws -> [Letter] {
        try await region.read { tx in
            try tx.rows(
                """
                SELECT subject, body, recipient FROM mail WHERE mail_key >= 'morning ' AND mail_key < 'morning!'
                ORDER BY id
                """
            ).map {
                Letter(
                    subject: try $0.text("subject"), body: try $0.text("body"),
                    recipient: try $0.text("recipient"))
            }
        }
    }

    private static func wakeUp(_ region: TestRegion, at now: Instant = morning) async throws {
        try await region.change(as: "bureau", at: now) { change in try change.tellMunicipalities() }
    }

    @Test(arguments: TestEngine.allCases)
    func `its own official reads in the morning what there was, once`(engine: TestEngine) async throws {
        let letters = try await TestRegion.with(engine) { region in
            let own = try await region.ownMunicipality()
            try await Self.record(in: region, own, key: "a")
            try await Self.wakeUp(region)
            try await Self.wakeUp(region, at: Self.morning.adding(minutes: 24 * 60))
            return try await Self.letters(region)
        }
        #expect(letters.count == 1)
        let letter = try #require(letters.first)
        #expect(letter.subject.hasPrefix("Advies in "))
        for part in ["Drie gezinnen naar familie geholpen", "Gevraagd door: politie", "wijkteam", "2026-001"]
        {
            #expect(letter.body.contains(part), "\(part)")
        }
    }

    @Test func `an exercise says so before everything else`() async throws {
        let letters = try await TestRegion.with(.sqlite) { region in
            let own = try await region.ownMunicipality()
            try await Self.record(in: region, own, key: "a", isExercise: true)
            try await Self.wakeUp(region)
            return try await Self.letters(region)
        }
        #expect(letters.first?.subject.hasPrefix("OEFENING: ") == true)
        #expect(letters.first?.body.contains("OEFENING. ") == true)
    }

    @Test func `where nobody can be written to, the contact point is asked to pass it on`() async throws {
        let (letters, mailbox) = try await TestRegion.with(.sqlite) { region in
            let own = try await region.ownMunicipality()
            let other = try await region.read { tx in
                try #require(
                    try tx.municipalities().first {
                        try $0.code != own && tx.crisisOfficials(of: $0.code).isEmpty
                    }?.code)
            }
            try await Self.record(in: region, other, key: "a")
            try await Self.wakeUp(region)
            let mailbox = try await region.read { tx in
                try tx.contactPoint(on: TestMoments.startDay)?.mailbox.description
            }
            return (try await Self.letters(region), mailbox)
        }
        #expect(letters.map(\.recipient) == [mailbox].compactMap(\.self))
        #expect(letters.allSatisfy { $0.body.contains("Geef dit daarom zelf door.") })
    }

    @Test func `it goes at seven on the clock, and with the night's other work`() async throws {
        let clock = Amsterdam.wallClock(at: Self.morning)
        #expect(clock.hour == 7 && clock.minute == 0)
        let count = try await TestRegion.with(.sqlite) { region in
            let own = try await region.ownMunicipality()
            try await Self.record(in: region, own, key: "a")
            try await region.application.queueNightlyWork(at: TestRegion.now)
            while try await region.application.runDueWork(at: Self.morning) {}
            return try await Self.letters(region).count
        }
        #expect(count == 1)
    }
}
