/// What a norm counts. Every value is a whole number of it.
package enum NormUnit: String, CaseIterable, Sendable {
    case minutes, hours, days, weeks, months, years
    case people, times, percent
    case timesPerYear, hoursPerWeek, hoursPerMonth, hoursPerYear
    case euros, eurosPerWeek
    /// What a choice in a roster weighs against another.
    case points
    /// 1 is Monday, 7 is Sunday.
    case weekday
    /// Minutes after midnight on the wall clock of Amsterdam.
    case timeOfDay

    /// What can be meant; anything outside is a slip of the pen. The ends are generous: a norm of 60 hours in
    /// minutes fits, a telephone number does not.
    package var range: ClosedRange<Int> {
        switch self {
        case .minutes: 0...10_080
        case .hours: 0...1_000
        case .days: 0...1_000
        case .weeks: 1...520
        case .months: 1...600
        case .years: 1...100
        case .people: 0...10_000
        case .times: 0...1_000
        case .percent: 0...100
        case .timesPerYear: 0...366
        case .hoursPerWeek: 0...168
        case .hoursPerMonth: 0...744
        case .hoursPerYear: 0...8_784
        case .euros: 0...100_000_000
        case .eurosPerWeek: 0...100_000
        case .points: 0...100_000
        case .weekday: 1...7
        case .timeOfDay: 0...1_439
        }
    }
}

extension NormCode {
    package var unit: NormUnit {
        switch self {
        case .alarmStart, .alarmDescription, .alarmFollowUp, .alarmWave, .alarmAnswer, .alarmOverdue,
            .alarmOverdueReply, .alarmTaken, .response, .responseIncidentTeam, .responseOperationalLeaders,
            .responseOperationalInformationLeader, .responseOperationalCommunication,
            .responseOperationalInformation, .responseOperationalOthers, .responseCareTeam,
            .responseCareCommunication, .responsePolicyTeam, .standbyCallLeast, .standbyCallGap, .breakAfter,
            .breakLength, .breakLongAfter, .breakLongLength, .breakPart, .reliefOverlap, .handoverExtension,
            .pictureProcess, .communicationFirst, .communicationRepeat, .shelterAvailable, .channelTestWindow:
            .minutes
        case .standbyBeforeNight, .standbyAfterNight, .standbyWork, .standbyRestAfterCall, .restDaily,
            .restDailyShort, .restWeekly, .restFortnightly, .restFortnightlyPart, .shiftMost, .shiftUrgent,
            .nightMost, .nightLongMost, .nightRest, .nightRestShort, .nightHours, .nightSeriesRest,
            .shiftTarget, .reliefPlanAfter, .reliefNeighbour,
            .shelterTemporaryHousing:
            .hours
        case .dutyPeriod, .rosterNotice, .rosterNoticeTimes, .standbyWindow, .competenceGrace,
            .cardCheckEvery:
            .days
        case .coverageHorizon, .dutyFrequency, .worktimeRecords, .rosterGap, .requestView: .weeks
        case .rosterVacancy, .rosterNeutral, .rosterAvoid, .rosterLastResort, .rosterUnfamiliar,
            .rosterShare, .rosterSpacing, .rosterHolidayTwice, .rosterHolidayAgain,
            .rosterSameMunicipality, .rosterMunicipality:
            .points
        case .refresherEvery, .certificateValidity, .contactConfirmEvery, .channelTestEvery, .viewRecords:
            .months
        case .planObjectReview, .planCrisisReview, .planPolicyReview, .costEvaluation, .visitation,
            .incidentDossier, .contactRetention, .trainingRecords, .financeRecords:
            .years
        case .staffing, .poolTarget, .poolAlarm, .shelterMost: .people
        case .standbyFreeDays, .standbyFreeBlocks, .standbyNights, .sundaysOff, .nightLongPerFortnight,
            .nightLongPerYear, .nightSeries, .nightRun, .nightRunLong, .nightsSixteenWeeks, .nightsYear,
            .nightAverageTrigger, .reliefShiftsAhead:
            .times
        case .shelterShare: .percent
        case .exerciseJoint, .trainingsPerYear, .exercisesPerYear, .riskPartnerMeeting: .timesPerYear
        case .standbyAverage, .standbyAverageRested, .weekMost, .averageSixteenWeeks, .averageFourWeeks,
            .nightAverage:
            .hoursPerWeek
        case .planHours: .hoursPerMonth
        case .trainingHours: .hoursPerYear
        case .planProjectCost, .reliefHourRate: .euros
        case .dutyAllowance: .eurosPerWeek
        case .dutyChangeWeekday: .weekday
        case .dutyChangeTime: .timeOfDay
        }
    }
}
