import Domain
import Storage
import Web

extension Routes {
    static let programme: [Route] =
        [
            .get("/programma", needs: .permission(.seeProgramme)) { visit, tx in
                .page(ProgrammePages.year(try ProgrammePage(visit, tx)))
            },
            .get("/programma/kosten", needs: .permission(.editProgramme)) { visit, tx in
                .page(ProgrammeCostPages.year(try ProgrammeCostPage(visit, tx)))
            },
            .get("/programma/mijn", needs: .permission(.seeOwn)) { visit, tx in
                .page(ProgrammePages.own(try OwnProgrammePage(visit, tx)))
            },
            .get("/programma/sessies/:session", needs: .permission(.seeProgramme)) { visit, tx in
                .page(SessionPages.session(try SessionPage(visit, tx)))
            },
            .get("/programma/sessies/:session/agenda", needs: .permission(.seeOwn)) { visit, tx in
                .response(try calendarFile(visit, tx))
            },
        ] + keepingActivities + keepingSessions + enrolments + reporting

    private static let keepingActivities: [Route] = [
        .get("/programma/activiteiten", needs: .permission(.editProgramme)) { _, tx in
            let names = Dictionary(
                try tx.functions().map { ($0.code, $0.abbreviation) }, uniquingKeysWith: { first, _ in first }
            )
            return .page(SessionFormPages.activities(try tx.activities(), names))
        },
        .get("/programma/activiteiten/nieuw", needs: .permission(.editProgramme)) { visit, tx in
            .page(SessionFormPages.activity(nil, try tx.functions(), visit.signedIn.csrf, FormState()))
        },
        .post("/programma/activiteiten", needs: .permission(.editProgramme)) { visit, fields, change in
            let functions = try change.tx.functions()
            let page = { SessionFormPages.activity(nil, functions, visit.signedIn.csrf, $0) }
            return try refusingProgramme(fields, page) {
                try change.saveActivity(Activity(fields, id: change.newID(), functions: functions))
                return .redirect("/programma/activiteiten", notice: "De activiteit is toegevoegd.")
            }
        },
        .get("/programma/activiteiten/:activity", needs: .permission(.editProgramme)) { visit, tx in
            let activity = try visit.activity(tx)
            let state = FormState(FormFields(activity))
            return .page(
                SessionFormPages.activity(activity.id, try tx.functions(), visit.signedIn.csrf, state))
        },
        .post("/programma/activiteiten/:activity", needs: .permission(.editProgramme)) {
            visit, fields, change in
            let activity = try visit.activity(change.tx)
            let functions = try change.tx.functions()
            let page = { SessionFormPages.activity(activity.id, functions, visit.signedIn.csrf, $0) }
            return try refusingProgramme(fields, page) {
                try change.saveActivity(Activity(fields, id: activity.id, functions: functions))
                return .redirect("/programma/activiteiten", notice: "De activiteit is opgeslagen.")
            }
        },
    ]

    private static let keepingSessions: [Route] = [
        .get("/programma/sessies/nieuw", needs: .permission(.editProgramme)) { visit, tx in
            let state = FormState(FormFields(["activiteit": visit.request.query["activiteit"]]))
            return .page(SessionFormPages.session(nil, try tx.activities(), visit.signedIn.csrf, state))
        },
        .post("/programma/sessies", needs: .permission(.editProgramme)) { visit, fields, change in
            let activities = try change.tx.activities()
            let page = { SessionFormPages.session(nil, activities, visit.signedIn.csrf, $0) }
            return try refusingProgramme(fields, page) {
                let draft = try SessionDraft(fields, id: change.newID(), activities: activities)
                try change.planSession(
                    draft.session, weeklyThrough: draft.weeklyThrough, isRecord: draft.isRecord)
                return .redirect(
                    "/programma/sessies/\(draft.session.id)", notice: "De sessie staat op het programma.")
            }
        },
        .get("/programma/sessies/:session/wijzigen", needs: .permission(.editProgramme)) { visit, tx in
            let session = try visit.activitySession(tx)
            let state = FormState(FormFields(session))
            return .page(
                SessionFormPages.session(session.id, try tx.activities(), visit.signedIn.csrf, state))
        },
        .post("/programma/sessies/:session", needs: .permission(.editProgramme)) { visit, fields, change in
            let session = try visit.activitySession(change.tx)
            let activities = try change.tx.activities()
            let page = { SessionFormPages.session(session.id, activities, visit.signedIn.csrf, $0) }
            return try refusingProgramme(fields, page) {
                let draft = try SessionDraft(fields, id: session.id, activities: activities)
                try change.changeSession(draft.session, isRecord: draft.isRecord)
                return .redirect(
                    "/programma/sessies/\(session.id)",
                    notice:
                        "De sessie is gewijzigd. Wie een plek heeft, hoort het bij een andere tijd of plaats."
                )
            }
        },
        .get("/programma/sessies/:session/afzeggen", needs: .permission(.editProgramme)) { visit, tx in
            .page(SessionFormPages.cancellation(try SessionPage(visit, tx), FormState()))
        },
        .post("/programma/sessies/:session/afzegging", needs: .permission(.editProgramme)) {
            visit, fields, change in
            let model = try SessionPage(visit, change.tx)
            return try refusingProgramme(fields, { SessionFormPages.cancellation(model, $0) }) {
                let reason = try programmeText(fields, "reden", "de reden", max: 500)
                try change.cancelSession(
                    model.session.id, reason: reason, version: try fields.programmeVersion())
                return .redirect(
                    "/programma/sessies/\(model.session.id)",
                    notice: "De sessie is afgezegd. Iedereen op de lijst krijgt bericht.")
            }
        },
        .post("/programma/sessies/:session/evaluatie", needs: .permission(.editProgramme)) {
            visit, fields, change in
            let model = try SessionPage(visit, change.tx)
            return try refusingProgramme(fields, { _ in SessionPages.session(model) }) {
                let text = try programmeText(fields, "evaluatie", nil, max: 5000)
                try change.evaluateSession(
                    model.session.id, text: text, version: try fields.programmeVersion())
                return .redirect(
                    "/programma/sessies/\(model.session.id)", notice: "De evaluatie is opgeslagen.")
            }
        },
    ]

    private static let reporting: [Route] = [
        .get("/programma/sessies/:session/aanwezigheid", needs: .permission(.editProgramme)) { visit, tx in
            .page(SessionFormPages.attendance(try SessionPage(visit, tx), FormState()))
        },
        .post("/programma/sessies/:session/aanwezigheid", needs: .permission(.editProgramme)) {
            visit, fields, change in
            let model = try SessionPage(visit, change.tx)
            return try refusingProgramme(fields, { SessionFormPages.attendance(model, $0) }, model) {
                let placed = model.participants.map(\.enrolment).filter { $0.state == .placed }
                let said = try attendanceForm(fields, placed, of: model.session)
                let isFinal = fields["afsluiten"] == "ja"
                try change.recordAttendance(said, at: model.session.id, isFinal: isFinal)
                return .redirect(
                    "/programma/sessies/\(model.session.id)",
                    notice: isFinal ? "Bewaard. De presentielijst is afgesloten." : "Bewaard.")
            }
        },
        .post("/programma/sessies/:session/aanwezigheid/heropening", needs: .permission(.editProgramme)) {
            visit, _, change in
            let session = try visit.activitySession(change.tx)
            try change.reopenAttendance(at: session.id)
            return .redirect(
                "/programma/sessies/\(session.id)/aanwezigheid", notice: "De presentielijst is weer open.")
        },
        .get("/programma/sessies/:session/terugblik", needs: .permission(.seeOwn)) { visit, tx in
            let model = try SessionPage(visit, tx)
            guard model.own?.attendance?.presence == .present else { throw WebFailure.notFound }
            let fields = model.ownOpinion.map {
                FormFields(["nut": "\($0.usefulness)", "geleerd": $0.learned, "beter": $0.better])
            }
            return .page(SessionFormPages.opinion(model, FormState(fields ?? FormFields())))
        },
        .post("/programma/sessies/:session/terugblik", needs: .permission(.seeOwn)) { visit, fields, change in
            let model = try SessionPage(visit, change.tx)
            return try refusingProgramme(fields, { SessionFormPages.opinion(model, $0) }) {
                try change.giveOpinion(SessionOpinion(fields), of: model.session.id)
                return .redirect("/programma/mijn", notice: "Bedankt. Je mening is bewaard.")
            }
        },
    ]

    /// The session as a file for a calendar, for whoever does not read their mail on the same device.
    private static func calendarFile(_ visit: Visit, _ tx: Transaction) throws -> WebResponse {
        let model = try SessionPage(visit, tx)
        guard let own = model.own, own.state == .placed else { throw WebFailure.notFound }
        var event = CalendarEvent(
            uid: "\(own.id)@oranje", sequence: model.session.sequence, interval: model.session.interval,
            title: model.activity.title)
        event.place = model.session.place
        event.explanation = model.activity.explanation
        event.isCancelled = model.session.isCancelled
        let text = CalendarText.text([event], method: .publish, stamp: visit.now)
        return .download(
            Array(text.utf8), name: "\(model.activity.title).ics", type: "text/calendar; charset=utf-8")
    }
}

/// Runs a write; when it is refused, shows the form again with what was typed and what is wrong.
///
/// - Parameter model: the list that names of refused people are on.
private func refusingProgramme(
    _ fields: FormFields, _ page: (FormState) -> Page, _ model: SessionPage? = nil,
    _ body: () throws -> Answer
) throws -> Answer {
    func refused(_ errors: [FieldError]) -> Answer { .refused(page(FormState(fields, errors: errors))) }
    do {
        return try body()
    } catch let refusal as ProgrammeFormRefusal {
        return refused(refusal.errors)
    } catch let refusal as SessionRefusal {
        return refused(refusal.faults.map(\.error))
    } catch let refusal as AttendanceRefusal {
        return refused(
            refusal.faults.map { person, fault in
                let name = model?.participants.first { $0.enrolment.person == person }?.name.full
                let subject = fault.isAboutPerson ? "\(name ?? "Deze persoon") " : ""
                return FieldError(
                    "aanwezig-\(person?.description ?? "")", "\(subject)\(fault.sentence)")
            })
    }
}

extension FormFields {
    fileprivate func programmeVersion() throws -> Int {
        guard let version = Int(self["versie"]) else { throw WebFailure.malformed }
        return version
    }
}

extension Visit {
    fileprivate func activity(_ tx: Transaction) throws -> Activity {
        let id: ID<Activity> = try id("activity")
        guard let activity = try tx.activities().first(where: { $0.id == id }) else {
            throw WebFailure.notFound
        }
        return activity
    }

    func activitySession(_ tx: Transaction) throws -> ActivitySession {
        guard let session = try tx.activitySession(try id("session")) else { throw WebFailure.notFound }
        return session
    }

    /// - Throws: `WebFailure.notFound` for an account of nobody in the register.
    func ownPerson() throws -> ID<Functionary> {
        guard let person = signedIn.person else { throw WebFailure.notFound }
        return person
    }
}
