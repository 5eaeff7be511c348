import Foundation

/// A list of what people did, as read: attendance and training from elsewhere (csv or the rows of an xlsx).
///
/// Reading changes nothing; a data row is in `rows` or has a fault.
package struct ActivityFile: Equatable, Sendable {
    package struct Row: Equatable, Sendable {
        package let line: Int
        package let municipality: Code<Municipality>
        package let personnelNumber: String
        package let kind: ActivityKind
        /// Nil: it counts for every function of the person.
        package let function: Code<CrisisFunction>?
        package let day: Day
        package let minutes: Int
        package let title: String
    }

    package enum Column: String, ListColumn {
        case municipality = "gemeente"
        case personnelNumber = "personeelsnummer"
        case kind = "soort"
        case day = "datum"
        case hours = "uren"
        case function = "functie"
        case title = "titel"

        package static let required: [Column] = [.municipality, .personnelNumber, .kind, .day]

        package var keys: Set<String> {
            switch self {
            case .municipality: ["gemeente", "gemeentecode", "werkgever"]
            case .personnelNumber: ["personeelsnummer", "persnr", "medewerkernummer", "nummer"]
            case .kind: ["soort", "soortactiviteit", "type"]
            case .day: ["datum", "dag", "gedaanop"]
            case .hours: ["uren", "uur", "duur"]
            case .function: ["functie", "crisisfunctie", "functiecode"]
            case .title: ["titel", "activiteit", "omschrijving"]
            }
        }
    }

    package enum Fault: Equatable, Sendable {
        case list(ListFault<Column>)
        case damaged
        case required(Column)
        case unknownMunicipality(String)
        case unknownKind(String)
        case unknownFunction(String)
        case notADate(String)
        case inFuture(Day)
        case badHours(String)
        case titleTooLong(max: Int)
    }

    package struct PlacedFault: Equatable, Sendable {
        /// Physical line, from 1; nil for the file as a whole.
        package let line: Int?
        package let fault: Fault

        package init(line: Int?, fault: Fault) {
            self.line = line
            self.fault = fault
        }
    }

    package private(set) var rows: [Row] = []
    package private(set) var count = 0
    package private(set) var faults: [PlacedFault] = []

    package static let rowsMax = 20_000
    package static let hoursMax = 200
    package static let titleMax = 200

    /// The first of `records` is the header. - Parameter today: what lies after it was not done yet.
    package static func read(records: [ImportRecord], lookup: ImportLookup, today: Day) -> ActivityFile {
        var file = ActivityFile()
        switch TitledRecords<Column>.read(records, rowsMax: rowsMax) {
        case .failure(let fault): file.faults = [PlacedFault(line: nil, fault: .list(fault))]
        case .success(let list):
            for record in list.rows {
                let reading = RowReading(record, lookup, today)
                file.count += 1
                if let row = reading.row { file.rows.append(row) }
                file.faults += reading.faults.map { PlacedFault(line: record.line, fault: $0) }
            }
        }
        return file
    }

    package static func refused(_ fault: ImportFileFault) -> ActivityFile {
        var file = ActivityFile()
        file.faults = [PlacedFault(line: nil, fault: .list(.file(fault)))]
        return file
    }

    /// One record with everything that is wrong with it.
    private struct RowReading {
        private(set) var row: Row?
        private(set) var faults: [Fault] = []

        init(_ record: TitledRecords<Column>.Row, _ lookup: ImportLookup, _ today: Day) {
            guard !record.isDamaged else {
                faults = [.damaged]
                return
            }
            func cell(_ column: Column) -> String { record.cell(column) }
            faults = record.missing.map { .required($0) }
            let municipality = lookup.municipality(cell(.municipality))
            if municipality == nil, !cell(.municipality).isEmpty {
                faults.append(.unknownMunicipality(cell(.municipality)))
            }
            let kind = ActivityKind(written: cell(.kind))
            if kind == nil, !cell(.kind).isEmpty { faults.append(.unknownKind(cell(.kind))) }
            let function = cell(.function).isEmpty ? nil : lookup.function(cell(.function))
            if function == nil, !cell(.function).isEmpty { faults.append(.unknownFunction(cell(.function))) }
            var day: Day?
            if !cell(.day).isEmpty {
                switch ImportDate.parse(cell(.day)) {
                case .success(let read) where read > today: faults.append(.inFuture(read))
                case .success(let read): day = read
                case .failure: faults.append(.notADate(cell(.day)))
                }
            }
            let minutes = Self.minutes(cell(.hours))
            if minutes == nil { faults.append(.badHours(cell(.hours))) }
            if cell(.title).count > ActivityFile.titleMax {
                faults.append(.titleTooLong(max: ActivityFile.titleMax))
            }
            guard faults.isEmpty, let municipality, let kind, let day, let minutes else { return }
            row = Row(
                line: record.line, municipality: municipality, personnelNumber: cell(.personnelNumber),
                kind: kind,
                function: function, day: day, minutes: minutes, title: cell(.title))
        }

        /// `4`, `3,5` or `3.5` hours; nothing written is no hours.
        private static func minutes(_ text: String) -> Int? {
            guard !text.isEmpty else { return 0 }
            guard let hours = Double(text.replacing(",", with: ".")), hours >= 0,
                hours <= Double(ActivityFile.hoursMax)
            else { return nil }
            return Int((hours * 60).rounded())
        }
    }
}

extension ActivityKind {
    /// The kind as a Dutch list writes it; nil for anything else.
    init?(written text: String) {
        let key = text.foldedKey
        guard let kind = Self.allCases.first(where: { $0.writtenKeys.contains(key) }) else { return nil }
        self = kind
    }

    private var writtenKeys: Set<String> {
        switch self {
        case .basicCourse: ["basisopleiding", "opleiding", "basiscursus"]
        case .refresher: ["bijscholing", "nascholing"]
        case .training: ["training"]
        case .exercise: ["oefening"]
        case .deployment: ["inzet"]
        case .knowledgeTest: ["kennistoets", "toets"]
        case .acquaintance: ["kennismaking", "kennismakinggemeente"]
        case .meeting: ["bijeenkomst", "ontmoeting"]
        }
    }
}
