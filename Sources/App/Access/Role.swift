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
