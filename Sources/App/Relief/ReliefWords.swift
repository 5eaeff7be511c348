import Domain

extension ReliefRefusal {
    package var sentence: String {
        switch self {
        case .unknownDeployment: "Er is geen inzet met dit nummer."
        case .ended: "De inzet is afgesloten; er valt niets af te lossen."
        case .nobodyWanted:
            "Niemand heeft gezegd wie er nodig is: er is geen ploeg, geen niveau en geen aantal per functie."
        }
    }
}
