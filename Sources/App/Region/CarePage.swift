import Domain
import Storage
import Web

/// What the page on the work of crisis care shows: its definition, and every process and function with its level.
struct CarePage: Sendable {
    struct Entry: Sendable {
        let subject: Arrangement.Subject
        let name: String
        let abbreviation: String?
        let arrangement: Arrangement?
        /// What the duty lines say, when that is another level than the arrangement.
        let levelOfLines: Arrangement.Level?
    }

    let definition: CareDefinition?
    let history: [CareDefinition]
    let organisations: [TaskOrganisation]
    let processes: [Entry]
    let functions: [Entry]
    let mayEdit: Bool

    init(_ visit: Visit, _ tx: Transaction) throws {
        let today = visit.today
        let definitions = try tx.careDefinitions()
        definition = definitions.first { $0.validFrom <= today }
        let shown = definition
        history = definitions.filter { $0 != shown }
        organisations = try tx.taskOrganisations()
        let arrangements = try tx.arrangements(on: today)
        let levels = try tx.levelsOfLines(on: today)
        processes = try tx.careProcesses().map { process in
            Entry(
                subject: .process(process.code), name: process.name, abbreviation: nil,
                arrangement: arrangements[.process(process.code)], levelOfLines: nil)
        }
        functions = try tx.functions().map { function in
            let arrangement = arrangements[.function(function.code)]
            let level = levels[function.code]
            return Entry(
                subject: .function(function.code), name: function.name, abbreviation: function.abbreviation,
                arrangement: arrangement, levelOfLines: level == arrangement?.level ? nil : level)
        }
        mayEdit = visit.signedIn.may(.editRegion)
    }
}

extension Transaction {
    /// The level on which each function stands on duty, from what its lines serve on `day`.
    func levelsOfLines(on day: Day) throws -> [Code<CrisisFunction>: Arrangement.Level] {
        let count = try municipalities().count { $0.exists(on: day) }
        let lines = try lines()
        var served: [Code<District>: Int] = [:]
        for district in Set(lines.map(\.district)) {
            served[district] = try municipalities(of: district, on: day).count
        }
        return Dictionary(grouping: lines, by: \.function).compactMapValues { ofFunction in
            Arrangement.Level(served: ofFunction.compactMap { served[$0.district] }, of: count)
        }
    }
}

/// The plain page of one process or function, for an administrator who does not know it.
struct ExplanationPage: Sendable {
    let subject: Arrangement.Subject
    let name: String
    let tasks: String
    let calledWhen: String?
    /// Nil on the page of a process.
    let function: CrisisFunction?
    /// Within how many minutes the function must be at work; nil when nobody set it.
    let response: Norm?
    let otherNames: [String]
    let source: String?
    /// Functions of a process, or processes of a function.
    let related: [(subject: Arrangement.Subject, name: String)]
    let arrangement: Arrangement?
    let history: [Arrangement]
    let organisations: [TaskOrganisation]
    let levelOfLines: Arrangement.Level?
    /// Who is on duty now; empty where nothing stands on a roster.
    let boards: [DutyBoard]
    let showsPeople: Bool
    let showsRefusals: Bool
    let mayEdit: Bool
    let csrf: String
    let now: Instant
    let today: Day

    /// - Throws: `WebFailure.notFound` for a process or function that the region does not have.
    init(_ subject: Arrangement.Subject, _ visit: Visit, _ tx: Transaction) throws {
        self.subject = subject
        now = visit.now
        today = visit.today
        csrf = visit.signedIn.csrf
        let processes = try tx.careProcesses()
        let catalogue = try tx.functions()
        let wanted: [Code<CrisisFunction>]
        switch subject {
        case .process(let code):
            guard let process = processes.first(where: { $0.code == code }) else { throw WebFailure.notFound }
            (name, tasks, calledWhen) = (process.name, process.tasks, process.calledWhen)
            (function, response, otherNames, source) = (nil, nil, [], process.source)
            wanted = process.functions
            related = catalogue.filter { process.functions.contains($0.code) }
                .map { (.function($0.code), $0.name) }
        case .function(let code):
            guard let function = catalogue.first(where: { $0.code == code }) else {
                throw WebFailure.notFound
            }
            (name, tasks, calledWhen) = (function.name, function.tasks, try tx.calledWhen(code))
            self.function = function
            response = try tx.normSet().norm(of: .response, for: .function(code), at: visit.now)
            source = nil
            otherNames = try tx.functionAliases().filter { $0.function == code }.map(\.alias)
            wanted = [code]
            related = processes.filter { $0.functions.contains(code) }.map { (.process($0.code), $0.name) }
        }
        let all = try tx.arrangements().filter { $0.subject == subject }
        let inForce = Arrangement.inForce(all, on: visit.today)[subject]
        arrangement = inForce
        history = all.filter { $0 != inForce }.reversed()
        organisations = try tx.taskOrganisations()
        let levels = try tx.levelsOfLines(on: visit.today)
        let levelOfLines: Arrangement.Level? =
            if case .function(let code) = subject { levels[code] } else { nil }
        self.levelOfLines = levelOfLines == inForce?.level ? nil : levelOfLines
        showsPeople = visit.signedIn.may(.seeDuty)
        showsRefusals = visit.signedIn.may(.seeRefusals)
        mayEdit = visit.signedIn.may(.editRegion)
        let input = try tx.coverageInput(during: Interval(visit.now, visit.now.adding(minutes: 1)))
        boards = try wanted.filter { levels[$0] != nil }.map { code in
            try DutyBoard(visit, tx, function: code, input: input)
        }
    }

    var lines: [DutyBoard.Line] { boards.flatMap(\.lines) }
}
