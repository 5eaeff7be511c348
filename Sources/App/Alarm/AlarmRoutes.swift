import Domain
import Foundation
import Storage
import Web

extension Routes {
    static let alarms: [Route] = [
        .get("/alarmen", needs: .signedIn) { visit, tx in
            guard visit.signedIn.may(.followAlarm) else {
                return .page(OwnAlarmPages.list(try OwnAlarmsPage(visit, tx)))
            }
            let model = try AlarmsPage(visit, tx)
            if visit.request.wantsJSON { return try .json(AlarmsResource(model)) }
            return .page(AlarmPages.list(model))
        },
        .get("/alarmen/nieuw", needs: .permission(.raiseAlarm)) { visit, tx in
            .page(AlarmFormPages.form(try AlarmFormPage(visit, tx), visit.signedIn.csrf, FormState()))
        },
        .get("/alarmen/opkomst", needs: .permission(.followAlarm)) { visit, tx in
            .page(AlarmReviewPages.turnouts(try TurnoutPage(visit, tx)))
        },
        .post("/alarmen/voorbeeld", needs: .permission(.raiseAlarm)) { visit, fields, change in
            try refusing(visit, fields, change.tx) { request in
                let preview = try AlarmPreview(request, visit, change.tx)
                return .page(AlarmFormPages.preview(preview, visit.signedIn.csrf, fields))
            }
        },
        .post("/alarmen", needs: .permission(.raiseAlarm)) { visit, fields, change in
            let tx = change.tx
            var raised: RaisedAlarm?
            let refused = try refusing(visit, fields, tx) { request in
                raised = try change.raiseAlarm(request)
                return .redirect("/alarmen")
            }
            guard let raised else { return refused }
            return .redirect(
                "/alarmen/\(raised.id)",
                notice: raised.isDuplicate ? "Dit alarm was al gegeven." : "Het alarm is gegeven.")
        },
        .get("/alarmen/:id", needs: .signedIn) { visit, tx in
            let id: ID<Alarm> = try visit.id("id")
            guard visit.signedIn.may(.followAlarm) else {
                return .page(OwnAlarmPages.own(try OwnAlarmPage(id, visit, tx), visit.signedIn.csrf))
            }
            let model = try AlarmPage(id, visit, tx)
            if visit.request.wantsJSON { return try .json(AlarmResource(model)) }
            return .page(AlarmPages.alarm(model, visit.signedIn.csrf))
        },
        .get("/alarmen/:id/ik", needs: .permission(.seeOwn)) { visit, tx in
            .page(OwnAlarmPages.own(try OwnAlarmPage(try visit.id("id"), visit, tx), visit.signedIn.csrf))
        },
        .post("/alarmen/:id/antwoord", needs: .permission(.seeOwn)) { visit, fields, change in
            let id: ID<Alarm> = try visit.id("id")
            guard let person = visit.signedIn.person, let reply = AlarmReply(fields) else {
                throw WebFailure.malformed
            }
            let effect = try change.answerAlarm(id, by: person, reply, way: .page)
            return .redirect("/alarmen/\(id)/ik", notice: effect.notice)
        },
        .get("/alarmen/:id/verslag", needs: .permission(.followAlarm)) { visit, tx in
            .page(AlarmReviewPages.review(try AlarmReviewPage(try visit.id("id"), visit, tx)))
        },
        .get("/alarmen/:id/mensen/:person", needs: .permission(.followAlarm)) { visit, tx in
            let model = try AlarmPersonPage(try visit.id("id"), try visit.id("person"), visit, tx)
            return .page(AlarmPersonPages.person(model, visit.signedIn.csrf))
        },
        .post("/alarmen/:id/mensen/:person", needs: .permission(.followAlarm)) { visit, fields, change in
            let id: ID<Alarm> = try visit.id("id")
            let person: ID<Functionary> = try visit.id("person")
            guard let reply = AlarmReply(fields) else { throw WebFailure.malformed }
            let effect = try change.answerAlarm(id, by: person, reply, way: .colleague)
            return .redirect("/alarmen/\(id)/mensen/\(person)", notice: effect.noticeToColleague)
        },
        .get("/alarmen/:id/beeindiging", needs: .permission(.raiseAlarm)) { visit, tx in
            .page(AlarmPages.stop(try running(visit, tx), visit.signedIn.csrf))
        },
        .get("/alarmen/:id/omschrijving", needs: .permission(.raiseAlarm)) { visit, tx in
            .page(AlarmPages.description(try running(visit, tx), visit.signedIn.csrf, FormState()))
        },
        .post("/alarmen/:id/beeindiging", needs: .permission(.raiseAlarm)) { visit, _, change in
            try telling(visit, "Het alarm is beëindigd. Niemand wordt meer gevraagd.") { id in
                try change.stopAlarm(id)
            }
        },
        .post("/alarmen/:id/overname", needs: .permission(.raiseAlarm)) { visit, _, change in
            try telling(visit, "Je hebt het overgenomen.") { id in try change.takeAlarm(id) }
        },
        .post("/alarmen/:id/omschrijving", needs: .permission(.raiseAlarm)) { visit, fields, change in
            let text = String(fields.raw("tekst").prefix(AlarmRequest.textMax)).tidied
            guard !text.isEmpty else {
                let state = FormState(
                    fields, errors: [FieldError("tekst", "Schrijf wat iedereen moet weten.")])
                let alarm = try running(visit, change.tx)
                return .refused(AlarmPages.description(alarm, visit.signedIn.csrf, state))
            }
            return try telling(visit, "Het bericht is verstuurd aan iedereen die is gevraagd.") { id in
                try change.relayDescription(text, of: id)
            }
        },
        .post("/alarmen/:id/geinformeerd", needs: .permission(.raiseAlarm)) { visit, fields, change in
            guard let role = AlarmContact.Role(rawValue: fields["wie"]), let place = Int(fields["plaats"])
            else {
                throw WebFailure.malformed
            }
            return try telling(visit, "Vastgelegd.") { id in
                try change.recordInformed(role, position: place, of: id)
            }
        },
    ]

    /// - Throws: `WebFailure.notFound`, for an alarm that is over too.
    private static func running(_ visit: Visit, _ tx: Transaction) throws -> Alarm {
        guard let alarm = try tx.alarm(try visit.id("id")), !alarm.state.isOver else {
            throw WebFailure.notFound
        }
        return alarm
    }

    /// Shows the form again when the request cannot be read.
    private static func refusing(
        _ visit: Visit, _ fields: FormFields, _ tx: Transaction, _ body: (AlarmRequest) throws -> Answer
    ) throws -> Answer {
        let model = try AlarmFormPage(visit, tx)
        var errors: [FieldError]
        do {
            return try body(AlarmRequest(fields, functions: model.functions))
        } catch AlarmRefusal.faults(let faults) {
            errors = faults.map { FieldError($0.field, $0.sentence) }
        } catch let refusal as AlarmRefusal {
            errors = [FieldError("aantal", refusal.sentence)]
        }
        return .refused(
            AlarmFormPages.form(model, visit.signedIn.csrf, FormState(fields, errors: errors)))
    }

    private static func telling(
        _ visit: Visit, _ notice: String, _ body: (ID<Alarm>) throws -> Void
    ) throws -> Answer {
        let id: ID<Alarm> = try visit.id("id")
        do {
            try body(id)
            return .redirect("/alarmen/\(id)", notice: notice)
        } catch let refusal as AlarmRefusal {
            return .redirect("/alarmen/\(id)", notice: refusal.sentence)
        }
    }
}

extension AlarmReply {
    /// What a button says; nil for a form that no page of ours sends.
    init?(_ fields: FormFields) {
        let minutes = Int(fields["minuten"]).map { min(max($0, 0), 24 * 60) }
        switch fields["antwoord"] {
        case "komt": self = .coming(minutes: minutes, isRemote: false)
        case "afstand": self = .coming(minutes: minutes, isRemote: true)
        case "nee": self = .declined
        case "aanwezig": self = .atWork(isRemote: false)
        case "aanwezig-afstand": self = .atWork(isRemote: true)
        case "overgenomen": self = .taken
        default: return nil
        }
    }
}

extension AnswerEffect {
    /// What the page says after an answer.
    var notice: String {
        switch self {
        case .promised: "Genoteerd: je komt."
        case .newTime: "Genoteerd: je nieuwe tijd."
        case .reserve: "Er zijn al genoeg toezeggingen; je staat reserve."
        case .declined: "Genoteerd: je kunt niet."
        case .withdrew: "Genoteerd: je komt toch niet. We vragen een ander."
        case .startedWork, .startedWorkBesides: "Genoteerd: je bent aan het werk."
        case .repeated: "Dat hadden we al genoteerd."
        case .tooLate: "Dit alarm is voorbij. Je hoeft niet te komen."
        case .notCalled: "Je bent voor dit alarm niet gevraagd. Er is niets veranderd."
        case .unclear: "Dat begrijpen we niet. Kies een van de knoppen."
        case .ambiguous: "Het is niet duidelijk voor welk alarm dit is. Er is niets veranderd."
        case .taken: "Je hebt het overgenomen."
        }
    }
}

extension AnswerEffect {
    /// What the page says to whoever wrote down the answer of another.
    var noticeToColleague: String {
        switch self {
        case .promised: "Vastgelegd: komt."
        case .newTime: "Vastgelegd: een nieuwe tijd."
        case .reserve: "Er zijn al genoeg toezeggingen; staat reserve."
        case .declined: "Vastgelegd: kan niet."
        case .withdrew: "Vastgelegd: komt toch niet. We vragen een ander."
        case .startedWork, .startedWorkBesides: "Vastgelegd: is aan het werk."
        case .repeated: "Dat stond er al."
        case .tooLate: "Dit alarm is voorbij. Het antwoord is bewaard; er is niets veranderd."
        case .notCalled: "Deze persoon is nog niet gevraagd. Het antwoord is bewaard; er is niets veranderd."
        case .unclear, .ambiguous: "Het antwoord is bewaard; er is niets veranderd."
        case .taken: "Vastgelegd: heeft het overgenomen."
        }
    }
}
