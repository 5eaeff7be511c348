import Domain

/// The few municipalities that the tests of tables reckon with: two of today, and one that merged into the second.
enum TableSamples {
    static let schiedam = municipality("GM0606", "Schiedam")
    static let voorne = municipality("GM1992", "Voorne aan Zee", from: Day(iso: "2023-01-01"))
    static let brielle = Municipality(
        code: Code("GM0501"), name: "Brielle", validThrough: Day(iso: "2022-12-31"),
        successor: Code("GM1992"),
        position: Position(latitude: 51.9, longitude: 4.16))
    static let all = [schiedam, voorne, brielle]

    static let day2020 = Day(daysSince1970: 18_262)

    static func population(_ text: String, date: Day? = nil) -> PopulationFile {
        PopulationFile.read(bytes: Array(text.utf8), date: date, municipalities: all)
    }

    static func travel(_ text: String) -> TravelFile {
        TravelFile.read(bytes: Array(text.utf8), municipalities: all)
    }

    private static func municipality(_ code: String, _ name: String, from: Day? = nil) -> Municipality {
        Municipality(
            code: Code(code), name: name, validFrom: from, position: Position(latitude: 51.9, longitude: 4.4))
    }
}
