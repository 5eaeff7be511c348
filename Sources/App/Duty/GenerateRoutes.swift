import Domain
import Storage
import Web

extension Routes {
    static let generation: [Route] = [
        .post("/rooster/concepten/beste", needs: .permission(.editRoster), request),
        .get("/rooster/zoeken/:id", needs: .permission(.editRoster)) { visit, tx in
            .page(RosterRequestPages.page(try RosterRequestPage(visit, tx), visit.signedIn.csrf))
        },
        .post("/rooster/zoeken/:id/stop", needs: .permission(.editRoster)) { visit, _, change in
            let id: ID<RosterRequest> = try visit.id("id")
            try change.stopRosterRequest(id)
            return .redirect("/rooster/zoeken/\(id)")
        },
    ]

    @Sendable private static func request(
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
        let seconds = Int(fields["seconden"]).flatMap { DraftPages.seconds.contains($0) ? $0 : nil }
        if seconds == nil {
            let (least, most) = (DraftPages.seconds.lowerBound, DraftPages.seconds.upperBound)
            errors.append(FieldError("seconden", "Vul een getal in van \(least) tot \(most)."))
        }
        let chosen = fields["lijn"].isEmpty ? lines : lines.filter { $0.code.text == fields["lijn"] }
        if chosen.isEmpty { errors.append(FieldError("lijn", DutyRefusal.unknownLine.sentence)) }
        func refused(_ errors: [FieldError]) -> Answer {
            .refused(DraftPages.new(lines, visit.signedIn.csrf, FormState(fields, errors: errors)))
        }
        guard errors.isEmpty, let first, let weeks, let seconds else { return refused(errors) }
        do {
            let id = try change.requestRoster(
                lines: chosen.map(\.code), from: first, weeks: weeks, seconds: seconds)
            return .redirect("/rooster/zoeken/\(id)")
        } catch let refusal as DutyRefusal {
            return refused([FieldError("van", refusal.sentence)])
        }
    }
}
