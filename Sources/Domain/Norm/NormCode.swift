/// Every number of the field that a rule may ask (domain.md §3, §4, §6, §13). The raw value is stored.
///
/// Name, explanation and the values that ship with the product stand in `App/Norms/Facts/norms.json`; unit,
/// direction and subject stand beside this file, because rules and checks use them.
package enum NormCode: String, CaseIterable, Codable, Sendable {
    // Alarm
    case alarmStart = "alert.start.max"
    case alarmDescription = "alert.description.max"
    case alarmFollowUp = "alert.followUp.max"
    case alarmWave = "alert.wave.timeout"
    case alarmAnswer = "alert.answer.timeout"
    case alarmOverdue = "alert.overdue.after"
    case alarmOverdueReply = "alert.overdue.reply"
    case alarmTaken = "alert.taken.timeout"

    // At work (*opkomst*)
    case response = "response"
    case responseIncidentTeam = "response.copi"
    case responseOperationalLeaders = "response.rot.leaders"
    case responseOperationalInformationLeader = "response.rot.leaderIM"
    case responseOperationalCommunication = "response.rot.commsOfficer"
    case responseOperationalInformation = "response.rot.sectionIM"
    case responseOperationalOthers = "response.rot.otherSections"
    case responseCareTeam = "response.tbz"
    case responseCareCommunication = "response.tbz.commsCoordinator"
    case responsePolicyTeam = "response.gbt"

    // Coverage and duty
    case staffing = "staffing.min"
    case coverageHorizon = "coverage.horizon"
    case dutyPeriod = "piket.period"
    case dutyChangeWeekday = "piket.change.weekday"
    case dutyChangeTime = "piket.change.time"
    case dutyFrequency = "piket.frequency.target"
    case poolTarget = "piket.pool.target"
    case poolAlarm = "piket.pool.alarm"
    case dutyAllowance = "piket.allowance"
    case rosterNotice = "roster.notice"
    case rosterNoticeTimes = "roster.notice.times"

    // What a roster weighs, in points, and how close two duties of one person may be
    case rosterVacancy = "roster.weight.vacancy"
    case rosterNeutral = "roster.weight.neutral"
    case rosterAvoid = "roster.weight.avoid"
    case rosterLastResort = "roster.weight.lastResort"
    case rosterUnfamiliar = "roster.weight.unfamiliar"
    case rosterShare = "roster.weight.share"
    case rosterSpacing = "roster.weight.spacing"
    case rosterHolidayTwice = "roster.weight.holidayTwice"
    case rosterHolidayAgain = "roster.weight.holidayAgain"
    case rosterSameMunicipality = "roster.weight.sameMunicipality"
    case rosterMunicipality = "roster.weight.municipality"
    case rosterGap = "roster.gap.min"

    // Standby (*consignatie*)
    case standbyWindow = "standby.window"
    case standbyFreeDays = "standby.free24.min"
    case standbyFreeBlocks = "standby.free48.min"
    case standbyBeforeNight = "standby.beforeNight"
    case standbyAfterNight = "standby.afterNight"
    case standbyWork = "standby.work24.max"
    case standbyNights = "standby.nightCount.trigger"
    case standbyAverage = "standby.avg40"
    case standbyAverageRested = "standby.avg45"
    case standbyRestAfterCall = "standby.restAfterCall"
    case standbyCallLeast = "standby.call.min"
    case standbyCallGap = "standby.call.gap"

    // Working time and rest
    case restDaily = "rest.daily"
    case restDailyShort = "rest.daily.reduced"
    case restWeekly = "rest.weekly"
    case restFortnightly = "rest.fortnightly"
    case restFortnightlyPart = "rest.fortnightly.part"
    case breakAfter = "break.after"
    case breakLength = "break.length"
    case breakLongAfter = "break.long.after"
    case breakLongLength = "break.long.length"
    case breakPart = "break.part"
    case sundaysOff = "sundays.off"
    case shiftMost = "shift.max"
    case shiftUrgent = "shift.urgent.max"
    case weekMost = "week.max"
    case averageSixteenWeeks = "avg.16wk"
    case averageFourWeeks = "avg.4wk"
    case nightMost = "night.max"
    case nightLongMost = "night.long.max"
    case nightLongPerFortnight = "night.long.perFortnight"
    case nightLongPerYear = "night.long.perYear"
    case nightRest = "night.rest"
    case nightRestShort = "night.rest.reduced"
    case nightSeries = "night.series"
    case nightSeriesRest = "night.series.rest"
    case nightRun = "night.run.max"
    case nightRunLong = "night.run.long"
    case nightsSixteenWeeks = "night.count.16wk"
    case nightsYear = "night.count.year"
    case nightHours = "night.hours.fortnight"
    case nightAverageTrigger = "night.avg.trigger"
    case nightAverage = "night.avg"

    // Relief of crews (*aflossing*)
    case shiftTarget = "relief.shift"
    case reliefOverlap = "relief.overlap"
    case handoverExtension = "handover.extension"
    case reliefPlanAfter = "relief.planAfter"
    case reliefShiftsAhead = "relief.shiftsAhead"
    case reliefNeighbour = "relief.neighbour"
    case reliefHourRate = "relief.hourRate"

    // Information and communication
    case pictureProcess = "picture.process.max"
    case communicationFirst = "comms.first"
    case communicationRepeat = "comms.repeat"

    // Shelter (*opvang*)
    case shelterAvailable = "shelter.available.max"
    case shelterShare = "shelter.capacity.share"
    case shelterMost = "shelter.capacity.max"
    case shelterTemporaryHousing = "shelter.tempHousing.max"

    // Competence
    case exerciseJoint = "exercise.joint.min"
    case trainingsPerYear = "training.min"
    case exercisesPerYear = "exercise.min"
    case trainingHours = "training.hours.min"
    case refresherEvery = "refresher.every"
    case certificateValidity = "certificate.validity"
    case competenceGrace = "competence.grace"

    // Plans and review
    case planObjectReview = "plan.object.review"
    case planCrisisReview = "plan.crisis.review"
    case planPolicyReview = "plan.policy.review"
    case riskPartnerMeeting = "risk.partnerMeeting"
    case costEvaluation = "cost.evaluation"
    case visitation = "visitation"

    // Data: contact and keeping
    case contactConfirmEvery = "contact.confirm.every"
    case cardCheckEvery = "card.check.every"
    case channelTestEvery = "channel.test.every"
    case channelTestWindow = "channel.test.window"
    case worktimeRecords = "worktime.records"
    case incidentDossier = "incident.dossier.min"
    case contactRetention = "contact.retention"
    case trainingRecords = "training.records"
    case financeRecords = "finance.records"
    case viewRecords = "view.records"

    // Plan of action
    case planHours = "plan.hours.gemeente"
    case planProjectCost = "plan.projectcost"
    case requestView = "request.view"
}
