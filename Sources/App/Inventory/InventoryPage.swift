import Domain
import Storage
import Web

/// All rounds, and how far each is filled in.
struct InventoriesPage: Sendable {
    struct Entry: Sendable {
        let round: InventoryRound
        /// Answers given, of those asked in all municipalities.
        let answered: Int
        let asked: Int
    }

    let entries: [Entry]
    let mayEdit: Bool
    let today: Day

    init(_ visit: Visit, _ tx: Transaction) throws {
        today = visit.today
        mayEdit = visit.signedIn.may(.editAgreements)
        let municipalities = try tx.municipalities()
        entries = try tx.inventoryRounds().map { round in
            let answers = try tx.inventoryAnswers(in: round.id)
            let places = municipalities.count { $0.exists(on: round.referenceDay) }
            return Entry(
                round: round, answered: answers.values.map(\.count).reduce(0, +),
                asked: places * InventoryFile.shipped.count)
        }
    }
}

/// One round, compared over municipalities.
struct InventoryPage: Sendable {
    let round: InventoryRound
    /// Those of the reference day, by name: nobody is ranked.
    let municipalities: [Municipality]
    let answers: [Code<Municipality>: [Code<InventoryQuestion>: String]]
    /// For which of them this visitor may fill in.
    let editable: [Municipality]
    let today: Day

    init(_ visit: Visit, _ tx: Transaction) throws {
        let id: ID<InventoryRound> = try visit.id("round")
        guard let round = try tx.inventoryRounds().first(where: { $0.id == id }) else {
            throw WebFailure.notFound
        }
        self.round = round
        municipalities = try tx.municipalities().filter { $0.exists(on: round.referenceDay) }
        answers = try tx.inventoryAnswers(in: id)
        let reach = visit.signedIn.reach(of: .answerInventory)
        editable = municipalities.filter { reach.includes($0.code) }
        today = visit.today
    }

    var path: String { "/inventaris/\(round.id)" }

    func values(_ question: InventoryQuestion) -> [String] {
        municipalities.map { answers[$0.code]?[question.code] ?? "" }
    }

    func answered(_ municipality: Municipality, _ section: InventoryQuestion.Section) -> (
        given: Int, asked: Int
    ) {
        let questions = InventoryFile.shipped.filter { $0.section == section }
        return (questions.count { answers[municipality.code]?[$0.code] != nil }, questions.count)
    }
}

/// A part of one municipality's questionnaire.
struct InventoryPartPage: Sendable {
    let inventory: InventoryPage
    let municipality: Municipality
    let section: InventoryQuestion.Section
    let questions: [InventoryQuestion]
    let history: [Code<InventoryQuestion>: [InventoryAnswer]]
    let csrf: String

    init(_ visit: Visit, _ tx: Transaction) throws {
        inventory = try InventoryPage(visit, tx)
        let code: Code<Municipality> = visit.code("gemeente")
        guard let municipality = inventory.editable.first(where: { $0.code == code }),
            let section = InventoryQuestion.Section(rawValue: visit.request.parameters["part"] ?? "")
        else { throw WebFailure.notFound }
        self.municipality = municipality
        self.section = section
        questions = InventoryFile.shipped.filter { $0.section == section }
        history = try tx.inventoryAnswers(of: code, in: inventory.round.id)
        csrf = visit.signedIn.csrf
    }

    var path: String { "\(inventory.path)/\(municipality.code)/\(section.rawValue)" }

    /// What stands there now, with the version that the form was made from.
    var fields: FormFields {
        var fields = FormFields()
        for question in questions {
            let last = history[question.code]?.last
            fields.add(question.code.text, last?.value ?? "")
            fields.add(Self.versionField(question), "\(last?.version ?? 0)")
        }
        return fields
    }

    static func versionField(_ question: InventoryQuestion) -> String { "versie-\(question.code)" }
}

/// One question over all rounds.
struct InventoryYearsPage: Sendable {
    let question: InventoryQuestion
    /// Oldest first.
    let rounds: [InventoryRound]
    let municipalities: [Municipality]
    let answers: [ID<InventoryRound>: [Code<Municipality>: [Code<InventoryQuestion>: String]]]

    init(_ visit: Visit, _ tx: Transaction) throws {
        let code: Code<InventoryQuestion> = visit.code("question")
        guard let question = InventoryFile.shipped.first(where: { $0.code == code }) else {
            throw WebFailure.notFound
        }
        self.question = question
        let rounds = try tx.inventoryRounds().sorted { $0.referenceDay < $1.referenceDay }
        self.rounds = rounds
        municipalities = try tx.municipalities().filter { municipality in
            rounds.contains { municipality.exists(on: $0.referenceDay) }
        }
        answers = Dictionary(
            try rounds.map { ($0.id, try tx.inventoryAnswers(in: $0.id)) },
            uniquingKeysWith: { first, _ in first })
    }

    func value(_ municipality: Municipality, _ round: InventoryRound) -> String? {
        answers[round.id]?[municipality.code]?[question.code]
    }

    func spread(_ round: InventoryRound) -> InventorySpread {
        InventorySpread(
            question,
            municipalities.filter { $0.exists(on: round.referenceDay) }.map { value($0, round) ?? "" })
    }
}
