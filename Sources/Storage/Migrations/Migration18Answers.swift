extension Migration {
    /// Links with which people answer an alarm, the address they lead to, and what became of what came in.
    static let answers = Migration(
        version: 18, name: "answers",
        text: """
            CREATE TABLE alarm_link (
                number {integer} NOT NULL PRIMARY KEY,
                alarm {text} NOT NULL REFERENCES alarm (id),
                person {text} NOT NULL REFERENCES functionary (id),
                UNIQUE (alarm, person)
            ) {strict};

            CREATE TABLE site_address (
                id {integer} NOT NULL PRIMARY KEY CHECK (id = 1),
                address {text} NOT NULL
            ) {strict};

            CREATE INDEX alarm_address_address ON alarm_address (address);
            CREATE INDEX alarm_message_reference ON alarm_message (reference) WHERE reference IS NOT NULL;
            CREATE INDEX contact_channel_address ON contact_channel (address);
            CREATE INDEX inbound_message_sender ON inbound_message (sender, received_at);

            ALTER TABLE alarm_message ADD COLUMN delivered_at {integer};
            ALTER TABLE inbound_message ADD COLUMN outcome {text};
            """)
}
