import Domain
import Web

extension NormStatus {
    var word: String {
        switch self {
        case .statutory: "wettelijk"
        case .regionalDecision: "regionaal besluit"
        case .practice: "praktijk"
        case .assumption: "aanname"
        }
    }
}

extension NormUnit {
    /// `1,5 uur` is never needed: every norm is a whole number of its unit.
    func phrase(_ value: Int) -> String {
        switch self {
        case .minutes: Dutch.count(value, "minuut", "minuten")
        case .hours: "\(Dutch.number(value)) uur"
        case .days: Dutch.count(value, "dag", "dagen")
        case .weeks: Dutch.count(value, "week", "weken")
        case .months: Dutch.count(value, "maand", "maanden")
        case .years: "\(Dutch.number(value)) jaar"
        case .people: Dutch.count(value, "persoon", "personen")
        case .times: "\(Dutch.number(value)) keer"
        case .percent: "\(value) %"
        case .timesPerYear: "\(Dutch.number(value)) keer per jaar"
        case .hoursPerWeek: "\(Dutch.number(value)) uur per week"
        case .hoursPerMonth: "\(Dutch.number(value)) uur per maand"
        case .hoursPerYear: "\(Dutch.number(value)) uur per jaar"
        case .euros: "€ \(Dutch.number(value))"
        case .eurosPerWeek: "€ \(Dutch.number(value)) per week"
        case .points: Dutch.count(value, "punt", "punten")
        case .weekday:
            ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"][value - 1]
        case .timeOfDay: "\(twoDigits(value / 60)).\(twoDigits(value % 60)) uur"
        }
    }

    /// What to write in the form.
    var hint: String {
        switch self {
        case .minutes: "In minuten; 1,5 uur mag ook."
        case .hours: "In hele uren."
        case .days: "In dagen."
        case .weeks: "In weken."
        case .months: "In maanden; 2 jaar mag ook."
        case .years: "In jaren."
        case .people: "Een aantal mensen."
        case .times: "Een aantal."
        case .percent: "Een percentage van 0 tot 100."
        case .timesPerYear: "Een aantal keer per jaar."
        case .hoursPerWeek: "In uren per week."
        case .hoursPerMonth: "In uren per maand."
        case .hoursPerYear: "In uren per jaar."
        case .euros: "In hele euro's."
        case .eurosPerWeek: "In hele euro's per week."
        case .points: "In punten; hoger weegt zwaarder."
        case .weekday: "Een dag, zoals maandag."
        case .timeOfDay: "Een tijd, zoals 12.00."
        }
    }
}

extension NormCode {
    /// `30 minuten`, or that nobody established it.
    func phrase(_ value: Int?) -> String {
        value.map(unit.phrase) ?? "niet vastgesteld"
    }

    /// What reckons with it; nil while nothing in the product asks it, which its page says. A test compares
    /// this with what the sources ask.
    var use: String? { Self.uses[self] }

    private static let uses: [NormCode: String] = [
        .planHours: "De uren voor het plan, de capaciteitsaanvraag en de agendapost rekenen hiermee.",
        .requestView: "De budgetaanvraag zegt hiermee tot wanneer een raad zijn zienswijze kan geven.",
        .rosterVacancy: "Het rooster weegt hiermee bij het maken, herstellen en uitleggen.",
        .rosterNeutral: "Het rooster weegt hiermee bij het maken, herstellen en uitleggen.",
        .rosterAvoid: "Het rooster weegt hiermee bij het maken, herstellen en uitleggen.",
        .rosterLastResort: "Het rooster weegt hiermee bij het maken, herstellen en uitleggen.",
        .rosterUnfamiliar: "Het rooster weegt hiermee bij het maken, herstellen en uitleggen.",
        .rosterShare: "Het rooster weegt hiermee bij het maken, herstellen en uitleggen.",
        .rosterSpacing: "Het rooster weegt hiermee bij het maken, herstellen en uitleggen.",
        .rosterHolidayTwice: "Het rooster weegt hiermee bij het maken, herstellen en uitleggen.",
        .rosterHolidayAgain: "Het rooster weegt hiermee bij het maken, herstellen en uitleggen.",
        .rosterSameMunicipality: "Het rooster weegt hiermee bij het maken, herstellen en uitleggen.",
        .rosterMunicipality: "Het rooster weegt hiermee bij het maken, herstellen en uitleggen.",
        .rosterGap: "Het rooster zet de diensten van één persoon minstens zo ver uit elkaar.",
        .dutyFrequency: "Het rooster houdt de diensten van één persoon liefst zo ver uit elkaar.",
        .standbyWindow: "Een dienst wordt hieraan getoetst voordat iemand wordt ingedeeld.",
        .standbyFreeDays: "Een dienst wordt hieraan getoetst voordat iemand wordt ingedeeld.",
        .standbyFreeBlocks: "Een dienst wordt hieraan getoetst voordat iemand wordt ingedeeld.",
        .standbyBeforeNight: "Een dienst wordt hieraan getoetst voordat iemand wordt ingedeeld.",
        .standbyAfterNight: "Een dienst wordt hieraan getoetst voordat iemand wordt ingedeeld.",
        .standbyWork: "Een dienst wordt hieraan getoetst voordat iemand wordt ingedeeld.",
        .standbyNights: "Een dienst wordt hieraan getoetst voordat iemand wordt ingedeeld.",
        .standbyCallLeast: "Een dienst wordt hieraan getoetst voordat iemand wordt ingedeeld.",
        .standbyCallGap: "Een dienst wordt hieraan getoetst voordat iemand wordt ingedeeld.",
        .rosterNotice:
            "Het concept van een rooster en het journaal: met minder dagen staat er een waarschuwing bij.",
        .dutyChangeWeekday: "Nieuwe weken van een rooster beginnen op deze dag.",
        .dutyChangeTime: "Nieuwe weken van een rooster beginnen op deze tijd.",
        .restWeekly:
            "Een dienst wordt hieraan getoetst, en de aflossing: die rust ligt in elke zeven etmalen.",
        .restFortnightly: "Een dienst wordt hieraan getoetst voordat iemand wordt ingedeeld.",
        .restFortnightlyPart: "Een dienst wordt hieraan getoetst voordat iemand wordt ingedeeld.",
        .standbyRestAfterCall: "Een dienst wordt hieraan getoetst voordat iemand wordt ingedeeld.",
        .poolTarget: "De pagina die zegt hoeveel mensen elke lijn dragen.",
        .poolAlarm: "De pagina die zegt hoeveel mensen elke lijn dragen.",
        .dutyAllowance: "Uren en vergoedingen van het piket.",
        .restDailyShort: "Een dienst wordt hieraan getoetst voordat iemand wordt ingedeeld.",
        .response:
            "De bezetting, het rooster en “waarom (niet) ik?”: wie er langer over doet, telt niet mee.",
        .staffing: "De bezetting en “Nu”: met minder mensen is een lijn onbezet.",
        .restDaily:
            "Doorrekenen, de aflossing, en wie er vannacht uit was: wie een dienst had, rust zo lang.",
        .shiftTarget:
            "Doorrekenen: zo lang duurt een dienst, tenzij u iets anders kiest. De aflossing: zo lang werkt een ploeg.",
        .nightRest:
            "De aflossing: zo lang rust wie een dienst had, omdat een ploeg ook ’s nachts kan werken.",
        .nightSeriesRest: "De aflossing: zo lang rust wie enkele dagen achter elkaar een dienst had.",
        .weekMost: "De aflossing: meer uren in een week plant zij niemand in.",
        .shiftMost:
            "De aflossing: een langere dienst is een afwijking. De evaluatie en de bezetting: zonder einde telt een inzet zo lang.",
        .reliefOverlap: "De aflossing: zo lang zijn oude en nieuwe ploeg samen aan het werk.",
        .reliefShiftsAhead: "De aflossing: zoveel ploegen vooruit worden mensen gevraagd.",
        .reliefPlanAfter: "Een inzet: duurt zij langer, dan vraagt haar pagina om een aflosplan.",
        .reliefNeighbour: "Het voortzettingsvermogen: zo lang van tevoren is hulp gevraagd.",
        .reliefHourRate: "De kosten van een inzet per gemeente.",
        .alarmStart: "De evaluatie van een inzet: zo snel begint de alarmering en weet het bestuur ervan.",
        .alarmDescription: "De evaluatie van een inzet: zo snel is er een omschrijving gestuurd.",
        .alarmWave: "Een alarm: daarna vraagt het de volgende groep.",
        .alarmAnswer: "Een alarm: daarna probeert het het volgende kanaal van iemand.",
        .alarmOverdue: "Een alarm: daarna vraagt het wie over tijd is waar die blijft.",
        .alarmOverdueReply: "Een alarm: zonder antwoord vraagt het daarna een ander.",
        .alarmTaken: "Een alarm met te weinig mensen: daarna vraagt het de volgende om het over te nemen.",
        .alarmFollowUp: "De pagina van een alarm: binnen deze tijd volgt een betere omschrijving.",
        .exerciseJoint: "Het programma: is zij in een jaar niet gehouden of gepland, dan staat dat op “Nu”.",
        .certificateValidity:
            "Of iemand vakbekwaam is, en zo de bezetting: een certificaat zonder einddatum geldt zo lang.",
        .competenceGrace:
            "Of iemand vakbekwaam is, en zo de bezetting: zo lang telt iemand nog mee nadat iets verliep.",
        .trainingsPerYear: "Het voorstel voor een nieuwe eis in een functieprofiel.",
        .exercisesPerYear: "Het voorstel voor een nieuwe eis in een functieprofiel.",
        .channelTestEvery:
            "De communicatietest: wordt uit zichzelf gepland als de vorige zo lang geleden is.",
        .channelTestWindow: "De communicatietest: zo lang telt een antwoord.",
        .communicationFirst: "De communicatie van een inzet: binnen deze tijd gaat de eerste boodschap uit.",
        .communicationRepeat: "De communicatie van een inzet: na deze tijd volgt een nieuwe boodschap.",
        .shelterAvailable: "De opvang van een inzet: zo snel na het begin is er een geschikte plek.",
        .shelterShare: "De opvang van een inzet: voor dit deel van de betrokkenen is er plaats.",
        .shelterMost: "De opvang van een inzet: meer plaatsen regelt de gemeente niet.",
        .shelterTemporaryHousing: "De opvang van een inzet: daarna is er tijdelijke huisvesting.",
        .pictureProcess: "De pagina van een inzet: is het eigen beeld ouder, dan staat dat erbij.",
        .cardCheckEvery: "De gemeentekaart: een onderdeel dat langer geleden is nagekeken, heet verouderd.",
        .contactConfirmEvery: "De mail waarin iedereen de eigen contactgegevens bevestigt.",
        .contactRetention: "Wie zo lang weg is, wordt ’s nachts anoniem gemaakt.",
        .viewRecords: "Wie gegevens van een ander opende: na deze tijd wordt dat ’s nachts gewist.",
        .trainingRecords: "Certificaten van wie zo lang weg is, worden ’s nachts gewist.",
        .coverageHorizon: "De bezetting, het nachtelijke bewijs en het voorstel voor een nieuw rooster.",
    ]
}

extension NormFault {
    var sentence: String {
        switch self {
        case .notANumber(let text): "“\(text)” is geen getal dat hier past."
        case .negative: "Een norm kan niet kleiner zijn dan nul."
        case .notWhole(let unit): "Gebruik een heel getal. \(unit.hint)"
        case .absurd(let range, let unit):
            "Dit kan niet bedoeld zijn: het ligt niet tussen \(unit.phrase(range.lowerBound)) en \(unit.phrase(range.upperBound))."
        case .unknownUnit(let text, let unit):
            "De eenheid “\(text)” is hier niet bekend. \(unit.hint)"
        case .cannotBeEmpty: "Zonder dit getal kan Oranje niet verder. Vul een getal in."
        case .looserThanLaw(let law):
            "Dit is ruimer dan de wet: \(law.code.phrase(law.value)) (\(law.source)). Strenger mag, ruimer niet. "
                + "Is de wet zelf gewijzigd, kies dan de status wettelijk en noem de bron."
        case .endBeforeStart: "Het einde ligt niet na het begin."
        case .overlaps(let other):
            "Vanaf \(other.validFrom.map(Dutch.date) ?? "het begin") is al \(other.code.phrase(other.value)) vastgelegd. "
                + "Laat deze waarde uiterlijk die dag eindigen, of trek de andere eerst in."
        case .nothingChanges: "Dit is precies wat al geldt; er verandert niets."
        }
    }

    /// The field of the form at which it is told.
    var field: String {
        switch self {
        case .notANumber, .negative, .notWhole, .absurd, .unknownUnit, .cannotBeEmpty, .looserThanLaw,
            .nothingChanges:
            "waarde"
        case .endBeforeStart: "tot"
        case .overlaps: "van"
        }
    }
}
