import Domain
import Storage
import Web

/// The shelter of the sample's fire, what follows it, and what is learnt.
extension SamplePast {
    private static let capacity = 150
    /// Minutes after the fire began, and how many were counted then.
    private static let counts: [(minutes: Int, people: Int)] = [(135, 41), (300, 38), (560, 12), (640, 0)]

    var shelter: [SampleMoment] {
        let begin = fireBegin
        let key = Self.fireKey
        let hall = Shelter(
            kind: .acute, name: "Sporthal De Zeegge", capacity: Self.capacity,
            facilities: [.food, .sanitary, .information, .firstAid], keyholder: "Beheerder",
            register: "SIS, nummer bij de meldkamer")
        let counted = Self.counts.enumerated().map { order, count in
            SampleMoment(begin.adding(minutes: count.minutes), .regionalOffice) { change in
                guard let thing = try change.standingShelter(key).thing else { throw WebFailure.notFound }
                try change.tell(
                    key, 30 + order, .shelterCount(ShelterCount(shelter: thing, people: count.people)),
                    "Sporthal De Zeegge: \(Dutch.count(count.people, "persoon", "mensen")) geteld.")
            }
        }
        return [
            SampleMoment(begin.adding(minutes: 100), .regionalOffice) { change in
                try change.tell(key, 20, .shelter(hall), "Sporthal De Zeegge: wordt ingericht.")
            },
            SampleMoment(begin.adding(minutes: 130), .regionalOffice) { change in
                try change.tell(
                    key, 21, .shelter(hall.moved(to: .open, at: change.now)), "Sporthal De Zeegge is open.",
                    replacing: try change.standingShelter(key).number)
            },
            SampleMoment(begin.adding(minutes: 645), .regionalOffice) { change in
                let open = try change.standingShelter(key)
                guard case .shelter(let present) = open.content else { throw WebFailure.notFound }
                try change.tell(
                    key, 22, .shelter(present.moved(to: .closed, at: change.now)),
                    "Sporthal De Zeegge is dicht.", replacing: open.number)
            },
        ] + counted
    }

    var fireEnds: [SampleMoment] {
        let (begin, place) = (fireBegin, home)
        let key = Self.fireKey
        return [
            SampleMoment(begin.adding(minutes: 480), .regionalOffice) { change in
                try change.checkSampleDecision(key)
                try change.finishSampleTasks(key)
            },
            SampleMoment(begin.adding(minutes: 660), .regionalOffice) { change in
                try change.tell(
                    key, 40,
                    .level(Declaration(level: nil, heardFrom: "Meldkamer", municipalities: [place])),
                    "Afgeschaald.")
            },
            SampleMoment(begin.adding(minutes: 675), .regionalOffice) { change in
                try change.tell(
                    key, 41, .ended(DeploymentEnding(handedTo: "Gemeente, nafase")),
                    "Afgesloten; de gemeente gaat verder met de nafase.")
            },
        ]
    }

    /// What goes on in the municipality, offered and not confirmed yet.
    var aftermath: [SampleMoment] {
        let (place, today) = (home, start)
        let key = Self.fireKey
        return [
            SampleMoment(fireBegin.adding(minutes: 500), .regionalOffice) { change in
                let file = try change.openAftermath(of: try change.sampleDeployment(key), in: place)
                for (topic, what, owner, days, cents) in [
                    (AftermathTopic.damage, "Twaalf woningen zijn onbewoonbaar", "Wonen", 14, nil as Int64?),
                    (.care, "Nazorg voor bewoners en hulpverleners", "GHOR", 7, nil),
                    (.communication, "Bewonersavond", "Communicatie", 10, nil),
                    (.cost, "Kosten van de opvang", "Financiën", 30, 1_850_000),
                ] {
                    try change.saveAftermathPoint(
                        AftermathPoint(
                            id: change.newID(), topic: topic, what: what, owner: owner,
                            dueOn: today.adding(days: days), amount: cents.map { Money(cents: $0) }), in: file
                    )
                }
            },
            SampleMoment(instant(4, 13), .regionalOffice) { change in
                for file in try change.tx.aftermaths(of: try change.sampleDeployment(key)) {
                    try change.offerAftermath(file.file.id)
                }
            },
        ]
    }

    var fireEvaluated: SampleMoment {
        let (activity, due) = (activity, start.adding(days: 90))
        let key = Self.fireKey
        return SampleMoment(instant(4, 14), .regionalOffice) { change in
            let id = try change.sampleDeployment(key)
            try change.summariseEvaluation(
                "De opvang was binnen de norm open en iedereen kreeg een plek. Het eerste bericht aan de wijk kwam te laat.",
                of: id)
            for (heading, text, isStrength) in [
                (Finding.Heading.municipalProcesses, "De sporthal was ruim binnen drie uur open.", true),
                (.information, "Het eerste advies over de rook kwam na bijna twee uur.", false),
            ] {
                try change.addFinding(
                    Finding(id: change.newID(), heading: heading, text: text, isStrength: isStrength), of: id)
            }
            try change.addLesson(
                Lesson(
                    id: change.newID(), text: "Het eerste bericht wacht niet op het team",
                    action: "Oefen het eerste bericht met de meldkamer", owner: "Taakgroep communicatie",
                    dueOn: due, part: activity), of: id)
        }
    }
}

extension Change {
    fileprivate func standingShelter(_ key: String) throws -> DeploymentEntry {
        guard let entry = try tx.deploymentState(of: try sampleDeployment(key)).shelters.first?.entry else {
            throw WebFailure.notFound
        }
        return entry
    }

    /// What was decided was looked at again: it works.
    fileprivate mutating func checkSampleDecision(_ key: String) throws {
        let state = try tx.deploymentState(of: try sampleDeployment(key))
        for (order, decision) in state.decisions.enumerated() {
            let value = decision.value
            try tell(
                key, 60 + order,
                .decision(
                    DeploymentDecision(
                        judgement: value.judgement, decision: value.decision, picture: value.picture,
                        decidedBy: value.decidedBy, checkAt: value.checkAt, effect: .works)),
                decision.entry.text, replacing: decision.entry.number)
        }
    }

    /// All but the last of the template's tasks; that one goes along to the aftermath.
    fileprivate mutating func finishSampleTasks(_ key: String) throws {
        let actions = try tx.deploymentState(of: try sampleDeployment(key)).actions
        for (order, action) in actions.dropLast().enumerated() {
            let value = action.value
            try tell(
                key, 70 + order,
                .action(
                    DeploymentAction(
                        what: value.what, owner: value.owner, dueAt: value.dueAt, state: .done,
                        giver: value.giver, feedback: "Gedaan", card: value.card)),
                "Gedaan: \(value.what)", replacing: action.entry.number)
        }
    }
}
