import Domain

extension CrisisFunction.Level {
    var word: String {
        switch self {
        case .local: "gemeente"
        case .cluster: "piketregio"
        case .region: "regio"
        }
    }
}

extension CrisisFunction.RosteringKind {
    var word: String {
        switch self {
        case .hard: "hard piket"
        case .soft: "zacht piket"
        case .openIntake: "vrije instroom"
        case .appointed: "benoemd"
        }
    }
}

extension FactStatus {
    var word: String {
        switch self {
        case .assumption: "aanname"
        case .unconfirmed: "te bevestigen"
        case .established: "vastgesteld"
        }
    }
}
