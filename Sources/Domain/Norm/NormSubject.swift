/// What a norm is about: the whole region, or one function or municipality where that has a number of its
/// own.
package enum NormSubject: Hashable, Sendable {
    case region
    case function(Code<CrisisFunction>)
    case municipality(Code<Municipality>)

    package enum Kind: String, CaseIterable, Sendable {
        case region, function, municipality
    }

    package var kind: Kind {
        switch self {
        case .region: .region
        case .function: .function
        case .municipality: .municipality
        }
    }

    /// The code of what it is about; empty for the region.
    package var key: String {
        switch self {
        case .region: ""
        case .function(let code): code.text
        case .municipality(let code): code.text
        }
    }

    package init(_ kind: Kind, key: String) {
        switch kind {
        case .region: self = .region
        case .function: self = .function(Code(key))
        case .municipality: self = .municipality(Code(key))
        }
    }
}

extension NormCode {
    /// Which subjects may have a number of their own. A subject without one follows the region's, and the
    /// region has none where only functions differ.
    package var subjects: Set<NormSubject.Kind> {
        switch self {
        case .response, .staffing: [.function]
        case .trainingsPerYear, .exercisesPerYear, .trainingHours, .refresherEvery, .certificateValidity,
            .competenceGrace, .dutyFrequency, .poolTarget, .poolAlarm:
            [.region, .function]
        case .planHours, .dutyAllowance: [.region, .municipality]
        case .rosterGap, .rosterVacancy,
            .rosterNeutral, .rosterAvoid, .rosterLastResort, .rosterUnfamiliar, .rosterShare,
            .rosterSpacing, .rosterHolidayTwice, .rosterHolidayAgain, .rosterSameMunicipality,
            .rosterMunicipality,
            .alarmStart, .alarmDescription, .alarmFollowUp, .alarmWave, .alarmAnswer, .alarmOverdue,
            .alarmOverdueReply, .alarmTaken, .responseIncidentTeam, .responseOperationalLeaders,
            .responseOperationalInformationLeader, .responseOperationalCommunication,
            .responseOperationalInformation, .responseOperationalOthers, .responseCareTeam,
            .responseCareCommunication, .responsePolicyTeam, .coverageHorizon, .dutyPeriod,
            .dutyChangeWeekday, .dutyChangeTime, .rosterNotice, .rosterNoticeTimes, .standbyWindow,
            .standbyFreeDays, .standbyFreeBlocks, .standbyBeforeNight, .standbyAfterNight, .standbyWork,
            .standbyNights, .standbyAverage, .standbyAverageRested, .standbyRestAfterCall, .standbyCallLeast,
            .standbyCallGap, .restDaily, .restDailyShort, .restWeekly, .restFortnightly,
            .restFortnightlyPart, .breakAfter, .breakLength, .breakLongAfter, .breakLongLength, .sundaysOff,
            .shiftMost, .shiftUrgent, .weekMost, .averageSixteenWeeks, .averageFourWeeks, .nightMost,
            .nightLongMost, .nightLongPerFortnight, .nightLongPerYear, .nightRest, .nightRestShort,
            .nightHours, .breakPart, .nightSeries,
            .nightSeriesRest, .nightRun, .nightRunLong, .nightsSixteenWeeks, .nightsYear,
            .nightAverageTrigger,
            .nightAverage, .shiftTarget, .reliefOverlap, .handoverExtension, .reliefPlanAfter,
            .reliefShiftsAhead, .reliefNeighbour, .reliefHourRate, .pictureProcess, .communicationFirst,
            .communicationRepeat,
            .shelterAvailable, .shelterShare, .shelterMost, .shelterTemporaryHousing, .exerciseJoint,
            .planObjectReview, .planCrisisReview, .planPolicyReview, .riskPartnerMeeting, .costEvaluation,
            .visitation, .contactConfirmEvery, .cardCheckEvery, .channelTestEvery, .channelTestWindow,
            .worktimeRecords,
            .incidentDossier, .contactRetention, .trainingRecords, .financeRecords, .viewRecords,
            .planProjectCost, .requestView:
            [.region]
        }
    }
}
