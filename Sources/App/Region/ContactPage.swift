import Domain
import Storage
import Web

/// What the page of the contact point shows: the one desk, and "wie antwoordt waarvoor, nu".
struct ContactPage: Sendable {
    /// One process with who answers for it at this moment. Nothing here is typed: it follows from the roster and
    /// from how the process is organised.
    struct Row: Sendable {
        let process: CareProcess
        let people: [Answering]
        /// Lines of the process that serve the chosen municipality.
        let lineCount: Int
        let uncoveredCount: Int
        let arrangement: Arrangement?
    }

    struct Answering: Sendable {
        let person: DutyBoard.Person
        let function: CrisisFunction
        let minutesMax: Int?
    }

    let point: ContactPoint?
    let upcoming: ContactPoint?
    let rows: [Row]
    let municipalities: [Municipality]
    let municipality: Municipality?
    let showsPeople: Bool
    let mayEdit: Bool
    let today: Day
    let now: Instant

    init(_ visit: Visit, _ tx: Transaction) throws {
        today = visit.today
        now = visit.now
        let points = try tx.contactPoints()
        point = points.first { $0.validFrom <= visit.today }
        upcoming = points.last { $0.validFrom > visit.today }
        municipalities = try tx.municipalities().filter { $0.exists(on: visit.today) }
        let asked = visit.request.query["gemeente"]
        let own = visit.signedIn.municipalities.first
        let chosen = asked.isEmpty ? own : Code<Municipality>(asked)
        let municipality = municipalities.first { $0.code == chosen }
        self.municipality = municipality
        let board = try DutyBoard(visit, tx, municipality: municipality?.code)
        let arrangements = try tx.arrangements(on: visit.today)
        rows = try tx.careProcesses().map { process in
            let lines = process.functions.flatMap { code in board.lines.filter { $0.function.code == code } }
            return Row(
                process: process,
                people: lines.flatMap { line in
                    line.present.filter { $0.duty.slot == .first || line.present.count == 1 }.map {
                        Answering(
                            person: $0, function: line.function,
                            minutesMax: line.line.responseMinutesMax(at: visit.now))
                    }
                }, lineCount: lines.count, uncoveredCount: lines.count { !$0.isCovered },
                arrangement: arrangements[.process(process.code)])
        }
        showsPeople = visit.signedIn.may(.seeDuty)
        mayEdit = visit.signedIn.may(.editRegion)
    }
}
