import Domain
import Storage
import Web

extension Routes {
    static let hours: [Route] = [
        .get("/uren", needs: .permission(.writeHours)) { visit, tx in
            let fields = FormFields(["dag": Dutch.shortDate(visit.today)])
            return .page(HoursPages.write(try HoursPage(visit, tx), FormState(fields)))
        },
        .post("/uren", needs: .permission(.writeHours), writeHours),
        .post("/uren/:hours/verwijdering", needs: .permission(.writeHours)) { visit, _, change in
            try change.removeHours(try visit.id("hours"))
            return .redirect("/uren", notice: "De regel is verwijderd.")
        },
        .get("/uren/maanden", needs: .permission(.seePlan)) { visit, tx in
            .page(HoursPages.months(try CapacityPage(visit, tx)))
        },
        .get("/uren/capaciteit", needs: .permission(.seePlan)) { visit, tx in
            .page(CapacityPages.page(try CapacityPage(visit, tx)))
        },
        .get("/uren/capaciteit.pdf", needs: .permission(.seePlan)) { visit, tx in
            .pdf(CapacityPages.paper(try CapacityPage(visit, tx)), page: "/uren/capaciteit")
        },
    ]

    @Sendable private static func writeHours(
        _ visit: Visit, _ fields: FormFields, _ change: inout Change
    ) throws -> Answer {
        func refused(_ errors: [FieldError]) throws -> Answer {
            .refused(HoursPages.write(try HoursPage(visit, change.tx), FormState(fields, errors: errors)))
        }
        var form = PlanFormReading(fields)
        let minutes = HourEntry.minutes(fields["uren"])
        if minutes == nil { form.fault("uren", "Schrijf hoe lang het was als 2, 1,5 of 1:30.") }
        let day = form.day("dag", isRequired: true)
        let note = form.text("toelichting")
        guard form.errors.isEmpty, let minutes, let day else { return try refused(form.errors) }
        let place = fields["gemeente"]
        let entry = HourEntry(
            id: change.newID(), municipality: place.isEmpty ? nil : Code(place), day: day, minutes: minutes,
            part: try change.tx.subActivity(fields["deelactiviteit"]), note: note)
        do {
            try change.writeHours(entry)
            return .redirect(
                "/uren", notice: "\(Dutch.hours(minutes: minutes)) uur geschreven op \(Dutch.date(day)).")
        } catch let refusal as HourRefusal {
            return try refused(refusal.faults.map { FieldError($0.field, $0.sentence) })
        }
    }
}

extension Transaction {
    /// Nil for the plan as a whole, and for a part that was removed since the form was made.
    fileprivate func subActivity(_ text: String) throws -> ID<PlanPart>? {
        guard let id = ID<PlanPart>(text) else { return nil }
        for plan in try plans() {
            if let part = try planContent(plan.id)?.part(id), part.kind == .subActivity { return id }
        }
        return nil
    }
}
