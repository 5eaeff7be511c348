/// The Dutch public holidays on which fewer people can come, by the calendar (no decision or agreement sets
/// them for a region).
package enum Holiday {
    package static func isHoliday(_ day: Day) -> Bool {
        let (year, month, number) = day.parts
        let fixed = [(1, 1), (5, 5), (12, 25), (12, 26), (12, 31)]
        if fixed.contains(where: { $0 == (month, number) }) { return true }
        if day == kingsDay(year) { return true }
        let sinceEaster = day.daysSince1970 - easter(year).daysSince1970
        // Good Friday, Easter, Ascension Day, Whitsun.
        return [-2, 0, 1, 39, 49, 50].contains(sinceEaster)
    }

    /// 27 April, or the day before when that is a Sunday.
    private static func kingsDay(_ year: Int) -> Day {
        let day = date(year, 4, 27)
        return day.weekday == .sunday ? day.adding(days: -1) : day
    }

    /// Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher).
    static func easter(_ year: Int) -> Day {
        let century = year / 100
        let golden = year % 19
        let shift = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - shift - year % 100 % 4) % 7
        let correction = (golden + 11 * shift + 22 * weekday) / 451
        let sum = shift + weekday - 7 * correction + 114
        return date(year, sum / 31, sum % 31 + 1)
    }

    private static func date(_ year: Int, _ month: Int, _ day: Int) -> Day {
        Day(daysSince1970: Day.daysSince1970(year: year, month: month, day: day))
    }
}
