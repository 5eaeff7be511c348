extension Role {
    var word: String {
        switch self {
        case .functionary: "crisisfunctionaris"
        case .crisisOfficial: "ambtenaar crisisbeheersing"
        case .municipalSecretary: "gemeentesecretaris"
        case .mayor: "burgemeester of loco"
        case .regionalOffice: "regionaal bureau"
        case .coordinatingOfficer: "coördinerend functionaris"
        case .portfolioHolder: "portefeuillehouder"
        case .informationCoordinator: "informatiecoördinator"
        case .controlRoom: "meldkamer"
        case .board: "bestuur"
        case .auditor: "auditor"
        case .functionalAdministrator: "functioneel beheerder"
        }
    }

    /// The sign-in name of this role in the sample.
    var sampleName: String {
        switch self {
        case .functionary: "functionaris"
        case .crisisOfficial: "ambtenaar"
        case .municipalSecretary: "secretaris"
        case .mayor: "burgemeester"
        case .regionalOffice: "bureau"
        case .coordinatingOfficer: "coordinerend"
        case .portfolioHolder: "portefeuillehouder"
        case .informationCoordinator: "informatie"
        case .controlRoom: "meldkamer"
        case .board: "bestuur"
        case .auditor: "auditor"
        case .functionalAdministrator: "beheer"
        }
    }
}
