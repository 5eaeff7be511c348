import Domain
import Storage

/// An activity of the sample with when it takes place.
private struct SampleActivity {
    let title: String
    let kind: ActivityKind
    let functions: [String]
    var explanation = ""
    var isJoint = false
    var hasResult = false
    /// Days from the Monday of the first week; those before it were held.
    let days: [Int]
    let hours: (from: Int, to: Int)
    let place: String
    var leader = ""
    var capacity: Int?
    var euros: Int64 = 0
    /// How many people want to come.
    let wanted: Int
}

extension Change {
    /// A year of training and exercises around the start: courses that are full with people waiting, the joint
    /// exercise of last autumn, the weekly joint day. Next year's joint exercise is not planned yet: that signal is
    /// part of what the sample shows. Nobody of the sample has a mailbox, so nobody is written to.
    mutating func addSampleProgramme(_ request: SampleRequest) throws {
        var random = Randomness(seed: request.seed &+ 6)
        let monday = request.start.monday
        let people = try tx.functionaries()
        let functions = Dictionary(
            grouping: try tx.designations().filter { $0.state != .ended }, by: \.person
        )
        .mapValues { Set($0.map(\.function.text)) }
        let known = Set(try tx.functions().map(\.code.text))
        for planned in Self.sampleActivities {
            let activity = Activity(
                id: newID(), title: planned.title, kind: planned.kind,
                functions: planned.functions.filter(known.contains).sorted().map { Code($0) },
                explanation: planned.explanation, isJoint: planned.isJoint, hasResult: planned.hasResult,
                version: 1)
            try saveActivity(activity)
            let suitable = people.filter { person in
                planned.functions.isEmpty
                    || !(functions[person.id] ?? []).isDisjoint(with: planned.functions)
            }
            for day in planned.days {
                let session = try addSampleSession(planned, activity, on: monday.adding(days: day))
                try fill(session, suitable, planned, &random)
            }
        }
    }

    private mutating func addSampleSession(
        _ planned: SampleActivity, _ activity: Activity, on day: Day
    ) throws -> ActivitySession {
        let interval = Interval(
            Amsterdam.instant(day, hour: planned.hours.from), Amsterdam.instant(day, hour: planned.hours.to))
        let session = ActivitySession(
            id: newID(), activity: activity.id, interval: interval, place: planned.place,
            leader: planned.leader,
            capacity: planned.capacity, cost: Money(cents: planned.euros * 100),
            enrolThrough: planned.capacity == nil ? nil : day.adding(days: -7))
        try planSession(session, isRecord: interval.start < now)
        return session
    }

    private mutating func fill(
        _ session: ActivitySession, _ suitable: [Functionary], _ planned: SampleActivity,
        _ random: inout Randomness
    ) throws {
        let isHeld = session.hasEnded(at: now)
        // Nobody of a full session that was held still waits: the list shows who came.
        let count = isHeld ? min(planned.wanted, planned.capacity ?? .max) : planned.wanted
        var said: [ID<Functionary>: Attendance] = [:]
        for person in suitable.shuffled(using: &random).prefix(count) {
            do {
                try enrol(person.id, in: session.id, tells: false)
            } catch is EnrolmentRefusal {
                // They have another session then, or have left: the next one goes.
                continue
            }
            guard isHeld else { continue }
            said[person.id] = attendance(session, planned, &random)
        }
        guard isHeld else { return }
        try recordAttendance(said, at: session.id, isFinal: true)
        guard let held = try tx.activitySession(session.id), planned.kind == .exercise else { return }
        try evaluateSession(
            held.id,
            text:
                "Goed: iedereen was binnen een half uur aan het werk. Beter: de overdracht bij de aflossing. "
                + "Afspraak: een vaste lijst voor de overdracht, klaar voor de volgende oefening.",
            version: held.version)
    }

    private func attendance(
        _ session: ActivitySession, _ planned: SampleActivity, _ random: inout Randomness
    ) -> Attendance {
        let chance = random.next() % 20
        guard chance > 1 else {
            return Attendance(presence: chance == 0 ? .absent : .excused, result: nil, minutes: 0)
        }
        let result: Attendance.Result? = planned.hasResult ? (chance == 2 ? .failed : .passed) : nil
        return Attendance(presence: .present, result: result, minutes: session.interval.minutes)
    }

    private static var sampleActivities: [SampleActivity] {
        [
            SampleActivity(
                title: "Basisopleiding OvD-Bz", kind: .basicCourse, functions: ["OVDBZ"],
                explanation: "Twee dagen, met een toets aan het eind. Neem je laptop mee.", hasResult: true,
                days: [-202, 71, 198], hours: (9, 17), place: "Opleidingslocatie De Plas",
                leader: "Trainer van het NIPV",
                capacity: 12, euros: 9600, wanted: 14),
            SampleActivity(
                title: "Training opvang", kind: .training,
                functions: ["HTOABZ", "CO", "MDWO"],
                explanation: "Een opvanglocatie openen in een half uur.",
                days: [-166, -47, 16, 107, 191], hours: (13, 17), place: "Sporthal De Zeegge", capacity: 16,
                euros: 1250,
                wanted: 11),
            SampleActivity(
                title: "Training crisiscommunicatie", kind: .training,
                functions: ["HTOCC", "OGA", "CCC", "ACCROT", "ACCBT"],
                days: [-120, 24, 140], hours: (9, 12), place: "Regionaal bureau", capacity: 8, euros: 900,
                wanted: 10),
            SampleActivity(
                title: "Tabletop hoogwater", kind: .exercise,
                functions: ["OVDBZ", "ACBZ", "HTOCC", "HTOABZ"],
                explanation: "Aan tafel, met een scenario dat zich in drie uur ontvouwt.",
                days: [-97, 31, 157], hours: (13, 16), place: "Regionaal bureau", capacity: 20, euros: 300,
                wanted: 15),
            SampleActivity(
                title: "Gezamenlijke oefening", kind: .exercise, functions: [],
                explanation: "Alle onderdelen van de crisisorganisatie samen, met een verzonnen ramp.",
                isJoint: true,
                days: [-54], hours: (9, 17), place: "Coördinatiecentrum", euros: 18_500, wanted: 60),
            SampleActivity(
                title: "Bijscholing bevolkingszorg", kind: .refresher, functions: [],
                explanation: "Wat er dit jaar is veranderd, in een ochtend.",
                days: [-35, 58, 149, 240], hours: (9, 12), place: "Regionaal bureau", capacity: 30,
                euros: 450, wanted: 24),
            SampleActivity(
                title: "Kennistoets", kind: .knowledgeTest, functions: ["OVDBZ", "ACBZ"], hasResult: true,
                days: [-21, 79], hours: (9, 10), place: "Online", euros: 0, wanted: 9),
            SampleActivity(
                title: "Kennismaking met een buurgemeente", kind: .acquaintance,
                functions: ["OVDBZ", "ACBZ"],
                days: [-68, 44, 128], hours: (14, 16), place: "Gemeentehuis, wisselend", capacity: 10,
                wanted: 7),
            SampleActivity(
                title: "Ontmoeting Oranje Kolom", kind: .meeting, functions: [],
                explanation: "Elkaar kennen voor het nodig is.",
                days: [-82, 10, 101, 192], hours: (15, 18), place: "Wijkcentrum Het Lisveld", euros: 600,
                wanted: 22),
            SampleActivity(
                title: "Wekelijkse gezamenlijke dag", kind: .meeting, functions: [],
                explanation: "Elke donderdag werken wie kan samen op één plek.",
                days: Array(stride(from: -25, through: 150, by: 7)), hours: (9, 16),
                place: "Regionaal bureau",
                wanted: 6),
            SampleActivity(
                title: "Basisopleiding bevolkingszorg", kind: .basicCourse, functions: [],
                explanation: "Voor wie het basiscertificaat nog niet heeft, of moet vernieuwen.",
                hasResult: true,
                days: [51], hours: (9, 17), place: "Opleidingslocatie De Plas",
                leader: "Trainer van het NIPV",
                capacity: 20, euros: 9600, wanted: 5),
        ]
    }
}
