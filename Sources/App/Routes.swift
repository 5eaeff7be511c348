/// The site as a list of features; each brings its own addresses.
enum Routes {
    static let all: [Route] = [
        assets,
        accessibility,
        access,
        accounts,
        home,
        people,
        peopleImport,
        duty,
        coverage,
        region,
        tables,
        processes,
        contact,
        cards,
        journal,
        work,
        health,
        deputies,
        alarms,
        answers,
        norms,
        tokens,
        api,
        files,
        downloads,
        simulation,
        channels,
        programme,
        audit,
    ].flatMap { $0 }

    /// At most seven words for one role (look, "Every page"); shown to whoever may use one of the permissions.
    static let navigation: [(path: String, label: String, permissions: Set<Permission>)] = [
        ("/", "Nu", Set(Permission.allCases)),
        ("/alarmen", "Alarm", [.followAlarm]),
        ("/rooster", "Rooster", [.seeRoster]),
        ("/bezetting", "Bezetting", [.seeCoverage]),
        ("/mensen", "Mensen", [.seePeople]),
        ("/regio", "Regio", [.seeRegion]),
        ("/journaal", "Journaal", [.seeJournal]),
        ("/kanalen", "Kanalen", [.manageChannels]),
        ("/toezicht", "Toezicht", [.manageChannels]),
        ("/accounts", "Accounts", [.manageAccounts]),
        ("/werk", "Achtergrondwerk", [.manageWork]),
    ]
}
