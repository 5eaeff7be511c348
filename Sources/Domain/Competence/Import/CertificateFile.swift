/// A list of certificates, as read (csv or the rows of an xlsx): what was taken along can be read back.
///
/// Reading changes nothing; a data row is in `rows` or has a fault.
package struct CertificateFile: Equatable, Sendable {
    package struct Row: Equatable, Sendable {
        package let line: Int
        package let municipality: Code<Municipality>
        package let personnelNumber: String
        package let function: Code<CrisisFunction>
        /// Empty for the base level.
        package let specialisation: String
        package let issuer: String
        package let issued: Day?
        package let validThrough: Day?
        package let state: Certificate.State
    }

    package enum Column: String, ListColumn {
        case municipality = "gemeente"
        case personnelNumber = "personeelsnummer"
        case function = "functie"
        case specialisation = "specialisatie"
        case issuer = "certificaat"
        case issued = "behaald op"
        case validThrough = "geldig t/m"
        case state = "staat"

        package static let required: [Column] = [.municipality, .personnelNumber, .function]

        package var keys: Set<String> {
            switch self {
            case .municipality: ["gemeente", "gemeentecode", "werkgever"]
            case .personnelNumber: ["personeelsnummer", "persnr", "medewerkernummer", "nummer"]
            case .function: ["functie", "crisisfunctie", "functiecode"]
            case .specialisation: ["specialisatie"]
            case .issuer: ["certificaat", "uitgever", "instelling", "opleider"]
            case .issued: ["behaaldop", "behaald", "datum", "certificaatbehaald"]
            case .validThrough: ["geldigtm", "geldigtot", "geldigtotenmet", "verlooptop"]
            case .state: ["staat", "status"]
            }
        }
    }

    package enum Fault: Equatable, Sendable {
        case list(ListFault<Column>)
        case damaged
        case required(Column)
        case unknownMunicipality(String)
        case unknownFunction(String)
        case unknownState(String)
        case notADate(Column, String)
        case validBeforeIssue(issued: Day, through: Day)
        case issuedInFuture(Day)
        case tooLong(Column, max: Int)
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
    package static let textMax = 100

    /// The first of `records` is the header. - Parameter today: what lies after it was not issued yet.
    package static func read(
        records: [ImportRecord], lookup: ImportLookup, today: Day
    ) -> CertificateFile {
        var file = CertificateFile()
        switch TitledRecords<Column>.read(records, rowsMax: rowsMax) {
        case .failure(let fault): file.faults = [PlacedFault(line: nil, fault: .list(fault))]
        case .success(let list):
            for row in list.rows {
                let reading = RowReading(row, lookup, today)
                file.count += 1
                if let row = reading.row { file.rows.append(row) }
                file.faults += reading.faults.map { PlacedFault(line: row.line, fault: $0) }
            }
        }
        return file
    }

    package static func refused(_ fault: ImportFileFault) -> CertificateFile {
        var file = CertificateFile()
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
            faults = record.missing.map { .required($0) }
            let (place, post) = (record.cell(.municipality), record.cell(.function))
            let municipality = lookup.municipality(place)
            if municipality == nil, !place.isEmpty { faults.append(.unknownMunicipality(place)) }
            let function = lookup.function(post)
            if function == nil, !post.isEmpty { faults.append(.unknownFunction(post)) }
            let issued = day(.issued, record)
            let through = day(.validThrough, record)
            if let issued, issued > today { faults.append(.issuedInFuture(issued)) }
            if let issued, let through, through < issued {
                faults.append(.validBeforeIssue(issued: issued, through: through))
            }
            let state = Certificate.State(written: record.cell(.state), issued: issued)
            if state == nil { faults.append(.unknownState(record.cell(.state))) }
            for column in [Column.specialisation, .issuer]
            where record.cell(column).count > CertificateFile.textMax {
                faults.append(.tooLong(column, max: CertificateFile.textMax))
            }
            guard faults.isEmpty, let municipality, let function, let state else { return }
            row = Row(
                line: record.line, municipality: municipality,
                personnelNumber: record.cell(.personnelNumber), function: function,
                specialisation: record.cell(.specialisation), issuer: record.cell(.issuer), issued: issued,
                validThrough: through, state: state)
        }

        private mutating func day(_ column: Column, _ record: TitledRecords<Column>.Row) -> Day? {
            let text = record.cell(column)
            guard !text.isEmpty else { return nil }
            switch ImportDate.parse(text) {
            case .success(let day): return day
            case .failure:
                faults.append(.notADate(column, text))
                return nil
            }
        }
    }
}

extension Certificate.State {
    /// The state as a Dutch list writes it; where nothing is written, held when it has a day and otherwise requested.
    /// Expired is held: its last day tells.
    init?(written text: String, issued: Day?) {
        switch text.foldedKey {
        case "": self = issued == nil ? .requested : .held
        case "behaald", "geldig", "verlopen": self = .held
        case "aangevraagd": self = .requested
        case "ingetrokken": self = .withdrawn
        case "vrijgesteld", "vrijstelling": self = .exempt
        default: return nil
        }
    }
}
