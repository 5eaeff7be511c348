/// The list of one session, as read (csv or the rows of an xlsx): who came, for how long, with what result.
///
/// Reading changes nothing; a data row is in `rows`, says nothing, or has a fault.
package struct AttendanceFile: Equatable, Sendable {
    package struct Row: Equatable, Sendable {
        package let line: Int
        package let municipality: Code<Municipality>
        package let personnelNumber: String
        package let presence: Attendance.Presence
        package let result: Attendance.Result?
        /// Nil: as long as the session.
        package let minutes: Int?
    }

    package enum Column: String, ListColumn {
        case municipality = "gemeente"
        case personnelNumber = "personeelsnummer"
        case presence = "aanwezig"
        case minutes = "minuten"
        case result = "uitslag"

        package static let required: [Column] = [.municipality, .personnelNumber, .presence]

        package var keys: Set<String> {
            switch self {
            case .municipality: ["gemeente", "gemeentecode", "werkgever"]
            case .personnelNumber: ["personeelsnummer", "persnr", "medewerkernummer", "nummer"]
            case .presence: ["aanwezig", "aanwezigheid", "ergeweest", "presentie"]
            case .minutes: ["minuten", "tijd", "duur"]
            case .result: ["uitslag", "resultaat"]
            }
        }
    }

    package enum Fault: Equatable, Sendable {
        case list(ListFault<Column>)
        case damaged
        case required(Column)
        case unknownMunicipality(String)
        case unknownPresence(String)
        case unknownResult(String)
        case badMinutes(String)
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
    /// Rows of people about whom the list says nothing yet.
    package private(set) var silentCount = 0
    package private(set) var faults: [PlacedFault] = []

    package static let rowsMax = 2_000
    /// Two days; the session itself says what is likely.
    package static let minutesMax = 2 * 24 * 60

    /// The first of `records` is the header.
    package static func read(records: [ImportRecord], lookup: ImportLookup) -> AttendanceFile {
        var file = AttendanceFile()
        switch TitledRecords<Column>.read(records, rowsMax: rowsMax) {
        case .failure(let fault): file.faults = [PlacedFault(line: nil, fault: .list(fault))]
        case .success(let list): for row in list.rows { file.add(row, lookup) }
        }
        return file
    }

    package static func refused(_ fault: ImportFileFault) -> AttendanceFile {
        var file = AttendanceFile()
        file.faults = [PlacedFault(line: nil, fault: .list(.file(fault)))]
        return file
    }

    private mutating func add(_ record: TitledRecords<Column>.Row, _ lookup: ImportLookup) {
        guard !record.isDamaged else {
            faults.append(PlacedFault(line: record.line, fault: .damaged))
            return
        }
        var wrong = record.missing.filter { $0 != .presence }.map { Fault.required($0) }
        let said = record.cell(.presence)
        if said.isEmpty, wrong.isEmpty {
            silentCount += 1
            return
        }
        let place = record.cell(.municipality)
        let municipality = lookup.municipality(place)
        if municipality == nil, !place.isEmpty { wrong.append(.unknownMunicipality(place)) }
        let presence = Attendance.Presence(written: said)
        if presence == nil { wrong.append(.unknownPresence(said)) }
        let (mark, time) = (record.cell(.result), record.cell(.minutes))
        let result = Attendance.Result(written: mark)
        if result == nil, !mark.isEmpty { wrong.append(.unknownResult(mark)) }
        let minutes = Int(time)
        if !time.isEmpty, minutes.map({ !(0...Self.minutesMax).contains($0) }) ?? true {
            wrong.append(.badMinutes(time))
        }
        faults += wrong.map { PlacedFault(line: record.line, fault: $0) }
        guard wrong.isEmpty, let municipality, let presence else { return }
        rows.append(
            Row(
                line: record.line, municipality: municipality,
                personnelNumber: record.cell(.personnelNumber), presence: presence, result: result,
                minutes: minutes))
    }
}

extension Attendance.Presence {
    /// As a Dutch list writes it.
    init?(written text: String) {
        switch text.foldedKey {
        case "aanwezig", "ja", "j", "present", "1": self = .present
        case "afgemeld", "verhinderd": self = .excused
        case "nietgekomen", "afwezig", "nee", "n", "0": self = .absent
        default: return nil
        }
    }
}

extension Attendance.Result {
    /// As a Dutch list writes it.
    init?(written text: String) {
        switch text.foldedKey {
        case "geslaagd", "voldoende", "behaald": self = .passed
        case "nietgeslaagd", "gezakt", "onvoldoende", "nietbehaald": self = .failed
        default: return nil
        }
    }
}
