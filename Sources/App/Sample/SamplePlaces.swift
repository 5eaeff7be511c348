import Domain
import Storage

extension Transaction {
    func samplePlaces(on day: Day) throws -> [SamplePlace] {
        guard let region = try region() else { return [] }
        let municipalities = try municipalities()
        let populations = try latestPopulations()
        let travel = try travelMinutes()
        let districts = try districts()
        let functions = try functions()
        let lines = try lines()
        let start = Amsterdam.startOfDay(day)
        return try municipalities.filter { $0.exists(on: day) }.map { place in
            let predecessors = municipalities.filter { $0.successor == place.code }
            let inhabitants = ([place] + predecessors).compactMap { populations[$0.code]?.inhabitants }
                .reduce(0, +)
            let inTime = try lines.filter { line in
                guard let function = functions.first(where: { $0.code == line.function }),
                    let district = districts.first(where: { $0.code == line.district })
                else { return false }
                let served = try self.municipalities(of: district.code, on: day)
                let minutes = travel.minutes(from: place.code, to: function, in: district, of: region)
                return served.contains(place.code)
                    && minutes.map { $0 <= line.responseMinutesMax(at: start) ?? .max } ?? false
            }
            return SamplePlace(
                code: place.code, name: place.name, weight: Double(inhabitants).squareRoot(),
                functionsInTime: Set(inTime.map(\.function)))
        }
    }

    /// Who owns the sample account of each role, and the municipality of the municipal ones. Offices, bodies
    /// and mayors are no functionaries of the register.
    func sampleOwners() throws -> (people: [Role: Functionary], municipality: Code<Municipality>?) {
        let designations = try designations()
        func first(_ function: String, in municipality: Code<Municipality>?) throws -> Functionary? {
            for designation in designations where designation.function.text == function {
                guard let person = try functionary(designation.person) else { continue }
                if municipality == nil || person.municipality == municipality { return person }
            }
            return nil
        }
        var people: [Role: Functionary] = [:]
        people[.functionary] = try first("OVDBZ", in: nil)
        people[.crisisOfficial] = try first("ARB", in: nil)
        let municipality = people[.crisisOfficial]?.municipality
        people[.municipalSecretary] = try first("GS", in: municipality)
        people[.informationCoordinator] = try first("ICBZ", in: nil)
        return (people, municipality)
    }
}
