/// Pages that belong together under one word of the navigation. At most seven words for one role (look, "Every page").
struct NavigationPart: Sendable {
    /// Above several pages; a visitor who may open only one of them reads that page's own label.
    let label: String
    let pages: [NavigationPage]
}

/// A page of the navigation, shown to whoever has one of the permissions.
struct NavigationPage: Sendable {
    let path: String
    let label: String
    let permissions: Set<Permission>
    /// Addresses elsewhere that belong to it.
    let also: [String]

    init(_ path: String, _ label: String, _ permissions: Set<Permission>, also: [String] = []) {
        self.path = path
        self.label = label
        self.permissions = permissions
        self.also = also
    }

    func holds(_ address: String) -> Bool {
        ([path] + also).contains { address == $0 || ($0 != "/" && address.hasPrefix("\($0)/")) }
    }
}

extension Routes {
    static let navigation: [NavigationPart] = [
        NavigationPart(label: "Nu", pages: [NavigationPage("/", "Nu", Set(Permission.allCases))]),
        NavigationPart(
            label: "Inzet",
            pages: [
                NavigationPage(
                    "/inzetten", "Inzet", [.seeDeployments],
                    also: ["/nafase", "/toetsen", "/leerpunten", "/taakkaarten", "/opvang"]),
                NavigationPage("/alarmen", "Alarm", [.followAlarm], also: ["/bellijst"]),
            ]),
        NavigationPart(
            label: "Rooster",
            pages: [
                NavigationPage("/rooster", "Rooster", [.seeRoster]),
                NavigationPage("/bezetting", "Bezetting", [.seeCoverage], also: ["/simulatie"]),
            ]),
        NavigationPart(
            label: "Mensen",
            pages: [
                NavigationPage("/mensen", "Mensen", [.seePeople], also: ["/instroom", "/communicatietests"])
            ]),
        NavigationPart(
            label: "Vakbekwaamheid",
            pages: [
                NavigationPage("/vakbekwaamheid", "Vakbekwaamheid", [.seePeople]),
                NavigationPage("/programma", "Programma", [.seeProgramme]),
            ]),
        NavigationPart(
            label: "Afspraken en plan",
            pages: [
                NavigationPage("/plan", "Plan", [.seePlan]),
                NavigationPage("/uren", "Uren", [.writeHours]),
                NavigationPage(
                    "/afspraken", "Afspraken", [.seeAgreements], also: ["/inventaris", "/documenten"]),
                NavigationPage("/besluiten", "Besluiten", [.seeDecisions]),
                NavigationPage("/regio", "Regio", [.seeRegion], also: ["/normen"]),
            ]),
        NavigationPart(
            label: "Bestuur",
            pages: [
                NavigationPage("/bestuur", "Bestuur", [.seePlan]),
                NavigationPage("/geld", "Geld", [.seePlan]),
                NavigationPage("/betrokkenheid", "Betrokkenheid", [.seePlan]),
            ]),
        NavigationPart(label: "Journaal", pages: [NavigationPage("/journaal", "Journaal", [.seeJournal])]),
        NavigationPart(
            label: "Beheer",
            pages: [
                NavigationPage("/kanalen", "Kanalen", [.manageChannels]),
                NavigationPage("/toezicht", "Toezicht", [.manageChannels]),
                NavigationPage("/accounts", "Accounts", [.manageAccounts]),
                NavigationPage("/werk", "Achtergrondwerk", [.manageWork]),
            ]),
    ]
}
