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
        }
    }
}

extension WorkLine {
    /// Work of a kind without a word of its own goes by its code.
    var word: String {
        NightlyWork(rawValue: kind)?.word ?? (kind == SimulationWork.kind ? SimulationWork.word : kind)
    }

    /// A night has its date as key. Another key may be about somebody, and stays away.
    var night: Day? { NightlyWork(rawValue: kind) == nil ? nil : Day(iso: key) }
}
