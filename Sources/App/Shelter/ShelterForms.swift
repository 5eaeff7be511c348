import Domain
import Web

extension DeploymentForm {
    private var facilities: [Shelter.Facility] {
        Shelter.Facility.allCases.filter { fields[$0.rawValue] == "ja" }
    }

    /// - Parameter known: the place on a municipality card that was chosen; what is typed goes before it.
    func shelter(_ known: KnownShelter?) throws -> EntryDraft {
        func first(_ typed: String, _ other: String?) -> String { typed.isEmpty ? other ?? "" : typed }
        let typed = facilities
        let shelter = Shelter(
            kind: Shelter.Kind(rawValue: fields["soort"]) ?? .acute,
            name: first(text("naam"), known?.entry.name), address: first(text("adres"), known?.entry.address),
            capacity: try count("plaatsen") ?? known?.location?.capacity,
            facilities: typed.isEmpty ? known?.location?.facilities ?? [] : typed,
            keyholder: first(text("sleutelhouder"), known?.keyholder), register: text("registratie"))
        guard !shelter.name.isEmpty else { return draft(.shelter(shelter), "") }
        let places = shelter.capacity.map { ", \($0) plaatsen" } ?? ""
        return draft(.shelter(shelter), "\(shelter.name): \(shelter.kind.word)\(places).")
    }

    /// Its next state, or what is told of it besides.
    func change(_ entry: DeploymentEntry, _ shelter: Shelter) throws -> EntryDraft {
        let state = Shelter.State(rawValue: fields["staat"]) ?? shelter.state
        let told = Shelter(
            kind: shelter.kind, name: shelter.name, address: shelter.address,
            capacity: try count("plaatsen") ?? shelter.capacity,
            facilities: fields["voorzieningen"] == "ja" ? facilities : shelter.facilities,
            keyholder: text("sleutelhouder").isEmpty ? shelter.keyholder : text("sleutelhouder"),
            state: shelter.state,
            openedAt: shelter.openedAt, closedAt: shelter.closedAt,
            register: text("registratie").isEmpty ? shelter.register : text("registratie"))
        let moved = state == shelter.state ? told : told.moved(to: state, at: past("gebeurd") ?? now)
        var draft = draft(.shelter(moved), "\(shelter.name): \(state.word).")
        draft.replaces = [entry.number]
        return draft
    }

    func occupancy(of entry: DeploymentEntry, _ shelter: Shelter) throws -> EntryDraft {
        guard let thing = entry.thing, let people = try count("aantal") else {
            return draft(.note(Note()), "")
        }
        return draft(
            .shelterCount(ShelterCount(shelter: thing, people: people)),
            "\(shelter.name): \(Dutch.count(people, "persoon", "mensen")) geteld.")
    }

    func demand(_ state: DeploymentState, openedAt: Instant) throws -> EntryDraft {
        guard let affected = try count("betrokkenen", max: 10_000_000) else {
            return draft(.note(Note()), "")
        }
        let demand = ShelterDemand(
            startedAt: past("begin") ?? state.shelterDemand?.startedAt ?? openedAt, affected: affected,
            override: try count("anders"), reason: text("waarom", max: EntryDraft.textMax))
        let places = demand.override.map { " Gekozen: \($0) plaatsen. \(demand.reason)" } ?? ""
        var draft = draft(.shelterDemand(demand), "\(affected) mensen zijn betrokken.\(places)")
        draft.replaces = state.standing.filter { $0.content.kind == .shelterDemand }.map(\.number)
        return draft
    }
}

extension DeploymentForm {
    func selfReliance() throws -> EntryDraft {
        let kind = SelfReliance.Kind(rawValue: fields["soort"]) ?? .initiative
        let value = SelfReliance(
            kind: kind, what: body, place: text("plaats"), number: try count("aantal", max: 10_000_000),
            contact: text("contact"), state: SelfReliance.State(rawValue: fields["staat"]) ?? .open)
        guard !kind.isCheck else {
            let how = body.isEmpty ? "" : " \(body)"
            return draft(.selfReliance(value), "\(kind.word) \(value.state.answer.capitalisedFirst).\(how)")
        }
        guard !body.isEmpty else { return draft(.selfReliance(value), "") }
        let number = value.number.map { " (\($0))" } ?? ""
        let place = value.place.isEmpty ? "" : ", \(value.place)"
        return draft(.selfReliance(value), "\(kind.word.capitalisedFirst): \(body)\(number)\(place).")
    }

    /// - Parameter other: what it is matched with.
    func change(_ entry: DeploymentEntry, _ value: SelfReliance, to other: DeploymentEntry?) -> EntryDraft {
        let state = SelfReliance.State(rawValue: fields["staat"]) ?? value.state
        let changed = value.moved(to: state, match: other?.thing)
        let with = changed.state == .matched ? other.map { " met regel \($0.number)" } ?? "" : ""
        var draft = draft(.selfReliance(changed), "\(value.what): \(state.word)\(with).")
        draft.replaces = [entry.number]
        return draft
    }
}
