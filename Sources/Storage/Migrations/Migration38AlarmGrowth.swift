extension Migration {
    /// What a wake-up, an answer or the auditor asks of tables that keep years of alarms is found by an index
    /// that holds only what it asks for.
    static let alarmGrowth = Migration(
        version: 38, name: "alarm-growth",
        text: """
            CREATE INDEX alarm_ended ON alarm (raised_at, id) WHERE ended_at IS NOT NULL;
            CREATE INDEX alarm_message_claim ON alarm_message (claim) WHERE claim IS NOT NULL;
            CREATE INDEX alarm_callee_worked ON alarm_callee (at_work_at) WHERE at_work_at IS NOT NULL;
            CREATE INDEX alarm_contact_person ON alarm_contact (person) WHERE person IS NOT NULL;
            CREATE INDEX inbound_message_outcome ON inbound_message (outcome, received_at);
            """)
}
