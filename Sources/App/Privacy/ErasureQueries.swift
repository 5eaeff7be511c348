import Domain
import Storage

/// What is taken away of somebody who left. Everything about erasing stands here, so that it can be checked
/// against the tables that hold people.
extension Transaction {
    /// How somebody was reached and when they were away. What is left is who they were.
    func eraseContact(of person: ID<Functionary>) throws {
        try execute("DELETE FROM contact_channel WHERE person = \(person)")
        try execute("DELETE FROM contact_confirmation WHERE person = \(person)")
        try execute("DELETE FROM absence WHERE person = \(person)")
        try execute("DELETE FROM former_employment WHERE person = \(person)")
        try execute("DELETE FROM mail WHERE person = \(person)")
        try execute("DELETE FROM alarm_address WHERE person = \(person)")
        try execute(
            """
            UPDATE inbound_message SET sender = '', body = ''
            WHERE sender IN (SELECT address FROM alarm_message WHERE person = \(person))
            """)
        try execute("UPDATE alarm_message SET address = '', body = '' WHERE person = \(person)")
        try execute("UPDATE contact_test_line SET address = '' WHERE person = \(person)")
        try execute("DELETE FROM call_list_holder WHERE person = \(person)")
        try execute("UPDATE alarm_answer SET text = '', reply = '' WHERE person = \(person)")
    }

    /// Name and number, the account, and who looked at it all.
    func eraseIdentity(of person: ID<Functionary>, replacement: String, at now: Instant) throws {
        try execute(
            """
            UPDATE functionary SET personnel_number = \(replacement), given = '', prefix = '', surname = \(replacement),
                sort_key = \(replacement.folded), search_text = \(replacement.folded), version = version + 1,
                changed_at = \(now)
            WHERE id = \(person)
            """)
        try execute("UPDATE designation SET designated_by = '', document = '' WHERE person = \(person)")
        try execute("UPDATE duty SET explanation = '' WHERE person = \(person)")
        try execute("DELETE FROM data_view WHERE person = \(person)")
        try execute("DELETE FROM duty_wish WHERE person = \(person)")
        try execute("DELETE FROM duty_swap_asked WHERE person = \(person)")
        try execute("DELETE FROM calendar_feed WHERE person = \(person)")
        try execute("DELETE FROM candidacy WHERE person = \(person)")
        try execute("DELETE FROM specialist WHERE person = \(person)")
        try execute("DELETE FROM acquaintance_opt_out WHERE person = \(person)")
        try execute("UPDATE gap_notice SET person = NULL WHERE person = \(person)")
        try execute(
            "DELETE FROM session WHERE account IN (SELECT id FROM account WHERE person = \(person))")
        try execute(
            """
            UPDATE account SET name = \(replacement), display_name = \(replacement), password = '', person = NULL,
                disabled_at = \(now)
            WHERE person = \(person)
            """)
    }

    /// Certificates and what was thought of sessions; that somebody was there stays, without a name, for the hours
    /// and cost of their municipality.
    func eraseTraining(of person: ID<Functionary>) throws {
        // The proofs are cleared with the files whose time has passed.
        try execute(
            """
            UPDATE stored_file SET expires_at = 0
            WHERE id IN (SELECT proof FROM certificate WHERE person = \(person) AND proof IS NOT NULL)
            """)
        try execute("DELETE FROM certificate WHERE person = \(person)")
        try execute("DELETE FROM exemption WHERE person = \(person)")
        try execute("DELETE FROM performed_activity WHERE person = \(person)")
        try execute(
            """
            DELETE FROM session_opinion WHERE enrolment IN (SELECT id FROM enrolment WHERE person = \(person))
            """)
        try execute("UPDATE enrolment SET result = NULL WHERE person = \(person)")
    }

    func keepIncidentName(_ name: String, of person: ID<Functionary>) throws {
        try execute(
            """
            INSERT INTO incident_name (person, name) VALUES (\(person), \(name)) ON CONFLICT (person) DO NOTHING
            """)
    }
}
