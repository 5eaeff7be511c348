import Domain

/// What an account is in the organisation (spec, "Roles"). The raw value is stored.
enum Role: String, CaseIterable, Sendable {
    case functionary, crisisOfficial, municipalSecretary, mayor, regionalOffice, coordinatingOfficer,
        portfolioHolder
    case informationCoordinator, controlRoom, board, auditor, functionalAdministrator

    /// A municipal role sees and does things for one municipality only.
    var isMunicipal: Bool {
        switch self {
        case .crisisOfficial, .municipalSecretary, .mayor: true
        case .functionary, .regionalOffice, .coordinatingOfficer, .portfolioHolder, .informationCoordinator,
            .controlRoom, .board, .auditor, .functionalAdministrator:
            false
        }
    }

    var permissions: Set<Permission> {
        switch self {
        case .functionary: Self.functionaryRights
        case .crisisOfficial: Self.crisisOfficialRights
        case .municipalSecretary: Self.municipalSecretaryRights
        case .mayor: Self.mayorRights
        case .regionalOffice: Self.regionalOfficeRights
        case .coordinatingOfficer: Self.coordinatingOfficerRights
        case .portfolioHolder: Self.portfolioHolderRights
        case .informationCoordinator: Self.informationCoordinatorRights
        case .controlRoom: Self.controlRoomRights
        case .board: Self.boardRights
        case .auditor: Self.auditorRights
        case .functionalAdministrator: Self.functionalAdministratorRights
        }
    }
}

/// One right to a line, so that features add theirs without touching each other's.
extension Role {
    private static let functionaryRights: Set<Permission> = [
        .seeOwn,
        .seeDuty,
        .seeRegion,
        .seeCards,
        .seeProgramme,
        .writeHours,
    ]

    private static let crisisOfficialRights: Set<Permission> = [
        .seeOwn,
        .seeDuty,
        .seePeople,
        .editPeople,
        .importPeople,
        .seeRoster,
        .seeCoverage,
        .seeRegion,
        .seeCards,
        .editCards,
        .seeProgramme,
        .seeDeployments,
        .seeDecisions,
        .seeAgreements,
        .adoptAgreements,
        .answerInventory,
        .seePlan,
        .writeHours,
        .keepAftermath,
    ]

    private static let municipalSecretaryRights: Set<Permission> = [
        .seeOwn,
        .seeDuty,
        .seePeople,
        .seeRoster,
        .seeCoverage,
        .seeRegion,
        .seeCards,
        .editCards,
        .seeProgramme,
        .seeDeployments,
        .consentApplications,
        .seeDecisions,
        .acceptRisks,
        .seeAgreements,
        .adoptAgreements,
        .answerInventory,
        .seePlan,
        .writeHours,
        .keepAftermath,
    ]

    private static let mayorRights: Set<Permission> = [
        .seeDuty,
        .seeCoverage,
        .seeRegion,
        .seeCards,
        .seeDeployments,
        .seeDecisions,
        .seeAgreements,
        .seePlan,
    ]

    private static let regionalOfficeRights: Set<Permission> = [
        .testChannels,
        .seeOwn,
        .seeDuty,
        .seePeople,
        .editPeople,
        .importPeople,
        .seeRoster,
        .editRoster,
        .seeCoverage,
        .seeRefusals,
        .seeDutyNumbers,
        .seeRegion,
        .editRegion,
        .manageDeputies,
        .editNorms,
        .seeCards,
        .editCards,
        .runSimulations,
        .raiseAlarm,
        .followAlarm,
        .seeProgramme,
        .editProgramme,
        .seeDeployments,
        .openDeployments,
        .recordDeployments,
        .seeConfidential,
        .seeDecisions,
        .editDecisions,
        .seeAgreements,
        .adoptAgreements,
        .editAgreements,
        .answerInventory,
        .seePlan,
        .editPlan,
        .writeHours,
        .evaluateDeployments,
        .approveEvaluations,
        .reviewScaling,
    ]

    private static let coordinatingOfficerRights: Set<Permission> = [
        .seeDuty,
        .seeRoster,
        .seeCoverage,
        .seeRegion,
        .seeCards,
        .followAlarm,
        .seeProgramme,
        .seeDeployments,
        .seeIncidentNames,
        .seeDecisions,
        .seeAgreements,
        .seePlan,
        .editPlan,
        .writeHours,
        .approveEvaluations,
    ]

    private static let portfolioHolderRights: Set<Permission> = [
        .seeCoverage,
        .seeRegion,
        .seeDecisions,
        .seeAgreements,
        .seePlan,
    ]

    private static let informationCoordinatorRights: Set<Permission> = [
        .seeOwn,
        .seeDuty,
        .seeRegion,
        .seeCards,
        .followAlarm,
        .seeProgramme,
        .seeDeployments,
        .recordDeployments,
        .seeConfidential,
        .settlePictures,
    ]

    private static let controlRoomRights: Set<Permission> = [
        .seeDuty,
        .seeDutyNumbers,
        .seeRegion,
        .seeCards,
        .raiseAlarm,
        .followAlarm,
        .seeDeployments,
        .openDeployments,
        .recordDeployments,
    ]

    private static let boardRights: Set<Permission> = [
        .seeCoverage,
        .seeRegion,
        .seeDecisions,
        .seeAgreements,
        .seePlan,
    ]

    private static let auditorRights: Set<Permission> = [
        .seeJournal
    ]

    private static let functionalAdministratorRights: Set<Permission> = [
        .manageAccounts,
        .manageWork,
        .manageDeputies,
        .manageChannels,
    ]
}

/// What a route or operation asks for. Everything that is not granted is refused.
enum Permission: String, CaseIterable, Sendable {
    /// The account's own person page, duties and reasons.
    case seeOwn
    /// Who is on duty now and next, by name and function.
    case seeDuty
    /// Telephone numbers of whoever is on duty, in the whole region.
    case seeDutyNumbers
    case seePeople
    case editPeople
    case importPeople
    case seeRoster
    case editRoster
    /// Coverage figures and gaps, without names.
    case seeCoverage
    /// Why a named person does not count (spec P6: that person and the planner).
    case seeRefusals
    case seeRegion
    /// Facts about the region: population, travel, who is responsible for what.
    case editRegion
    /// Numbers that rules reckon with; everybody who is signed in may read them.
    case editNorms
    /// What is on the programme, and how full it is; names only of those whom one may edit.
    case seeProgramme
    /// Municipality cards, without private numbers.
    case seeCards
    case editCards
    /// Ask for a simulation; whoever sees coverage sees what it says.
    case runSimulations
    case seeJournal
    case manageAccounts
    /// Names that the dossiers of alarms keep of people who left the register.
    case seeIncidentNames
    /// How the background work goes, without what it is about.
    case manageWork
    /// Who stands in for whom; every holder keeps that for their own role besides.
    case manageDeputies
    /// Say for the employer whether somebody may take up a function.
    case consentApplications
    /// Bear a gap for the own municipality (spec V3).
    case acceptRisks
    /// Mail server and gateways, with their secrets.
    case manageChannels
    /// Start a communication test of everybody in the region.
    case testChannels
    /// Raise an alarm, and lead it: stop, take over, send a better description.
    case raiseAlarm
    /// Keep the programme of training and exercises, and write down who was there.
    case editProgramme
    /// See an alarm with its people, and write down what somebody answered.
    case followAlarm

    /// See deployments in the whole region, or those that touch the own municipality.
    case seeDeployments
    /// Open a deployment, a small one too.
    case openDeployments
    /// Write in every deployment; whoever is deployed in one writes there without it.
    case recordDeployments
    /// Read entries that are not for everybody; each reading is journalled.
    case seeConfidential
    /// Decide between statements that contradict each other.
    case settlePictures
    /// Take over what goes on after a deployment, keep it and decide its end, for the own municipality.
    case keepAftermath
    /// Write findings and lessons about a deployment.
    case evaluateDeployments
    /// Say that an evaluation is right; whoever wrote it last does not.
    case approveEvaluations
    /// Prepare and close the review of flexible scaling.
    case reviewScaling

    /// Papers, what bodies decided about them, and what was heard in talks.
    case seeDecisions
    /// Plans of action with their hours by municipality, and the papers about them.
    case seePlan
    /// Keep plans of action, and write hours for every municipality and for the region.
    case editPlan
    /// Write hours for the own municipality.
    case writeHours
    case editDecisions
    /// Regional agreements and promises, with who took them over.
    case seeAgreements
    case editAgreements
    /// Say for a municipality whether it takes over an agreement.
    case adoptAgreements
    /// Answer the questions of an inventory for a municipality.
    case answerInventory

    /// What people may do while they are on duty in a function that leads (spec I12), whatever their role.
    static let followingDuty: Set<Permission> = [
        .raiseAlarm, .followAlarm, .seeDeployments, .openDeployments, .recordDeployments, .seeConfidential,
    ]

    /// OvD-Bz, AC-Bz and the heads of a task organisation (HTO).
    static let leadingFunctions: Set<Code<CrisisFunction>> = [
        Code("OVDBZ"), Code("ACBZ"), Code("HTOCC"), Code("HTOABZ"), Code("HTONF"),
    ]
}
