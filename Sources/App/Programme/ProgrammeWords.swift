import Domain
import Web

extension EnrolmentRefusal {
    /// - Parameter name: of a function.
    func sentence(_ name: (Code<CrisisFunction>) -> String) -> String {
        switch self {
        case .cancelled: "Deze sessie gaat niet door. Er verandert niets."
        case .begun: "Deze sessie is al begonnen. Bel wie haar leidt."
        case .closed(let day): "Inschrijven kon tot en met \(Dutch.date(day)). Vraag het regionaal bureau."
        case .alreadyPlaced: "Deze persoon heeft al een plek in deze sessie."
        case .alreadyWaiting: "Deze persoon staat al op de wachtlijst van deze sessie."
        case .notEnrolled: "Deze persoon staat niet op de lijst van deze sessie."
        case .otherFunctions(let functions): "Deze sessie is voor \(Dutch.list(functions.map(name)))."
        case .elsewhere(let title, let interval):
            "Op dat moment is er al een andere sessie: \(title), \(Dutch.period(interval))."
        case .leftEmployment(let day): "Deze persoon is dan niet meer in dienst (t/m \(Dutch.date(day)))."
        case .listClosed: "De presentielijst is afgesloten. Open haar eerst weer."
        }
    }
}

extension SessionFault {
    var error: FieldError { FieldError(field, sentence) }

    private var field: String {
        switch self {
        case .endNotAfterStart, .tooLong: "tot"
        case .past: "dag"
        case .enrolmentEndsAfterStart: "inschrijven-tot"
        case .capacityNotPositive, .capacityBelowEnrolment: "plaatsen"
        case .alreadyCancelled, .alreadyClosed: "dag"
        case .tooManyRepeats, .repeatsEndBeforeStart: "herhalen-tot"
        case .negativeCost: "kosten"
        }
    }

    var sentence: String {
        switch self {
        case .endNotAfterStart: "Het einde ligt niet na het begin."
        case .tooLong(let hours):
            "Een sessie duurt hoogstens \(hours) uur. Maak van elke dag een eigen sessie."
        case .past:
            "Deze sessie ligt in het verleden. Zet het vinkje bij “achteraf vastleggen” als zij al is geweest."
        case .enrolmentEndsAfterStart: "Inschrijven kan niet langer dan tot de dag van de sessie."
        case .capacityNotPositive: "Laat ten minste één plaats over, of laat het veld leeg: geen grens."
        case .capacityBelowEnrolment(let placed):
            "Er hebben al \(Dutch.count(placed, "persoon", "personen")) een plek. "
                + "Minder plaatsen kan pas als zij zijn uitgeschreven."
        case .alreadyCancelled: "Deze sessie is afgezegd en verandert niet meer. Plan een nieuwe."
        case .alreadyClosed: "De presentielijst van deze sessie is afgesloten. Open haar eerst weer."
        case .tooManyRepeats(let max): "Dit worden meer dan \(max) sessies. Kies een eerdere laatste dag."
        case .repeatsEndBeforeStart: "De laatste dag van de herhaling ligt voor de eerste sessie."
        case .negativeCost: "Kosten kunnen niet lager zijn dan nul."
        }
    }
}

extension AttendanceFault {
    var sentence: String {
        switch self {
        case .notEnrolled: "staat niet op de lijst van deze sessie. Voeg deze persoon eerst toe."
        case .onlyWaiting: "staat op de wachtlijst en heeft geen plek. Geef deze persoon eerst een plek."
        case .notBegun(let at): "De sessie begint pas op \(Dutch.moment(at)). Leg daarna vast wie er was."
        case .cancelled: "Deze sessie is afgezegd; niemand was erbij."
        case .closed: "De presentielijst is afgesloten. Open haar eerst weer."
        case .resultWithoutPresence: "heeft een uitslag, maar was er niet. Kies een van beide."
        case .noResults: "heeft een uitslag, maar deze activiteit heeft geen uitslag."
        case .resultMissing: "was er, maar de uitslag ontbreekt."
        case .minutesOutOfRange(let max):
            "heeft een tijd die niet kan: kies 0 tot en met \(Dutch.duration(minutes: max))."
        case .unsaid: "Hiervan is nog niet ingevuld of deze persoon er was."
        }
    }

    /// Whether the sentence is about one person and begins with the name.
    var isAboutPerson: Bool {
        switch self {
        case .notEnrolled, .onlyWaiting, .resultWithoutPresence, .noResults, .resultMissing,
            .minutesOutOfRange:
            true
        case .notBegun, .cancelled, .closed, .unsaid: false
        }
    }
}

extension Attendance.Presence {
    var word: String {
        switch self {
        case .present: "aanwezig"
        case .excused: "afgemeld"
        case .absent: "niet gekomen"
        }
    }
}

extension Attendance.Result {
    var word: String {
        switch self {
        case .passed: "geslaagd"
        case .failed: "niet geslaagd"
        }
    }
}

extension Enrolment.State {
    var word: String {
        switch self {
        case .placed: "ingeschreven"
        case .waiting: "wachtlijst"
        case .withdrawn: "uitgeschreven"
        }
    }
}

extension JointExercise {
    /// - Parameter year: that it is about.
    func sentence(in year: Int) -> String {
        switch self {
        case .held(let days):
            "De gezamenlijke oefening van \(year) is gehouden: \(Dutch.list(days.map(Dutch.date)))."
        case .planned(let next): "De gezamenlijke oefening van \(year) is gepland: \(Dutch.date(next))."
        case .missing(1):
            "De gezamenlijke oefening van \(year) is niet gehouden en niet gepland. De wet vraagt haar elk jaar."
        case .missing(let count):
            "Er ontbreken nog \(count) gezamenlijke oefeningen in \(year). De wet vraagt ze elk jaar."
        case .unknown: "Hoe vaak de gezamenlijke oefening moet, is niet vastgesteld."
        }
    }

    var isMissing: Bool {
        if case .missing = self { true } else { false }
    }
}
