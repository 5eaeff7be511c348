import Domain
import Storage

/// A street under water: scaled up at a mayor's request, evaluated, reviewed and learnt from.
extension SamplePast {
    var flood: [SampleMoment] {
        let (begin, place, people) = (instant(7, 10, plus: 10), neighbour, people)
        let key = Self.floodKey
        return [
            SampleMoment(begin, .regionalOffice) { change in
                _ = try change.beginDeployment(
                    OpeningRequest(
                        key: key, title: "Wateroverlast in een wijk", place: "Polderwijk",
                        municipalities: [place],
                        flexible: FlexibleScaling(
                            domain: .physical, askedBy: "Burgemeester",
                            reason: "Kelders lopen vol; bewoners weten niet bij wie ze terechtkunnen")))
                for (number, person) in people.enumerated() {
                    let member = DeploymentMember(person: person.description, function: Code("OVDBZ"))
                    try change.tell(key, number, .member(member), "Ingezet als OvD-Bz.")
                }
            },
            SampleMoment(begin.adding(minutes: 25), .regionalOffice) { change in
                try change.tell(
                    key, 10, .note(Note(verification: .confirmed)),
                    "Veertig woningen met water in de kelder; het gemaal draait weer.")
            },
            SampleMoment(begin.adding(minutes: 240), .regionalOffice) { change in
                try change.tell(
                    key, 11, .ended(DeploymentEnding(handedTo: "Wijkteam")),
                    "Afgesloten; het wijkteam gaat verder.")
            },
        ] + floodLearnt
    }

    private var floodLearnt: [SampleMoment] {
        let (place, due, discussed) = (neighbour, start.adding(days: 60), start.adding(days: -4).iso)
        let review = start.adding(days: -7 + ScalingReview.dueDays).iso
        let key = Self.floodKey
        return [
            SampleMoment(instant(6, 11), .regionalOffice) { change in
                let id = try change.sampleDeployment(key)
                try change.summariseEvaluation(
                    "Binnen vier uur wist elke bewoner bij wie hij terechtkon. Het nummer kwam te laat op de site.",
                    of: id)
                try change.addFinding(
                    Finding(
                        id: change.newID(), heading: .information,
                        text: "Bewoners vonden het nummer pas na een uur.", isStrength: false), of: id)
                try change.learn(
                    "Zet het nummer meteen op de site", "Tekst klaarzetten bij de taakkaart communicatie",
                    "Taakgroep communicatie", due: due, of: id)
            },
            SampleMoment(instant(5, 1), .coordinatingOfficer) { change in
                try change.approveEvaluation(of: try change.sampleDeployment(key))
            },
            SampleMoment(instant(4, 15), .regionalOffice) { change in
                try change.reviewScaling(
                    ScalingReview(
                        dueOn: review,
                        wise: ReviewAnswer(
                            .yes, grounds: "Zonder hulp had de gemeente dit niet in één middag gedaan"),
                        legitimate: ReviewAnswer(
                            .partly, grounds: "De burgemeester vroeg het, de secretaris wist het later"),
                        lesson: "Bel de gemeentesecretaris tegelijk met de burgemeester",
                        discussedWith: "Burgemeester", discussedOn: discussed,
                        shares: [.init(municipality: place, hours: 9, cents: 42_000)], isClosed: true),
                    of: try change.sampleDeployment(key), key: "\(key)-toets")
            },
        ]
    }
}

/// People who are angry at a meeting: small, over, and its review is still to be done.
extension SamplePast {
    var unrest: [SampleMoment] {
        let (begin, place) = (instant(3, 19), home)
        let key = Self.unrestKey
        return [
            SampleMoment(begin, .regionalOffice) { change in
                _ = try change.beginDeployment(
                    OpeningRequest(
                        key: key, title: "Onrust rond een inloopavond", place: "Wijkcentrum Het Lisveld",
                        municipalities: [place],
                        flexible: FlexibleScaling(
                            domain: .publicOrder, askedBy: "Burgemeester",
                            reason: "Meer mensen dan er in de zaal passen; spanning op sociale media")))
            },
            SampleMoment(begin.adding(minutes: 30), .regionalOffice) { change in
                try change.tell(
                    key, 1, .environment(EnvironmentReport(topic: .feelings)),
                    "Bewoners zeggen dat zij te laat zijn uitgenodigd.")
            },
            SampleMoment(begin.adding(minutes: 150), .regionalOffice) { change in
                try change.tell(
                    key, 2, .ended(DeploymentEnding(handedTo: "Ambtenaar crisisbeheersing")),
                    "Iedereen is rustig naar huis.")
            },
        ]
    }
}

extension Change {
    fileprivate mutating func learn(
        _ text: String, _ action: String, _ owner: String, due: Day, part: ID<PlanPart>? = nil,
        of id: ID<Deployment>
    ) throws {
        try addLesson(
            Lesson(id: newID(), text: text, action: action, owner: owner, dueOn: due, part: part), of: id)
    }
}
