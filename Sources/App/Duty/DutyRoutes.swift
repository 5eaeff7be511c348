import Domain
import Storage
import Web

extension Routes {
    static let duty: [Route] = [
        .get("/rooster", needs: .permission(.seeRoster)) { visit, tx in
            .page(DutyPages.roster(try RosterPage(visit, tx)))
        },
        .get("/rooster/lijn/:line", needs: .permission(.seeRoster)) { visit, tx in
            .page(DutyPages.line(try LinePage(visit, tx), visit.signedIn.csrf))
        },
        .get("/rooster/lijn/:line/:week/:slot", needs: .permission(.editRoster)) { visit, tx in
            let model = try AssignmentPage(visit, tx)
            let state = FormState(FormFields(["persoon": model.present?.description ?? ""]))
            return .page(DutyPages.assignment(model, visit.signedIn.csrf, state))
        },
        .post("/rooster/lijn/:line/:week/:slot", needs: .permission(.editRoster), assign),
        .get("/rooster/nieuw", needs: .permission(.editRoster)) { visit, tx in
            let start = Dutch.shortDate(visit.today.monday.adding(days: 7))
            let weeks = try tx.normSet().number(of: .coverageHorizon, at: visit.now)
            let state = FormState(FormFields(["van": start, "weken": "\(weeks)", "seconden": "30"]))
            return .page(DraftPages.new(try tx.lines(), visit.signedIn.csrf, state))
        },
        .post("/rooster/concepten", needs: .permission(.editRoster), draft),
        .get("/rooster/concept/:id", needs: .permission(.editRoster)) { visit, tx in
            .page(DraftPages.draft(try DraftPage(visit, tx), visit.signedIn.csrf))
        },
        .get("/rooster/jaar", needs: .permission(.seeRoster)) { visit, tx in
            .page(RosterYearPages.year(try RosterYearPage(visit, tx)))
        },
        .get("/rooster/groepen", needs: .permission(.seeRoster)) { visit, tx in
            .page(PoolPages.pools(try PoolPage(visit, tx)))
        },
        .get("/rooster/uren", needs: .permission(.seeRoster)) { visit, tx in
            .page(DutyHoursPages.hours(try DutyHoursPage(visit, tx)))
        },
        .get("/rooster/vannacht", needs: .permission(.seePeople)) { visit, tx in
            .page(LastNightPages.page(try LastNightPage(visit, tx)))
        },
        .get("/rooster/versies", needs: .permission(.editRoster)) { visit, tx in
            .page(RosterVersionPages.list(try RosterVersionsPage(visit, tx)))
        },
        .get("/rooster/concept/:id/verschil", needs: .permission(.editRoster)) { visit, tx in
            .page(RosterVersionPages.difference(try RosterDifferencePage(visit, tx)))
        },
        .post("/rooster/concept/:id/publicatie", needs: .permission(.editRoster)) { visit, _, change in
            try telling("/rooster", "Het rooster is gepubliceerd en geldt nu.") {
                try change.publishRoster(try visit.id("id"))
            }
        },
        .post("/rooster/concept/:id/verwijdering", needs: .permission(.editRoster)) { visit, _, change in
            try telling("/rooster", "Het concept is weggegooid.") {
                try change.discardRoster(try visit.id("id"))
            }
        },
    ]

    @Sendable private static func assign(
        _ visit: Visit, _ fields: FormFields, _ change: inout Change
    ) throws -> Answer {
        let model = try AssignmentPage(visit, change.tx)
        do {
            let person: ID<Functionary>? = fields["persoon"].isEmpty ? nil : ID(fields["persoon"])
            if person == nil, !fields["persoon"].isEmpty { throw DutyRefusal.unknownPerson }
            try change.assignDuty(
                model.line.code, model.slot, model.period, person: person,
                explanation: String(fields["toelichting"].prefix(PersonDraft.textMax)))
            return .redirect(
                "/rooster/lijn/\(model.line.code)?van=\(model.period.monday.iso)",
                notice: person == nil ? "De plaats is leeggemaakt." : "De dienst is ingedeeld en geldt nu.")
        } catch let refusal as DutyRefusal {
            let state = FormState(fields, errors: [FieldError("persoon", refusal.sentence)])
            return .refused(DutyPages.assignment(model, visit.signedIn.csrf, state))
        }
    }

    @Sendable private static func draft(
        _ visit: Visit, _ fields: FormFields, _ change: inout Change
    ) throws -> Answer {
        let lines = try change.tx.lines()
        var errors: [FieldError] = []
        let first = Dutch.day(fields["van"])
        if first == nil { errors.append(FieldError("van", "Schrijf de datum als 23-11-2026.")) }
        let weeks = Int(fields["weken"]).flatMap { (1...DraftPages.weeksMax).contains($0) ? $0 : nil }
        if weeks == nil {
            errors.append(FieldError("weken", "Vul een getal in van 1 tot \(DraftPages.weeksMax)."))
        }
        let chosen = fields["lijn"].isEmpty ? lines : lines.filter { $0.code.text == fields["lijn"] }
        if chosen.isEmpty { errors.append(FieldError("lijn", DutyRefusal.unknownLine.sentence)) }
        guard errors.isEmpty, let first, let weeks else {
            let page = DraftPages.new(lines, visit.signedIn.csrf, FormState(fields, errors: errors))
            return .refused(page)
        }
        let periods = try change.tx.dutyPeriods(weekOf: first, count: weeks)
        let made = try change.makeRotation(lines: chosen.map(\.code), periods: periods)
        return .redirect("/rooster/concept/\(made.roster)")
    }

    /// A write without a form: what it refuses is told on the page it came from.
    private static func telling(_ path: String, _ notice: String, _ body: () throws -> Void) throws -> Answer
    {
        do {
            try body()
            return .redirect(path, notice: notice)
        } catch let refusal as DutyRefusal {
            return .redirect(path, notice: refusal.sentence)
        }
    }
}
