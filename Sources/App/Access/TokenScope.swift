/// What a token is for. The raw value is what programs ask for and what stands in `openapi.json`.
///
/// A token can do what its account may do and one of its scopes includes; it never adds a right.
package enum TokenScope: String, CaseIterable, Sendable {
    case readRegion = "regio:lezen"
    case readPeople = "functionarissen:lezen"
    /// Numbers, addresses and reasons of people.
    case readPersonal = "persoonlijk:lezen"
    case writePeople = "functionarissen:schrijven"
    case readRoster = "rooster:lezen"
    case writeRoster = "rooster:schrijven"
    case readCoverage = "bezetting:lezen"
    case readJournal = "journaal:lezen"
    case readAlarms = "alarmen:lezen"
    case raiseAlarms = "alarmen:geven"
    case readDeployments = "inzetten:lezen"
    case writeDeployments = "inzetten:schrijven"
    case readAgreements = "afspraken:lezen"
    case readPlans = "plannen:lezen"

    /// The permissions of the account that a token with this scope keeps.
    var permissions: Set<Permission> {
        switch self {
        case .readRegion: [.seeRegion, .seeCards]
        case .readPeople: [.seePeople, .seeOwn]
        // Whoever may edit people sees their numbers. That nothing is written with it, the operations guard: each
        // asks for a scope of its own.
        case .readPersonal: [.seePeople, .seeOwn, .editPeople, .seeDutyNumbers, .seeRefusals]
        case .writePeople: [.seePeople, .seeOwn, .editPeople]
        case .readRoster: [.seeRoster, .seeDuty, .editRoster]
        case .writeRoster: [.seeRoster, .seeDuty, .editRoster]
        case .readCoverage: [.seeCoverage, .seeRefusals]
        case .readJournal: [.seeJournal]
        case .readAlarms: [.followAlarm]
        case .raiseAlarms: [.followAlarm, .raiseAlarm]
        case .readDeployments: [.seeDeployments]
        case .writeDeployments: [.seeDeployments, .openDeployments, .recordDeployments]
        case .readAgreements: [.seeAgreements]
        case .readPlans: [.seePlan]
        }
    }

    var words: String {
        switch self {
        case .readRegion: "regio, gemeenten en hun kaarten, processen, crisisfuncties en piketlijnen lezen"
        case .readPeople: "functionarissen, aanwijzingen, certificaten en verhinderingen lezen"
        case .readPersonal: "telefoonnummers, e-mailadressen en redenen per persoon lezen"
        case .writePeople: "functionarissen, aanwijzingen, certificaten en verhinderingen wijzigen"
        case .readRoster: "rooster en dienstdoenden lezen"
        case .writeRoster: "rooster maken, publiceren en indelen"
        case .readCoverage: "bezetting en gaten lezen"
        case .readJournal: "journaal lezen"
        case .readAlarms: "alarmen volgen, zonder namen"
        case .raiseAlarms: "alarmeren"
        case .readDeployments: "inzetten en hun log lezen, zonder vertrouwelijke teksten"
        case .writeDeployments: "inzetten openen, opschaling en het log schrijven"
        case .readAgreements: "afspraken, overnames en toezeggingen lezen"
        case .readPlans: "plannen van aanpak en gewerkte uren lezen"
        }
    }
}
