import Domain
import Storage
import Web

extension Routes {
    /// A place in a session: taking one, giving one, and giving one up.
    static let enrolments: [Route] = [
        .post("/programma/sessies/:session/inschrijving", needs: .permission(.seeOwn)) { visit, _, change in
            try enrol(try visit.ownPerson(), visit, &change) { state in
                state == .placed
                    ? "Je bent ingeschreven. Je krijgt een mail voor je agenda."
                    : "De sessie is vol. Je staat op de wachtlijst en krijgt vanzelf een plek die vrijkomt."
            }
        },
        .post("/programma/sessies/:session/uitschrijving", needs: .permission(.seeOwn)) { visit, _, change in
            try withdraw(try visit.ownPerson(), visit, &change, "Je bent uitgeschreven.")
        },
        .post("/programma/sessies/:session/deelnemers", needs: .permission(.seeProgramme)) {
            visit, fields, change in
            let session = try visit.activitySession(change.tx)
            let path = "/programma/sessies/\(session.id)"
            let found = try change.tx.participants(named: fields["wie"], visit)
            guard found.count == 1, let person = found.first else {
                return .redirect(
                    path,
                    notice: found.isEmpty
                        ? "Niet toegevoegd: “\(fields["wie"].prefix(60))” staat zo niet in het register."
                        : "Niet toegevoegd: meer mensen heten zo. Gebruik het personeelsnummer.")
            }
            return try enrol(person.id, visit, &change) { state in
                state == .placed
                    ? "\(person.name.full) heeft een plek." : "\(person.name.full) staat op de wachtlijst."
            }
        },
        .post(
            "/programma/sessies/:session/deelnemers/:id/uitschrijving", needs: .permission(.seeProgramme)
        ) { visit, _, change in
            try withdraw(try visit.id("id"), visit, &change, "Uitgeschreven.")
        },
    ]

    private static func enrol(
        _ person: ID<Functionary>, _ visit: Visit, _ change: inout Change,
        _ notice: (Enrolment.State) -> String
    ) throws -> Answer {
        let session = try visit.activitySession(change.tx)
        return try tellingRefusal(session, change.tx) {
            notice(try change.enrol(person, in: session.id))
        }
    }

    private static func withdraw(
        _ person: ID<Functionary>, _ visit: Visit, _ change: inout Change, _ notice: String
    ) throws -> Answer {
        let session = try visit.activitySession(change.tx)
        return try tellingRefusal(session, change.tx) {
            try change.withdrawEnrolment(of: person, from: session.id)
            return notice
        }
    }

    /// Back to the session with what was done, or why not.
    private static func tellingRefusal(
        _ session: ActivitySession, _ tx: Transaction, _ body: () throws -> String
    ) throws -> Answer {
        let path = "/programma/sessies/\(session.id)"
        do {
            return .redirect(path, notice: try body())
        } catch let refusal as EnrolmentRefusal {
            let names = Dictionary(
                try tx.functions().map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
            return .redirect(path, notice: refusal.sentence { names[$0] ?? $0.text })
        }
    }
}

extension Transaction {
    /// Everybody with that name or personnel number whom the visitor may put on a list.
    fileprivate func participants(named text: String, _ visit: Visit) throws -> [Functionary] {
        let wanted = text.folded
        guard !wanted.isEmpty else { return [] }
        let reach: Reach =
            visit.signedIn.may(.editProgramme) ? .region : visit.signedIn.reach(of: .editPeople)
        return try functionaries().filter { person in
            reach.includes(person.municipality)
                && (person.name.full.folded == wanted || person.name.listed.folded == wanted
                    || person.personnelNumber.folded == wanted)
        }
    }
}
