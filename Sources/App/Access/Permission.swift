import Domain

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
