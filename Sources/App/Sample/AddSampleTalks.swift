import Domain
import Storage

extension Change {
    /// The talks of 2019 in Rotterdam-Rijnmond with their red threads, as the report of the thematic board tells them
    /// (18 September 2019, adopted on 11 December 2019). Other regions have no such source and get nothing,
    /// and neither does a sample that begins before it.
    mutating func addSampleTalks(_ request: SampleRequest) throws {
        guard request.region == "VR17", let day = Day(iso: "2019-09-18"),
            let first = Day(iso: "2019-04-01"), let last = Day(iso: "2019-08-31"),
            let adopted = Day(iso: "2019-12-11"), adopted <= request.start
        else { return }
        try addInterviews(from: first, through: last)
        try addRoundTables(on: day)
        let paper = BoardPaper(
            id: newID(), title: "Verslag thematisch AB Bevolkingszorg", subject: .init(.report),
            principal: "portefeuillehouder Bevolkingszorg")
        try openPaper(
            paper,
            version: PaperVersion(
                number: 1, label: "1.0", day: day, summary: "Verslag van de thematische bijeenkomst.",
                keepsOutlines: false),
            steps: [
                PaperStep(id: newID(), body: Code("TAB"), role: .discussion, plannedOn: day),
                PaperStep(id: newID(), body: Code("AB"), role: .decision, plannedOn: adopted),
            ])
        try recordOutcome(
            PaperOutcome(
                id: newID(), body: Code("TAB"), version: 1, day: day, verdict: .discussed, scope: .whole,
                text:
                    "Er is een groeipad nodig dat begint met de basis op orde; een eerste plan van aanpak volgt."
            ),
            of: paper.id)
        let decision = PaperOutcome(
            id: newID(), body: Code("AB"), version: 1, day: adopted, verdict: .adopted, scope: .whole,
            text: "Aldus vastgesteld in de vergadering van het Algemeen Bestuur van 11 december 2019.")
        try recordOutcome(decision, of: paper.id)
        for office in SigningOffice.allCases {
            try signOutcome(decision.id, of: paper.id, by: office, on: adopted)
        }
    }

    /// The report does not say when the talks were, only that they came before the meeting.
    private mutating func addInterviews(from first: Day, through last: Day) throws {
        let round = ConversationRound(
            id: newID(), kind: .interviews, title: "Gesprekken over versterking van bevolkingszorg",
            firstDay: first, lastDay: last, body: nil, chair: "",
            partners: "Officieren van Dienst Bevolkingszorg, gemeentesecretarissen en burgemeesters",
            partnerCount: nil, version: 1)
        try saveRound(round)
        for (theme, text) in [
            (
                "verbinding en vertrouwen",
                "Er is ruimte voor verbetering in verbinding, vertrouwen en samenhang."
            ),
            (
                "efficiency en continuïteit",
                "Er is een wens voor meer samenwerking, met oog voor lokale omstandigheden."
            ),
            (
                "diversiteit",
                "De budgetten lopen sterk uiteen en er is verschil in definitie van bevolkingszorg."
            ),
            ("vakbekwaamheid", "Iedereen wil betere kwaliteitsafspraken over vakbekwaamheid."),
            (
                "communicatie",
                "Goede communicatie is van groot belang: naar burgers, tussen diensten en tussen gemeenten."
            ),
        ] {
            try addRedThread(RedThread(id: newID(), round: round.id, theme: theme, text: text))
        }
    }

    private mutating func addRoundTables(on day: Day) throws {
        for (title, chair, theme, text) in [
            (
                "Basis op orde", "directeur Risico- en Crisisbeheersing", "regionale standaarden",
                "Je kunt niet tegen regionale afspraken en standaarden voor crisisfunctionarissen zijn; de relatie met de "
                    + "bestuurder en de lokale kennis moeten goed geborgd zijn."
            ),
            (
                "Verbreding", "algemeen directeur", "GRIP-structuur",
                "De GRIP-structuur leent zich ook voor andere crises dan een grote brand."
            ),
            (
                "Regionalisering", "directeur Brandweer", "karakter, kennis en kennen",
                "Kennis kan regionaal: procedures gelijk, een gezamenlijk opleidingsniveau met certificering. Er is een "
                    + "inhaalslag nodig."
            ),
        ] {
            let round = ConversationRound(
                id: newID(), kind: .roundTable, title: title, firstDay: day, lastDay: day, body: Code("TAB"),
                chair: chair, partners: "burgemeesters, gemeentesecretarissen en genodigden",
                partnerCount: nil,
                version: 1)
            try saveRound(round)
            try addRedThread(RedThread(id: newID(), round: round.id, theme: theme, text: text))
        }
    }
}
