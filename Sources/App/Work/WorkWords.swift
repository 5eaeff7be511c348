import Domain
import Storage

extension NightlyWork {
    var word: String {
        switch self {
        case .proof: "bewijs van bezetting vastleggen"
        case .forgettingSessions: "oude aanmeldingen opruimen"
        case .forgettingFiles: "bestanden van gisteren opruimen"
        case .forgettingMail: "oude mail opruimen"
        case .forgettingPeople: "gegevens van vertrokken mensen wissen"
        case .confirmingContact: "vragen of contactgegevens nog kloppen"
        case .callList: "nieuwe bellijst maken"
        case .contactTest: "communicatietest plannen"
        case .gapDigest: "planners mailen wat nog open staat"
        case .morningMail: "ochtendbericht over kleine inzetten"
        }
    }
}

extension WorkLine {
    /// Work of a kind without a word of its own goes by its code.
    var word: String {
        switch kind {
        case SimulationWork.kind: SimulationWork.word
        case RosterWork.kind: RosterWork.word
        default: NightlyWork(rawValue: kind)?.word ?? kind
        }
    }

    /// A night has its date as key. Another key may be about somebody, and stays away.
    var night: Day? { NightlyWork(rawValue: kind) == nil ? nil : Day(iso: key) }
}

extension WorkStanding {
    /// Whether the administrator must do something.
    var sentence: String {
        switch failed {
        case 0: "Het achtergrondwerk loopt"
        case 1: "Eén taak is mislukt en wacht op u"
        case let failed: "\(failed) taken zijn mislukt en wachten op u"
        }
    }
}
