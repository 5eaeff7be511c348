/// Which way a norm binds, and so what is looser than the law.
package enum NormBound: Sendable {
    /// At most so much: a smaller number is stricter.
    case most
    /// At least so much: a larger number is stricter.
    case least
    /// Neither way is stricter: an agreement, a moment, a trigger.
    case exact

    /// Whether `value` allows what `law` does not.
    package func isLooser(_ value: Int, than law: Int) -> Bool {
        switch self {
        case .most: value > law
        case .least: value < law
        case .exact: false
        }
    }
}

extension NormCode {
    package var bound: NormBound {
        switch self {
        case .alarmStart, .alarmDescription, .alarmFollowUp, .alarmWave, .alarmAnswer, .alarmOverdue,
            .alarmOverdueReply, .alarmTaken, .response, .responseIncidentTeam, .responseOperationalLeaders,
            .responseOperationalInformationLeader, .responseOperationalCommunication,
            .responseOperationalInformation, .responseOperationalOthers, .responseCareTeam,
            .responseCareCommunication, .responsePolicyTeam, .standbyWork, .standbyNights, .standbyAverage,
            .standbyAverageRested, .standbyCallGap, .breakAfter, .breakLongAfter, .shiftMost, .shiftUrgent,
            .weekMost, .averageSixteenWeeks, .averageFourWeeks, .nightMost, .nightLongMost,
            .nightLongPerFortnight, .nightLongPerYear, .nightSeries, .nightRun, .nightRunLong, .nightHours,
            .nightsSixteenWeeks,
            .nightsYear, .nightAverageTrigger, .nightAverage, .handoverExtension, .reliefPlanAfter,
            .pictureProcess, .communicationFirst, .communicationRepeat, .shelterAvailable, .shelterMost,
            .shelterTemporaryHousing, .refresherEvery, .certificateValidity, .competenceGrace,
            .planObjectReview, .planCrisisReview, .planPolicyReview, .costEvaluation, .visitation,
            .contactConfirmEvery, .cardCheckEvery, .channelTestEvery, .contactRetention, .viewRecords:
            .most
        case .rosterGap, .staffing, .dutyFrequency, .poolTarget, .poolAlarm, .rosterNotice,
            .rosterNoticeTimes,
            .standbyFreeDays, .standbyFreeBlocks, .standbyBeforeNight, .standbyAfterNight,
            .standbyRestAfterCall, .standbyCallLeast, .restDaily, .restDailyShort, .restWeekly,
            .restFortnightly, .restFortnightlyPart, .breakLength, .breakLongLength, .breakPart, .sundaysOff,
            .nightRest, .nightRestShort,
            .nightSeriesRest, .reliefOverlap, .reliefShiftsAhead, .reliefNeighbour, .exerciseJoint,
            .trainingsPerYear,
            .exercisesPerYear, .trainingHours, .riskPartnerMeeting, .worktimeRecords, .incidentDossier,
            .trainingRecords, .financeRecords, .requestView:
            .least
        case .rosterVacancy,
            .rosterNeutral, .rosterAvoid, .rosterLastResort, .rosterUnfamiliar, .rosterShare,
            .rosterSpacing, .rosterHolidayTwice, .rosterHolidayAgain, .rosterSameMunicipality,
            .rosterMunicipality,
            .coverageHorizon, .dutyPeriod, .dutyChangeWeekday, .dutyChangeTime, .dutyAllowance,
            .standbyWindow, .shiftTarget, .reliefHourRate, .shelterShare, .channelTestWindow, .planHours,
            .planProjectCost:
            .exact
        }
    }
}
