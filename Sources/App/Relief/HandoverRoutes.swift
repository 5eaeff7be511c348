import Domain
import Storage
import Web

extension Routes {
    static let handovers: [Route] = [
        .get("/inzetten/:id/overdracht", needs: .signedIn) { visit, tx in
            .page(HandoverPages.list(try HandoversPage(visit, tx)))
        },
        .post("/inzetten/:id/overdracht", needs: .signedIn) { visit, fields, change in
            let id: ID<Deployment> = try visit.id("id")
            do {
                try change.giveHandover(try HandoverDraft(fields, at: visit.now), in: id)
                return .redirect(
                    "/inzetten/\(id)/overdracht", notice: "Overgedragen. Nu moet de ander het bevestigen.")
            } catch let refusal as HandoverRefusal {
                let errors = refusal.errors
                return .refused(
                    HandoverPages.list(
                        try HandoversPage(visit, change.tx), FormState(fields, errors: errors)))
            }
        },
        .get("/inzetten/:id/overdracht/:number", needs: .signedIn) { visit, tx in
            .page(HandoverPages.one(try HandoverPage(visit, tx)))
        },
        confirm("genomen", isTaken: true),
        confirm("gegeven", isTaken: false),
        .get("/inzetten/:id/uren", needs: .signedIn) { visit, tx in
            .page(ReliefHoursPages.hours(try ReliefHoursPage(visit, tx)))
        },
        .post("/inzetten/:id/uren", needs: .signedIn) { visit, fields, change in
            let id: ID<Deployment> = try visit.id("id")
            guard let shift = ID<ReliefShift>(fields["dienst"]) else { throw WebFailure.malformed }
            do {
                try change.recordWorked(shift, of: id)
                return .redirect("/inzetten/\(id)/uren", notice: "Vastgelegd: de dienst telt mee.")
            } catch let refusal as ReliefRefusal {
                return .redirect("/inzetten/\(id)/uren", notice: refusal.sentence)
            }
        },
    ]

    private static func confirm(_ step: String, isTaken: Bool) -> Route {
        .post("/inzetten/:id/overdracht/:number/\(step)", needs: .signedIn) { visit, fields, change in
            let id: ID<Deployment> = try visit.id("id")
            guard let number = Int(visit.request.parameters["number"] ?? "") else {
                throw WebFailure.notFound
            }
            do {
                try change.confirmHandover(number, isTaken: isTaken, in: id, key: fields["sleutel"])
                return .redirect("/inzetten/\(id)/overdracht", notice: "Bevestigd.")
            } catch let refusal as HandoverRefusal {
                let state = FormState(fields, errors: refusal.errors)
                return .refused(HandoverPages.one(try HandoverPage(visit, change.tx), state))
            }
        }
    }
}

extension HandoverDraft {
    /// - Throws: `HandoverRefusal` with every fault.
    init(_ fields: FormFields, at now: Instant) throws {
        let form = DeploymentForm(fields, at: now)
        let from = fields["van"].split(separator: " ").map(String.init)
        var faults: [HandoverFault] = []
        let leaving = from.first.flatMap { ID<Functionary>($0) }
        let coming = ID<Functionary>(fields["aan"])
        if leaving == nil || from.count != 2 { faults.append(.nobodyLeaves) }
        if coming == nil { faults.append(.nobodyComes) }
        if let leaving, leaving == coming { faults.append(.samePerson) }
        guard let leaving, let coming, faults.isEmpty else { throw HandoverRefusal(faults: faults) }
        self.init(
            function: Code(from[1]), from: leaving, to: coming,
            promises: form.text("toegezegd", max: EntryDraft.textMax),
            worries: form.text("zorgen", max: EntryDraft.textMax), key: fields["sleutel"])
    }
}
