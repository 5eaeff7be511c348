import Domain
import Storage

extension Change {
    /// The plan "Basis op orde" of 2020, as far as the minutes of 18 September 2019 and the agenda paper of
    /// 19 February 2020 give it. What they do not say is not filled in: leads, hours, dates and budgets of
    /// sub-activities stood in an annex that is no source here. Only in the region that made it,
    /// and not in a sample that begins before it.
    mutating func addSamplePlan(_ request: SampleRequest) throws {
        guard request.region == "VR17", let first = Day(iso: "2020-01-01"), let last = Day(iso: "2020-12-31"),
            let september = Day(iso: "2020-09-30"), let meeting = Day(iso: "2020-02-19"),
            meeting <= request.start
        else { return }
        let plan = ActionPlan(
            id: newID(), title: "Bevolkingszorg ‘Basis op orde’", principal: "bestuurlijk portefeuillehouder",
            occasion:
                "Op 18 september 2019 is in een thematisch Algemeen Bestuur met alle bestuurders en "
                + "gemeentesecretarissen gesproken over de doorontwikkeling van Bevolkingszorg. Samen wordt "
                + "gestreefd naar een groeipad; de eerste stap is dat de basis op orde is.",
            objective:
                "Het verbeteren en uniformeren van de vakbekwaamheid en de kwaliteit van "
                + "crisisfunctionarissen binnen Bevolkingszorg, als eerste stap naar een hoogwaardige "
                + "gemeentelijke crisisorganisatie in de regio.",
            process:
                "Het plan is gemaakt in overleg met de kerngroep Gemeenten, de directeur Risico- en "
                + "Crisisbeheersing, de Veiligheidsdirectie en de Commissie van Advies Gemeenten (CAGEM), "
                + "waarin alle gemeentesecretarissen zijn vertegenwoordigd.",
            firstDay: first, lastDay: last,
            budget: ActionPlan.Budget(
                amount: Money(cents: 2_500_000),
                purpose:
                    "het organiseren van bijeenkomsten, het inwinnen van advies en communicatieactiviteiten",
                keyName: "dezelfde verdeelsleutel als voor de coördinerend functionaris",
                nextRequestBy: september))
        try savePlan(plan)
        try addSampleParts(of: plan.id, request: september)
        try numberPlan(
            plan.id, as: "0.3", on: meeting, note: "Zoals bij de agendapost voor het Algemeen Bestuur.")
        try addSampleRoute(of: plan, meeting: meeting)
        try addSampleHours(request)
        try addSampleMoney(of: plan, meeting: meeting)
        try addSampleBasis()
    }

    private mutating func addSampleParts(of plan: ID<ActionPlan>, request september: Day) throws {
        let talks = "thematisch AB 18-9-2019"
        let paper = "agendapost AB 19-2-2020"
        func part(
            _ kind: PlanPart.Kind, _ number: Int, _ title: String, _ text: String, _ source: String,
            leadsTo: [ID<PlanPart>] = [], _ activity: SubActivity? = nil
        ) throws -> ID<PlanPart> {
            let part = PlanPart(
                id: newID(), kind: kind, number: number, title: title, text: text, source: source,
                leadsTo: Set(leadsTo), activity: activity)
            try savePlanPart(part, of: plan)
            return part.id
        }
        let themes = ["vakbekwaamheid", "communicatie", "informatievoorziening", "poolvorming"]
        var recommendations: [ID<PlanPart>] = []
        for (index, theme) in themes.enumerated() {
            let activity = try part(
                .subActivity, index + 1, "Regionale afspraken over \(theme)",
                "Uit te werken in het uitvoeringsplan.", talks, SubActivity(state: .running))
            recommendations.append(
                try part(
                    .recommendation, index + 1, "Maak regionale afspraken over \(theme)",
                    "De basis op orde vraagt regionale afspraken over \(theme).", talks, leadsTo: [activity]))
        }
        let request = try part(
            .subActivity, 5, "Budgetaanvraag 2021",
            "Uitwerken welke budgetten nodig zijn en de aanvraag aan alle gemeenten voorleggen.", paper,
            SubActivity(lastDay: september, state: .done))
        recommendations.append(
            try part(
                .recommendation, 5, "Maak de budgetten vergelijkbaar",
                "Werk uit welke budgetten nodig zijn voor wat regionaal wordt ontwikkeld.", paper,
                leadsTo: [request]))
        let quality = try part(
            .conclusion, 1, "De basis moet op orde",
            "Als er iets gebeurt, moet de kolom er professioneel staan.", talks,
            leadsTo: Array(recommendations[..<4]))
        let money = try part(
            .conclusion, 2, "Budgetten en begrippen verschillen te veel om te sturen", "", talks,
            leadsTo: [recommendations[4]])
        let found: [(PlanPart.Kind, Int, String, ID<PlanPart>)] = [
            (.bottleneck, 1, "Elke gemeente organiseert bevolkingszorg anders", quality),
            (.bottleneck, 2, "De budgetten lopen sterk uiteen", money),
            (.bottleneck, 3, "Er is verschil in definitie van bevolkingszorg", quality),
            (.bottleneck, 4, "Andere kolommen hebben last van de verschillende afspraken", quality),
            (.wish, 1, "Meer samenwerking met oog voor lokale omstandigheden", quality),
            (.wish, 2, "Betere kwaliteitsafspraken over vakbekwaamheid", quality),
            (.wish, 3, "Goede communicatie naar burgers, diensten en gemeenten", quality),
        ]
        for (kind, number, title, conclusion) in found {
            _ = try part(kind, number, title, "", talks, leadsTo: [conclusion])
        }
        _ = try part(
            .agreement, 1, "Capaciteit.",
            "Iedere gemeente levert tenminste het afgesproken aantal uren per maand; blijkt dat te "
                + "weinig, dan volgt een aanvraag via het CAGEM.",
            paper)
        _ = try part(
            .agreement, 2, "Ondersteuning.", "De veiligheidsregio ondersteunt binnen de fte die er nu is.",
            paper)
    }

    /// What the paper says of its own way: advice on the main lines, and a board that was still to decide.
    private mutating func addSampleRoute(of plan: ActionPlan, meeting: Day) throws {
        let paper = BoardPaper(
            id: newID(), title: "Plan van aanpak \(plan.title)",
            subject: BoardPaper.Subject(.plan, reference: plan.id.description), principal: plan.principal)
        let way: [(String, PaperRole, Day?)] = [
            ("KERNGROEP", .advice, nil), ("VD", .advice, nil), ("CAGEM", .advice, nil),
            ("AB", .decision, meeting),
        ]
        var steps: [PaperStep] = []
        for (body, role, day) in way {
            steps.append(PaperStep(id: newID(), body: Code(body), role: role, plannedOn: day))
        }
        try openPaper(
            paper,
            version: PaperVersion(
                number: 1, label: "0.3", day: meeting, summary: "Zoals bij de agendapost.",
                keepsOutlines: false),
            steps: steps)
        try recordOutcome(
            PaperOutcome(
                id: newID(), body: Code("CAGEM"), version: 1, day: meeting, verdict: .agreed,
                scope: .outlines,
                text: "Akkoord met de hoofdlijnen van de huidige versie, stand bij de agendapost."),
            of: paper.id)
    }

    /// Hours of the months back to the begin of the quarter before, fictitious: most municipalities work what was
    /// agreed, every fifth comes short.
    private mutating func addSampleHours(_ request: SampleRequest) throws {
        let places = try tx.municipalities().filter { $0.exists(on: request.start) }
        let today = Amsterdam.day(at: now)
        for back in 1...5 {
            let month = today.monthStart.adding(months: -back)
            for (index, place) in places.enumerated() {
                let minutes = (index + back) % 5 == 0 ? 5 * 60 : 8 * 60 + index % 3 * 30
                try writeHours(
                    HourEntry(
                        id: newID(), municipality: place.code, day: month.adding(days: index),
                        minutes: minutes,
                        part: nil, note: ""))
            }
            try writeHours(
                HourEntry(
                    id: newID(), municipality: nil, day: month.adding(days: 20), minutes: 24 * 60, part: nil,
                    note: "Ondersteuning"))
        }
    }
}
