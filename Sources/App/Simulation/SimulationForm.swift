import Domain
import Simulation
import Web

/// The form that asks for a simulation, read into a request; every fault at its field.
struct SimulationForm {
    static let daysMax = 28
    static let groupSeparator: Character = ","

    /// Which designs can be ticked, beside the three that are always compared.
    enum Extra: String, CaseIterable {
        case year2019 = "zoals-2019"
        case oneDistrict = "een-piketregio"
        case training = "opleiden"
        case otherShift = "andere-dienst"
    }

    let pool: StaffingPool
    let names: [Code<Municipality>: String]
    let region: Code<SafetyRegion>
    let usual: SimulationRequest
    /// Whether the product knows how the region was organised in 2019.
    let knows2019: Bool

    /// What an empty form shows.
    var fields: FormFields {
        let response = usual.scenario.response
        func percent(_ share: Int) -> String { "\(share / 100)" }
        var fields = FormFields([
            "naam": usual.name, "gemeente": usual.scenario.deployments.first?.municipality.text ?? "",
            "tweede": "", "tweede-na": "12",
            "datum": Dutch.shortDate(Amsterdam.day(at: usual.scenario.start)),
            "uur": "\(Amsterdam.wallClock(at: usual.scenario.start).hour)",
            "dagen": "\(usual.scenario.hours / 24)", "overdag": percent(response.day),
            "nacht": percent(response.night), "weekend": percent(response.weekend),
            "feestdag": percent(response.holiday), "wegblijven": percent(usual.scenario.noShow),
            "uitval": percent(usual.scenario.dropout), "griep": percent(usual.scenario.illness),
            "dienst": "\(usual.designs.first?.shiftHours ?? 8)", "rust": "\(usual.scenario.restHours)",
            "zekerheid": percent(usual.certainty), "extra-functie": "", "extra-aantal": "2",
            "herhalingen": "\(usual.replications)",
        ])
        fields.add("groepen", groupText)
        for extra in offered where extra != .oneDistrict { fields.add(extra.rawValue, "ja") }
        return fields
    }

    var offered: [Extra] { Extra.allCases.filter { $0 != .year2019 || knows2019 } }

    private var groupText: String {
        SimulationRequest.districts(pool).map { part in
            part.map { names[$0] ?? $0.text }.joined(separator: ", ")
        }.joined(separator: "\n")
    }

    /// - Returns: the request, or what is wrong.
    func request(_ fields: FormFields) throws -> Result<SimulationRequest, FormErrors> {
        var reader = NumberReader(fields: fields)
        var request = usual
        request.name = fields["naam"].isEmpty ? usual.name : String(fields["naam"].prefix(80))
        request.scenario.response = StaffingScenario.Response(
            day: reader.percent("overdag"), night: reader.percent("nacht"),
            weekend: reader.percent("weekend"), holiday: reader.percent("feestdag"))
        request.scenario.noShow = reader.percent("wegblijven")
        request.scenario.dropout = reader.percent("uitval")
        request.scenario.illness = reader.percent("griep")
        request.scenario.restHours = reader.number("rust", 0...48)
        request.scenario.hours = 24 * reader.number("dagen", 1...Self.daysMax)
        request.certainty = reader.percent("zekerheid")
        request.replications = reader.number("herhalingen", 100...SimulationRequest.replicationsMax)
        let shift = reader.number("dienst", 1...24)
        let hour = reader.number("uur", 0...23)
        if let day = Dutch.day(fields["datum"]) {
            request.scenario.startMilliseconds = Amsterdam.instant(day, hour: hour).milliseconds
        } else {
            reader.errors.append(FieldError("datum", "Schrijf de datum als 23-11-2026."))
        }
        request.scenario.deployments = deployments(&reader)
        request.designs = designs(&reader, shift: shift)
        if fields[Extra.year2019.rawValue] == "ja" { _ = try request.addYear2019(of: region, pool) }
        request.activities = activities(&reader)
        return reader.errors.isEmpty ? .success(request) : .failure(FormErrors(all: reader.errors))
    }

    private func deployments(_ reader: inout NumberReader) -> [StaffingScenario.Deployment] {
        let first = Code<Municipality>(reader.fields["gemeente"])
        if !pool.municipalities.contains(first) {
            reader.errors.append(FieldError("gemeente", "Kies een gemeente uit de lijst."))
        }
        let second = reader.fields["tweede"]
        guard !second.isEmpty else { return [.init(municipality: first, startHour: 0)] }
        if !pool.municipalities.contains(Code(second)) {
            reader.errors.append(FieldError("tweede", "Kies een gemeente uit de lijst."))
        }
        return [
            .init(municipality: first, startHour: 0),
            .init(municipality: Code(second), startHour: reader.number("tweede-na", 0...(24 * Self.daysMax))),
        ]
    }

    private func designs(_ reader: inout NumberReader, shift: Int) -> [StaffingDesign] {
        let groups = groups(&reader)
        var designs = [
            StaffingDesign(name: "Lokaal, ieder voor zich", sharing: .local, shiftHours: shift),
            StaffingDesign(
                name: "Intergemeentelijk, in groepen", sharing: .intermunicipal(groups), shiftHours: shift),
            StaffingDesign(name: "Regionaal, één groep", sharing: .regional, shiftHours: shift),
        ]
        let regional = designs[2]
        func variant(_ name: String, _ change: (inout StaffingDesign) -> Void) {
            var design = regional
            design.name = name
            change(&design)
            designs.append(design)
        }
        if reader.fields[Extra.oneDistrict.rawValue] == "ja" {
            variant("Regionaal, één piketregio") { $0.districts = [pool.municipalities] }
        }
        if reader.fields[Extra.training.rawValue] == "ja" {
            variant("Regionaal, iedereen die is aangewezen ook vakbekwaam") { $0.trainsLapsed = true }
        }
        if reader.fields[Extra.otherShift.rawValue] == "ja" {
            let other = shift == 12 ? 8 : 12
            variant("Regionaal, diensten van \(other) uur") { $0.shiftHours = other }
        }
        let function = Code<CrisisFunction>(reader.fields["extra-functie"])
        if !function.text.isEmpty {
            let count = reader.number("extra-aantal", 1...50)
            if pool.functions.contains(where: { $0.code == function }) {
                variant("Regionaal, \(count) mensen meer voor \(function)") {
                    $0.extraPeople = [function: count]
                }
            } else {
                reader.errors.append(FieldError("extra-functie", "Kies een functie uit de lijst."))
            }
        }
        return designs
    }

    /// One group a line, municipalities by name, separated by commas. A municipality in no group is alone.
    private func groups(_ reader: inout NumberReader) -> [[Code<Municipality>]] {
        let codes = Dictionary(
            names.map { ($0.value.folded, $0.key) }, uniquingKeysWith: { first, _ in first })
        var taken: Set<Code<Municipality>> = []
        var groups: [[Code<Municipality>]] = []
        for line in reader.fields.raw("groepen").split(whereSeparator: \.isNewline) {
            var group: [Code<Municipality>] = []
            for name in line.split(separator: Self.groupSeparator) {
                let trimmed = FormFields(["n": String(name)])["n"]
                guard !trimmed.isEmpty else { continue }
                guard let code = codes[trimmed.folded], pool.municipalities.contains(code) else {
                    reader.errors.append(FieldError("groepen", "\(trimmed) is geen gemeente van deze regio."))
                    continue
                }
                if taken.contains(code) {
                    reader.errors.append(FieldError("groepen", "\(trimmed) staat in twee groepen."))
                }
                taken.insert(code)
                group.append(code)
            }
            if !group.isEmpty { groups.append(group) }
        }
        return groups
    }

    static let activityRows = 3

    private func activities(_ reader: inout NumberReader) -> [SimulationRequest.Activity] {
        (1...Self.activityRows).compactMap { row in
            let name = reader.fields["activiteit-\(row)"]
            guard !name.isEmpty else { return nil }
            let kind = SimulationRequest.Activity.Kind(rawValue: reader.fields["soort-\(row)"])
            if kind == nil {
                reader.errors.append(FieldError("soort-\(row)", "Kies wat de activiteit oplevert."))
            }
            let function = Code<CrisisFunction>(reader.fields["functie-\(row)"])
            if kind != .response, !pool.functions.contains(where: { $0.code == function }) {
                reader.errors.append(FieldError("functie-\(row)", "Kies een functie uit de lijst."))
            }
            return SimulationRequest.Activity(
                name: String(name.prefix(80)), function: kind == .response ? nil : function,
                kind: kind ?? .people, count: reader.number("aantal-\(row)", 1...100),
                hours: reader.optionalNumber("uren-\(row)", 0...100_000),
                euros: reader.optionalNumber("euro-\(row)", 0...100_000_000))
        }
    }
}

/// What is wrong with a form, in the order of the fields.
struct FormErrors: Error {
    let all: [FieldError]
}

private struct NumberReader {
    let fields: FormFields
    var errors: [FieldError] = []

    mutating func number(_ name: String, _ range: ClosedRange<Int>) -> Int {
        guard let number = Int(fields[name]), range.contains(number) else {
            errors.append(
                FieldError(name, "Vul een getal in van \(range.lowerBound) tot \(range.upperBound)."))
            return range.lowerBound
        }
        return number
    }

    mutating func optionalNumber(_ name: String, _ range: ClosedRange<Int>) -> Int? {
        fields[name].isEmpty ? nil : number(name, range)
    }

    /// In hundredths of a per cent.
    mutating func percent(_ name: String) -> Int {
        number(name, 0...100) * 100
    }
}
