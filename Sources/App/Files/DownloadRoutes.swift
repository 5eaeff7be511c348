import Sheets

extension Routes {
    /// Each list under the address of its page, for whoever may open that page.
    static let downloads: [Route] = [
        Route.downloads(
            "/mensen/lijst", needs: .permission(.seePeople), people: PeopleDownload.shown, SheetTable.people),
        Route.downloads("/rooster/lijnen", needs: .permission(.seeRoster), SheetTable.board),
        Route.downloads("/rooster/uren", needs: .permission(.seeRoster), SheetTable.dutyHours),
        Route.downloads("/rooster/lijn/:line/weken", needs: .permission(.seeRoster), SheetTable.line),
        Route.downloads("/bezetting/gaten", needs: .permission(.seeCoverage), SheetTable.gaps),
        Route.downloads("/programma/lijst", needs: .permission(.seeProgramme), SheetTable.programme),
        Route.downloads("/programma/kosten", needs: .permission(.editProgramme), SheetTable.programmeCost),
        Route.downloads(
            "/programma/sessies/:session/deelnemers", needs: .permission(.editProgramme),
            SheetTable.participants),
        Route.downloads("/journaal/journaal", needs: .permission(.seeJournal), SheetTable.journal),
    ].flatMap { $0 }
}
